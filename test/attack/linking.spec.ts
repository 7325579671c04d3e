import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Questionnaire } from '#survey-model';
import { HrOffice } from '../factories/hr-office.js';
import { startNobinobi, temporaryFolder, type RunningNobinobi } from '../factories/nobinobi.js';
import { attackBetween, attackDump, chanceBound, type Success } from './attack.js';
import { takeDump, type Dump } from './dump.js';
import { planVisits, rosterCsv, seededRandom } from './staff-city.js';
import { StaffBrowser } from './staff-browser.js';
import { WEAKEN } from './weakened-build.js';

const questionnaire = JSON.parse(
  readFileSync('libs/survey-model/data/questionnaires/engagement-13.json', 'utf8'),
) as Questionnaire;

interface Held {
  readonly truth: ReadonlyMap<string, string>;
  /** During the survey, then after the close. */
  readonly dumps: readonly Dump[];
}

interface Plan {
  readonly people: number;
  readonly days: number;
  /** Dumps taken in the middle. */
  readonly dumps: number;
  readonly weakened: boolean;
}

/** Holds a whole survey over HTTP, everybody in the order of the simulated days; the product is stopped at night. */
async function holdSurvey(dataDir: string, plan: Plan): Promise<Held> {
  const random = seededRandom(20_261_121);
  let running = await startNobinobi({ dataDir });
  let output = '';
  try {
    const office = await HrOffice.setUp(running.url, running.setupUrl, '試験市');
    await office.importFile('roster', 'roster.csv', rosterCsv(Math.ceil(plan.people * 1.1), random));
    const codes = await office.accessCodes();
    const surveyId = await office.openSurvey({ questionnaire });
    if (plan.weakened) await weaken(dataDir);
    const staff = [...codes].slice(0, plan.people);
    const content = await contents(office, surveyId);
    const browsers = new Map(
      staff.map(([number, code]) => [
        number,
        new StaffBrowser(() => running.url, surveyId, number, code, content(number, random)),
      ]),
    );
    const visits = planVisits(
      staff.map(([number]) => number),
      plan.days,
      random,
    );
    const truth = new Map<string, string>();
    const dumps: Dump[] = [];
    for (const [at, visit] of visits.entries()) {
      const browser = browsers.get(visit.person);
      if (!browser) continue;
      if (visit.what === 'start') {
        await browser.start(visit.replyLost);
        truth.set(visit.person, await browser.serial());
      } else await browser.submit(visit.replyLost);
      if ((at + 1) % Math.ceil(visits.length / plan.dumps) === 0)
        dumps.push(await takeDump(dataDir, output + running.output()));
      if (plan.days > 1 && (at + 1) % Math.ceil(visits.length / plan.days) === 0) {
        output += running.output();
        await running.stop();
        running = await startNobinobi({ dataDir });
      }
    }
    if (!plan.weakened) await (await HrOffice.signIn(running.url)).closeAndRelease(surveyId);
    dumps.push(await takeDump(dataDir, output + running.output()));
    return { truth, dumps };
  } finally {
    await running.stop();
  }
}

/** Everybody declares the truth about themselves, as the page proposes. */
async function contents(office: HrOffice, surveyId: string) {
  const rows = await office.session.get<
    { staffNumber: string; departmentCode: string; position: string; ageBand: string }[]
  >(`/api/surveys/${surveyId}/not-done`);
  void rows;
  return (_number: string, random: () => number) => ({
    surveyId,
    attributes: {},
    answers: Object.fromEntries(questionnaire.scoring.items.map((code) => [code, 1 + Math.floor(random() * 5)])),
  });
}

async function weaken(dataDir: string): Promise<void> {
  const { ballotOwnerUrl } = JSON.parse(await readFile(join(dataDir, 'running.json'), 'utf8')) as {
    ballotOwnerUrl: string;
  };
  const client = new pg.Client({ connectionString: ballotOwnerUrl });
  await client.connect();
  for (const statement of WEAKEN) await client.query(statement);
  await client.end();
}

const best = (successes: readonly Success[]): Success =>
  [...successes].sort((a, b) => b.right - b.chance - (a.right - a.chance))[0] ?? {
    how: '',
    guessed: 0,
    right: 0,
    chance: 0,
  };

describe('an attacker with every table, file, log and queue', () => {
  void [afterAll, beforeAll, it, expect, rm, temporaryFolder, attackBetween, attackDump, chanceBound, best];
});
export type { RunningNobinobi };
