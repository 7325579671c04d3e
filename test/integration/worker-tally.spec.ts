import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRepository, ReleaseRepository } from '#database';
import { freePort } from '#embedded';
import {
  formatHalfUp,
  rational,
  type BallotContent,
  type CellKey,
  type Release,
  type ReleasedScore,
} from '#survey-model';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';
import { castAll, closeSurveyAsApi, handMadeContents } from '../factories/tally.factory.js';
import { requestJob, TestValkey, waitForJob } from '../factories/worker-queue.factory.js';
import { startWorkers, type TestWorkers } from '../factories/worker.factory.js';

const PEOPLE = 60;
let databases: TestDatabases;
let valkey: TestValkey;
let workers: TestWorkers;

beforeAll(async () => {
  databases = await startDatabases();
  valkey = await TestValkey.start(await freePort());
  workers = await startWorkers(databases, valkey.url);
}, 300_000);

afterAll(async () => {
  await workers?.stop();
  await valkey?.stop();
  await databases?.stop();
});

/** A closed survey with its ballots in the box. `extra` are ballots that are no answers. */
async function surveyWithBallots(
  people: number,
  extra: readonly (BallotContent | Uint8Array)[] = [],
  tickets = people + extra.length,
): Promise<string> {
  const { surveyId } = await closeSurveyAsApi(databases.mainOwnerUrl, tickets);
  await waitForJob(workers.jobs, await requestJob(workers.main, 'survey.announce', { surveyId }));
  await castAll(workers.collectorBox, surveyId, [...handMadeContents(surveyId, people), ...extra]);
  return surveyId;
}

function tally(surveyId: string): Promise<string> {
  return requestJob(workers.main, 'survey.tally', { surveyId });
}

async function getRelease(surveyId: string): Promise<Release> {
  const release = await new ReleaseRepository(workers.main).findLatest(surveyId);
  if (!release) throw new Error('nothing was released');
  return release;
}

function cell(release: Release, key: CellKey): ReleasedScore | undefined {
  return release.scores.find((score) => JSON.stringify(score.key) === JSON.stringify(key));
}

/** Counted by hand, apart from the product: n, sum and mean (two decimals, half up) of one item over some people. */
function byHand(people: readonly BallotContent[], item: string): { n: number; sum: number; mean: number } {
  const answers = people.flatMap(({ answers: given }) => (typeof given[item] === 'number' ? [given[item]] : []));
  const sum = answers.reduce((a, b) => a + b, 0);
  const n = answers.length;
  return { n, sum, mean: Math.floor((sum * 200 + n) / (2 * n)) / 100 };
}

