import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRepository, mainDataSourceOptions, ReleaseRepository, type JobEntity } from '#database';
import { openBallotBox } from '#database/ballot';
import { freePort } from '#embedded';
import type { BallotContent } from '#survey-model';
import { DataSource } from 'typeorm';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';
import { castAll, closeSurveyAsApi, handMadeContents } from '../factories/tally.factory.js';
import { temporaryFolder } from '../factories/nobinobi.js';
import { requestJob, TestValkey, waitForJob } from '../factories/worker-queue.factory.js';

const ENTRY = 'dist/services/tally.js';
const BALLOTS = 1000;
const KILLS = 5;
/** Set NOBINOBI_FAULT_SEED to the printed seed to kill at the same points again. */
const SEED = Number(process.env['NOBINOBI_FAULT_SEED'] ?? Date.now() % 1_000_000);

let databases: TestDatabases;
let valkey: TestValkey;
let main: DataSource;
let jobs: JobRepository;
let child: ChildProcess | null = null;
let keyFile = '';

beforeAll(async () => {
  if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing: run "npm run build" first`);
  databases = await startDatabases();
  valkey = await TestValkey.start(await freePort());
  keyFile = join(await temporaryFolder(), 'tally-key.hex');
  await writeFile(keyFile, randomBytes(32).toString('hex'));
  main = await new DataSource(mainDataSourceOptions(databases.mainOwnerUrl)).initialize();
  jobs = new JobRepository(main);
}, 300_000);

afterAll(async () => {
  await kill();
  await main?.destroy();
  await valkey?.stop();
  await databases?.stop();
  if (keyFile) await rm(dirname(keyFile), { recursive: true, force: true });
});

/** The compiled tally process, as the launcher starts it. */
function startTally(): void {
  child = spawn(process.execPath, [ENTRY], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NOBINOBI_HOST: '127.0.0.1',
      NOBINOBI_SERVICE_PORT: '0',
      DATABASE_URL: databases.mainUrl('nobinobi_tally'),
      COLLECTOR_DATABASE_URL: databases.ballotUrl('nobinobi_tally'),
      REDIS_URL: valkey.url,
      NOBINOBI_TALLY_KEY_FILE: keyFile,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function kill(): Promise<void> {
  const dying = child;
  child = null;
  if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
  const ended = new Promise((resolve) => dying.once('exit', resolve));
  dying.kill('SIGKILL');
  await ended;
}

/** Numbers in [0, 1) from a seed. Method: mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function until(id: string, reached: (job: JobEntity) => boolean): Promise<JobEntity> {
  for (const deadline = Date.now() + 400_000; Date.now() < deadline; await wait(2)) {
    const job = await jobs.find(id);
    if (job && reached(job)) return job;
  }
  throw new Error(`the job did not get on: ${JSON.stringify(await jobs.find(id))}`);
}

function byHand(people: readonly BallotContent[], item: string): { n: number; sum: number } {
  const answers = people.flatMap(({ answers: given }) => (typeof given[item] === 'number' ? [given[item]] : []));
  return { n: answers.length, sum: answers.reduce((a, b) => a + b, 0) };
}

describe('a tally whose process is killed', () => {
  it('at five random points ends in one release with the right figures', async () => {
    const { id, surveyId, contents } = await requestTally();
    const killed: string[] = [];
    for (const point of Array.from({ length: KILLS }, random(SEED))) {
      // A share of the ballots, then a moment more: some kills fall between two batches, some into one.
      const { doneSteps, totalSteps } = await killWhen(id, point * 0.85, (point * 1000) % 15);
      killed.push(`${doneSteps}/${totalSteps}`);
    }
    console.info(`seed ${SEED}: killed at ${killed.join(', ')}`);
    expect(await jobs.find(id)).toMatchObject({ state: 'running', attempt: KILLS });
    startTally();
    expect(await waitForJob(jobs, id, 400_000)).toMatchObject({ state: 'done', attempt: KILLS + 1, failure: null });
    await kill();
    await expectOneRelease(surveyId, contents);
  }, 480_000);

  it('while it saves has either released everything or nothing, and then goes on to one release', async () => {
    const { id, surveyId, contents } = await requestTally();
    for (const pause of [0, 3, 9]) {
      if ((await jobs.find(id))?.state === 'done') break;
      await killWhen(id, 1 - 1.5 / BALLOTS, pause);
      const rows = await main.query<{ scores: number }[]>(
        `SELECT (SELECT count(*)::int FROM results.score s WHERE s.survey_id = r.survey_id) AS scores FROM results.release r WHERE survey_id = $1`,
        [surveyId],
      );
      expect(rows.map(({ scores }) => scores > 1)).toEqual((await jobs.find(id))?.state === 'done' ? [true] : []);
    }
    startTally();
    expect(await waitForJob(jobs, id, 400_000)).toMatchObject({ state: 'done', failure: null });
    await kill();
    await expectOneRelease(surveyId, contents);
  }, 480_000);
});

async function requestTally(): Promise<{ id: string; surveyId: string; contents: readonly BallotContent[] }> {
  const { surveyId } = await closeSurveyAsApi(databases.mainOwnerUrl, BALLOTS);
  const contents = handMadeContents(surveyId, BALLOTS);
  await fillBox(surveyId, contents);
  return { id: await requestJob(main, 'survey.tally', { surveyId }), surveyId, contents };
}

/** Starts a process and kills it once it has done a share of the work and a few milliseconds more. @returns the job as last seen */
async function killWhen(id: string, share: number, pauseMs: number): Promise<JobEntity> {
  // Nobody works on it now: what the process before has reported is forgotten.
  await main.query('UPDATE jobs.job SET done_steps = 0, total_steps = 0 WHERE id = $1', [id]);
  startTally();
  const job = await until(
    id,
    ({ state, doneSteps, totalSteps }) => state === 'done' || (totalSteps > 1 && doneSteps >= share * totalSteps),
  );
  await wait(pauseMs);
  await kill();
  return job;
}

async function expectOneRelease(surveyId: string, contents: readonly BallotContent[]): Promise<void> {
  const rows = await main.query('SELECT version, answered, rejected FROM results.release WHERE survey_id = $1', [
    surveyId,
  ]);
  expect(rows).toEqual([{ version: 1, answered: BALLOTS, rejected: 0 }]);
  const release = await new ReleaseRepository(main).findLatest(surveyId);
  const whole = release?.scores.find(({ key }) => Object.keys(key).length === 0);
  for (const item of ['q1', 'q2', 'q3']) {
    expect(whole?.items.find((each) => each.item === item)).toMatchObject(byHand(contents, item));
  }
  const marks = await main.query(
    `SELECT 1 FROM jobs.job WHERE name = 'survey.mark-released' AND payload ->> 'surveyId' = $1`,
    [surveyId],
  );
  expect(marks).toHaveLength(1);
}

/** Announced by the tally, which makes the key, and filled as the collector does. */
async function fillBox(surveyId: string, contents: readonly BallotContent[]): Promise<void> {
  startTally();
  expect(await waitForJob(jobs, await requestJob(main, 'survey.announce', { surveyId }))).toMatchObject({
    state: 'done',
  });
  await kill();
  const box = await openBallotBox(databases.ballotUrl('nobinobi_collector'));
  await castAll(box, surveyId, contents);
  await box.close();
}
