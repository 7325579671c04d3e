import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { readQuestionnaire } from '../factories/built-in.js';
import { HrOffice } from '../factories/hr-office.js';
import { startNobinobi } from '../factories/nobinobi.js';
import { takeDump, type Dump } from './dump.js';
import { planVisits, rosterCsv, seededRandom } from './staff-city.js';
import { StaffBrowser } from './staff-browser.js';
import { makePlainCast, WEAKEN_BOX, WEAKEN_MARKS } from './weakened-build.js';

export interface Held {
  /** Staff number -> serial (hex) of those who cast. */
  readonly truth: ReadonlyMap<string, string>;
  /** During the survey, then after the close. */
  readonly dumps: readonly Dump[];
  readonly visits: number;
  readonly nights: number;
}

export interface Plan {
  readonly people: number;
  readonly days: number;
  /** Dumps taken in the middle. */
  readonly dumps: number;
  readonly weakened: boolean;
  readonly seed: number;
}

const CUSTODIANS = { shares: 3, threshold: 2 };

/** Holds a whole survey over HTTP, everybody in the order of the simulated days; the product is stopped every night. */
export async function holdSurvey(dataDir: string, plan: Plan): Promise<Held> {
  const random = seededRandom(plan.seed);
  let running = await startNobinobi({ dataDir });
  let output = '';
  try {
    let office = await HrOffice.setUp(running.url, running.setupUrl, '試験市');
    await office.importFile('roster', 'roster.csv', rosterCsv(Math.ceil(plan.people * 1.1), random));
    const codes = await office.accessCodes();
    const questionnaire = readQuestionnaire('engagement-13');
    const { id: surveyId, shares } = await office.openUnderCustodians({ questionnaire }, CUSTODIANS);
    if (plan.weakened) await weaken(dataDir);
    const survey = { surveyId, url: () => running.url, ...(plan.weakened ? { makeCast: makePlainCast } : {}) };
    const answers = (): Record<string, number> =>
      Object.fromEntries(questionnaire.scoring.items.map((code) => [code, 1 + Math.floor(random() * 5)]));
    const staff = [...codes].slice(0, plan.people);
    const browsers = new Map(
      staff.map(([staffNumber, accessCode]) => [
        staffNumber,
        new StaffBrowser(survey, { staffNumber, accessCode, answers: answers() }),
      ]),
    );
    const visits = planVisits([...browsers.keys()], plan.days, random);
    const truth = new Map<string, string>();
    const dumps: Dump[] = [];
    let nights = 0;
    for (const [at, { person, what, replyLost }] of visits.entries()) {
      const browser = browsers.get(person);
      if (!browser) continue;
      if (what === 'start') await browser.start(replyLost);
      else await browser.submit(replyLost);
      if (what === 'submit') truth.set(person, await browser.serial());
      if (comes(at, visits.length, plan.dumps + 1))
        dumps.push(await takeDump(dataDir, output + running.output(), { writeAheadLog: plan.weakened }));
      if (!comes(at, visits.length, plan.days)) continue;
      output += running.output();
      await running.stop();
      running = await startNobinobi({ dataDir });
      nights += 1;
    }
    office = await HrOffice.signIn(running.url);
    if (!plan.weakened) await office.closeAndRelease(surveyId, shares.slice(0, CUSTODIANS.threshold));
    dumps.push(await takeDump(dataDir, output + running.output(), { writeAheadLog: true }));
    return { truth, dumps, visits: visits.length, nights };
  } finally {
    await running.stop();
  }
}

/** Whether one of `parts - 1` equal breaks comes after this visit. */
function comes(at: number, visits: number, parts: number): boolean {
  return at + 1 < visits && Math.floor(((at + 1) * parts) / visits) > Math.floor((at * parts) / visits);
}

async function weaken(dataDir: string): Promise<void> {
  const urls = JSON.parse(await readFile(join(dataDir, 'running.json'), 'utf8')) as {
    readonly mainOwnerUrl: string;
    readonly ballotOwnerUrl: string;
  };
  await run(urls.ballotOwnerUrl, WEAKEN_BOX);
  await run(urls.mainOwnerUrl, WEAKEN_MARKS);
}

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