async function countRows(table: string, surveyId: string): Promise<number> {
  const rows = await workers.main.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM results.${table} WHERE survey_id = $1`,
    [surveyId],
  );
  return rows[0]?.n ?? 0;
}

describe('a survey from the announcement to the release', () => {
  const junk = new Uint8Array(16_384).fill(7);
  let surveyId: string;
  let release: Release;

  beforeAll(async () => {
    surveyId = await surveyWithBallots(PEOPLE, [
      junk,
      { surveyId: crypto.randomUUID(), attributes: {}, answers: { q1: 5 } },
    ]);
    const job = await waitForJob(workers.jobs, await tally(surveyId));
    expect(job).toMatchObject({ state: 'done', failure: null });
    release = await getRelease(surveyId);
  });

  it('counts every readable ballot once and rejects the others', async () => {
    expect(release).toMatchObject({ version: 1, answered: PEOPLE, invited: 100, minGroup: 5 });
    const rows = await workers.main.query<{ rejected: number }[]>(
      'SELECT rejected FROM results.release WHERE survey_id = $1',
      [surveyId],
    );
    expect(rows).toEqual([{ rejected: 2 }]);
  });

  it.each(['q1', 'q2', 'q3'])('has the n, sum and mean of %s that counting by hand gives', (item) => {
    const contents = handMadeContents(surveyId, PEOPLE);
    const expected = byHand(contents, item);
    const found = cell(release, {})?.items.find((each) => each.item === item);
    expect(found).toMatchObject({ n: expected.n, sum: expected.sum });
    expect(Number(formatHalfUp(rational(found?.sum ?? 0, found?.n ?? 1), 2))).toBe(expected.mean);
  });

  it('has them by position and for the department above its sections', () => {
    const contents = handMadeContents(surveyId, PEOPLE);
    const officers = contents.filter(({ attributes }) => attributes.position === 'officer');
    const general = contents.filter(({ attributes }) => attributes.department?.startsWith('D1'));
    for (const [key, people] of [
      [{ position: 'officer' }, officers],
      [{ department: 'D1' }, general],
    ] as const) {
      const { n, sum } = byHand(people, 'q1');
      expect(cell(release, key)).toMatchObject({ status: 'published', n: people.length });
      expect(cell(release, key)?.items.find(({ item }) => item === 'q1')).toMatchObject({ n, sum });
    }
  });

  it('hides the section of three, and one more so that it cannot be had by subtraction', () => {
    expect(cell(release, { department: 'D2-2' })).toMatchObject({ status: 'primary', n: null, items: [] });
    const others = release.scores.filter(({ status }) => status === 'secondary');
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(({ n, overall, items }) => n === null && overall === null && items.length === 0)).toBe(true);
  });

  it('stores no free text and no single answer anywhere', async () => {
    const dump = await workers.main.query<{ text: string }[]>(
      `SELECT coalesce(string_agg(body::text || key::text, ''), '') AS text FROM results.score WHERE survey_id = $1`,
      [surveyId],
    );
    const jobs = await workers.main.query<{ text: string }[]>(
      `SELECT string_agg(job::text, '') AS text FROM jobs.job AS job`,
    );
    expect(dump[0]?.text).not.toContain('意見');
    expect(jobs[0]?.text).not.toContain('意見');
  });

  it('marks the survey as released on the identified side', async () => {
    let state = '';
    for (let tries = 0; tries < 200 && state !== 'released'; tries += 1) {
      state =
        (
          await workers.main.query<{ state: string }[]>('SELECT state FROM identity.survey WHERE id = $1', [surveyId])
        )[0]?.state ?? '';
      await wait(50);
    }
    expect(state).toBe('released');
  });
});

describe('a tally happens once', () => {
  it('although it is asked for three times and run by two processes', async () => {
    const surveyId = await surveyWithBallots(40);
    const second = await startWorkers(databases, valkey.url);
    try {
      const ids = await Promise.all([tally(surveyId), tally(surveyId), tally(surveyId)]);
      for (const id of ids) expect(await waitForJob(workers.jobs, id)).toMatchObject({ state: 'done' });
      expect(await countRows('release', surveyId)).toBe(1);
      expect(cell(await getRelease(surveyId), {})?.n).toBe(40);
    } finally {
      await second.stop();
    }
  });

  it('although the queue is emptied again and again in the middle', async () => {
    const surveyId = await surveyWithBallots(400);
    const id = await tally(surveyId);
    const jobs = new JobRepository(workers.main);
    let flushed = 0;
    for (let state = ''; state !== 'done' && flushed < 500; state = (await jobs.find(id))?.state ?? '') {
      await valkey.flush();
      flushed += 1;
      await wait(20);
    }
    await waitForJob(workers.jobs, id);
    expect(flushed).toBeGreaterThan(3);
    expect(await countRows('release', surveyId)).toBe(1);
    expect(cell(await getRelease(surveyId), {})?.n).toBe(400);
  });
});

describe('a tally that must not happen', () => {
  it('stops when there are more ballots than tickets, and releases nothing', async () => {
    const surveyId = await surveyWithBallots(20, [], 19);
    const job = await waitForJob(workers.jobs, await tally(surveyId));
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'more-ballots-than-tickets' } });
    expect(job.failure?.ja).toContain('20件');
    expect(await countRows('release', surveyId)).toBe(0);
  });

  it('has nothing to count of a survey that was never opened', async () => {
    const job = await waitForJob(workers.jobs, await tally(crypto.randomUUID()));
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'survey-not-opened' } });
  });
});

describe('a tally without answers', () => {
  it('releases that nobody answered', async () => {
    const surveyId = await surveyWithBallots(0);
    expect(await waitForJob(workers.jobs, await tally(surveyId))).toMatchObject({ state: 'done' });
    const release = await getRelease(surveyId);
    expect(release.answered).toBe(0);
    expect(release.scores.filter(({ status }) => status === 'published')).toEqual([]);
  });
});

describe('health', () => {
  it('tells that both processes live and can work', async () => {
    for (const url of [workers.tallyUrl, workers.officeUrl]) {
      for (const page of ['live', 'ready']) expect((await fetch(`${url}/health/${page}`)).status).toBe(200);
    }
  });
});
