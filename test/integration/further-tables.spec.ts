import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ReleaseRepository } from '#database';
import { freePort } from '#embedded';
import { cellName, type BallotContent, type CellKey, type Release, type TableSpec } from '#survey-model';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';
import { spans } from '../factories/rational-span.js';
import { castAll, closeSurveyAsApi } from '../factories/tally.factory.js';
import { requestJob, TestValkey, waitForJob } from '../factories/worker-queue.factory.js';
import { startWorkers, type TestWorkers } from '../factories/worker.factory.js';

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

/** How many of each section and position; answers vary within every group, so that no mean is pinned down by its extreme. */
const PEOPLE: readonly (readonly [department: string, position: string, n: number])[] = [
  ['D1-1', 'manager', 7],
  ['D1-1', 'officer', 20],
  ['D1-2', 'manager', 6],
  ['D1-2', 'officer', 15],
  ['D2-1', 'manager', 2],
  ['D2-1', 'officer', 14],
  ['D2-2', 'manager', 6],
  ['D2-2', 'officer', 12],
];

function contents(surveyId: string): BallotContent[] {
  return PEOPLE.flatMap(([department, position, n]) =>
    Array.from({ length: n }, (_, at): BallotContent => ({
      surveyId,
      attributes: { department, position, ageBand: '30s', employmentType: 'regular' },
      answers: { q1: 1 + (at % 5), q2: 5 - (at % 5), q3: 1 + ((2 * at) % 5), wish: ['time'] },
    })),
  );
}

async function ask(surveyId: string, spec: TableSpec): Promise<string> {
  const rows = await workers.main.query<{ id: string }[]>(
    `INSERT INTO results.table_request (survey_id, spec, requested_by, requested_at) VALUES ($1, $2, 'jinji', now()) RETURNING id`,
    [surveyId, JSON.stringify(spec)],
  );
  return rows[0]?.id ?? '';
}

async function stateOf(id: string): Promise<{ state: string; version: number | null }> {
  const rows = await workers.main.query<{ state: string; version: number | null }[]>(
    'SELECT state, version FROM results.table_request WHERE id = $1',
    [id],
  );
  return rows[0] ?? { state: 'gone', version: null };
}

async function released(surveyId: string): Promise<Release> {
  const release = await new ReleaseRepository(workers.main).findLatest(surveyId);
  if (!release) throw new Error('nothing was released');
  return release;
}

const decide = async (surveyId: string): Promise<unknown> =>
  waitForJob(workers.jobs, await requestJob(workers.main, 'survey.publish-tables', { surveyId }));

/** Innermost groups of a key, by hand. */
const groupsOf = (key: CellKey): number[] =>
  PEOPLE.flatMap(([department, position], at) =>
    Object.entries(key).every(([attribute, value]) =>
      attribute === 'department'
        ? department.startsWith(value)
        : attribute === 'position'
          ? position === value
          : value === '30s' || value === 'regular',
    )
      ? [at]
      : [],
  );

describe('further tables of a released survey', () => {
  let surveyId: string;
  let first: Release;

  beforeAll(async () => {
    ({ surveyId } = await closeSurveyAsApi(databases.mainOwnerUrl, 100, randomUUID()));
    await waitForJob(workers.jobs, await requestJob(workers.main, 'survey.announce', { surveyId }));
    await castAll(workers.collectorBox, surveyId, contents(surveyId));
    await waitForJob(workers.jobs, await requestJob(workers.main, 'survey.tally', { surveyId }));
    first = await released(surveyId);
  }, 120_000);

  it('are refused, without a reason and for good, where nothing of them could be shown', async () => {
    // Of the section's 16 people 2 are managers: to show the officers would give these away.
    const asked = await ask(surveyId, { attributes: ['position'], within: { department: 'D2-1' } });
    expect(await decide(surveyId)).toMatchObject({ state: 'done', failure: null });
    expect(await stateOf(asked)).toEqual({ state: 'refused', version: null });
    expect((await released(surveyId)).version).toBe(1);
    await expect(
      workers.main.query(`UPDATE results.table_request SET state = 'waiting', decided_at = NULL WHERE id = $1`, [
        asked,
      ]),
    ).rejects.toThrow('is decided');
  });

  it('are released as the next version, and what was released before stays as it was', async () => {
    const asked = await ask(surveyId, { attributes: ['department', 'position'] });
    expect(await decide(surveyId)).toMatchObject({ state: 'done', failure: null });
    expect(await stateOf(asked)).toEqual({ state: 'released', version: 2 });
    const second = await released(surveyId);
    expect(second.version).toBe(2);
    expect(second.scores.slice(0, first.scores.length)).toEqual(first.scores);
    const cell = (key: CellKey) => second.scores.find((score) => cellName(score.key) === cellName(key));
    // Counted by hand.
    expect(cell({ department: 'D1-1', position: 'officer' })).toMatchObject({ status: 'published', n: 20 });
    expect(cell({ department: 'D2-1', position: 'manager' })).toMatchObject({ status: 'primary', n: null });
    expect(cell({ department: 'D1-1', position: 'officer' })?.items.find(({ item }) => item === 'q1')).toMatchObject({
      sum: 4 * (1 + 2 + 3 + 4 + 5),
    });
  });

  it('let an attacker with all versions derive no group under five', async () => {
    const { scores } = await released(surveyId);
    const attacker = spans(
      PEOPLE.length,
      scores.filter(({ status }) => status === 'published').map(({ key }) => groupsOf(key)),
    );
    PEOPLE.forEach(([, , n], at) => {
      if (n < 5) expect(attacker([at])).toBe(false);
    });
  });

  it('take statistics along in every version', async () => {
    const analysis = await new ReleaseRepository(workers.main).findAnalysis(surveyId);
    const { scores } = await released(surveyId);
    const published = scores.filter(({ status }) => status === 'published');
    expect(analysis?.cells.map(({ key }) => cellName(key)).sort()).toEqual(
      published.map(({ key }) => cellName(key)).sort(),
    );
    expect(analysis?.whole?.completeCases).toBe(82);
  });

  it('are nobody’s to change: neither versions, nor scores, nor statistics', async () => {
    for (const statement of [
      `UPDATE results.release SET answered = 0`,
      `DELETE FROM results.score`,
      `UPDATE results.analysis SET body = '{}'`,
      `DELETE FROM results.table_request`,
    ])
      await expect(workers.main.query(statement)).rejects.toThrow('immutable');
  });

  it('are decided once by several jobs at the same time', async () => {
    const asked = await ask(surveyId, { attributes: ['ageBand', 'position'] });
    const jobs = await Promise.all([1, 2].map(() => requestJob(workers.main, 'survey.publish-tables', { surveyId })));
    for (const job of jobs) expect(await waitForJob(workers.jobs, job)).toMatchObject({ state: 'done' });
    const { state } = await stateOf(asked);
    expect(state).not.toBe('waiting');
    const versions = await workers.main.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM results.release WHERE survey_id = $1',
      [surveyId],
    );
    expect(versions[0]?.n).toBe(state === 'released' ? 3 : 2);
  });
});
