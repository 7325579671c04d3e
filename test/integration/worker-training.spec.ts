import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertJob, RosterRepository, TrainingRepository, type RosterChange } from '#database';
import { freePort } from '#embedded';
import { newJob } from '#queue';
import {
  formatHalfUp,
  rationalFromText,
  type EngagementLink,
  type ProgrammeForecast,
  type ProgrammeProgress,
  type ProgrammeProgressDetail,
  type StaffRecord,
  type TargetChange,
} from '#survey-model';
import { seedReferenceData } from '../../apps/cli/src/start/reference-data.js';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';
import { castAll, closeSurveyAsApi, handMadeContents } from '../factories/tally.factory.js';
import { requestJob, TestValkey, waitForJob } from '../factories/worker-queue.factory.js';
import { startWorkers, type TestWorkers } from '../factories/worker.factory.js';

let databases: TestDatabases;
let valkey: TestValkey;
let workers: TestWorkers;

/** 総務部 50, 市民部 30, 産業部 20. The worker's clock stands at 2026-11-10. */
const DEPARTMENTS = [
  { code: 'D1', name: '総務部', parentCode: null },
  { code: 'D1-1', name: '人事課', parentCode: 'D1' },
  { code: 'D1-2', name: '契約課', parentCode: 'D1' },
  { code: 'D2', name: '市民部', parentCode: null },
  { code: 'D2-1', name: '市民課', parentCode: 'D2' },
  { code: 'D3', name: '産業部', parentCode: null },
];
const STAFF = [...people('D1-1', 30), ...people('D1-2', 20), ...people('D2-1', 30), ...people('D3', 20)];

beforeAll(async () => {
  databases = await startDatabases();
  await seedReferenceData(databases.mainOwnerUrl);
  valkey = await TestValkey.start(await freePort());
  workers = await startWorkers(databases, valkey.url);
  // Two years: the fewer months are left, the quicker the forecast, which every recalculation asks for.
  await workers.main.query('DELETE FROM training.plan_year WHERE fiscal_year > 2026');
  await workers.main.query('UPDATE training.plan_year SET target = 10');
  await changeRoster('2025-04-01', 'added', STAFF);
}, 300_000);

afterAll(async () => {
  await workers?.stop();
  await valkey?.stop();
  await databases?.stop();
});

function people(departmentCode: string, count: number): StaffRecord[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ staffNumber: `${departmentCode}/${String(at).padStart(2, '0')}`, name: '職員', kana: null, departmentCode },
    ...{ positionKey: at === 0 ? 'manager' : 'officer', grade: null, jobType: '事務職', employmentType: 'regular' },
    ...{ birthDate: at % 2 === 0 ? '1990-04-01' : null, age: null, hireDate: null, status: 'active' as const },
    ...{ concurrentPosts: [], isHead: at === 0, email: null },
  }));
}

async function changeRoster(today: string, kind: RosterChange['kind'], staff: readonly StaffRecord[]): Promise<void> {
  const changes = staff.map(({ staffNumber }) => ({ staffNumber, kind, changes: [] }));
  const update = { departments: DEPARTMENTS, closedDepartments: [], staff: kind === 'left' ? [] : staff, changes };
  await workers.main.transaction((manager) =>
    new RosterRepository(workers.main).apply(manager, update, { today, importId: null }),
  );
}

/** Runs the job and what follows from it. */
async function recompute(): Promise<void> {
  const job = await waitForJob(workers.jobs, await requestJob(workers.main, 'training.targets', {}));
  expect(job).toMatchObject({ state: 'done', failure: null });
  await settle();
}

async function settle(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const left = await workers.main.query(`SELECT FROM jobs.job WHERE state IN ('pending', 'running')`);
    if (left.length === 0) return;
    await wait(50);
  }
  throw new Error('jobs are still unfinished');
}

async function standing(
  key = 'dx-promoter',
): Promise<{ progress: ProgrammeProgress; detail: ProgrammeProgressDetail }> {
  const found = (await new TrainingRepository(workers.main).loadProgress()).find((each) => each.programmeKey === key);
  if (!found?.detail) throw new Error(`${key} has no standing`);
  return { progress: found.progress, detail: found.detail };
}

const targetsOf = ({ departments }: ProgrammeProgress): [string, number, boolean][] =>
  departments.map(({ departmentCode, target, locked }) => [departmentCode, target, locked]);

async function revisions(): Promise<{ requested_by: string; changes: TargetChange[] }[]> {
  return workers.main.query(
    `SELECT requested_by, changes FROM training.target_history WHERE programme_key = 'dx-promoter' ORDER BY id`,
  );
}

async function completions(): Promise<string[]> {
  const rows = await workers.main.query<{ row: string }[]>(
    `SELECT staff_number || ' ' || completed_on || ' ' || origin AS row FROM training.completion
     WHERE programme_key = 'dx-promoter' ORDER BY 1`,
  );
  return rows.map(({ row }) => row);
}

async function forecast(key = 'dx-promoter'): Promise<ProgrammeForecast> {
  const sql = 'SELECT forecast FROM training.forecast WHERE programme_key = $1';
  const [row] = await workers.main.query<{ forecast: ProgrammeForecast }[]>(sql, [key]);
  if (!row) throw new Error(`no forecast of ${key}`);
  return row.forecast;
}

/** A settled session with its enrolments: the first `completed` of them completed the course. */
async function holdSession(day: string, staffNumbers: readonly string[], completed: number): Promise<void> {
  const session = randomUUID();
  await workers.main.query(
    `INSERT INTO training.session (id, course_key, starts_at, ends_at, capacity, apply_until, state, created_at, created_by)
     VALUES ($1, 'basic', $2::date + interval '1 hour', $2::date + interval '3 hours', 10, $2::date, 'closed', now(), 'hr')`,
    [session, day],
  );
  for (const [at, staffNumber] of staffNumbers.entries()) {
    const enrolment = randomUUID();
    await workers.main.query(
      `INSERT INTO training.enrolment (id, session_id, staff_number, place, approval, source, requested_at, requested_by, attendance,
         completed) VALUES ($1, $2, $3, 'seated', 'not-needed', 'application', now(), 'x', 'attended', $4)`,
      [enrolment, session, staffNumber, at < completed],
    );
    if (at < completed)
      await workers.main.query(
        `INSERT INTO training.course_completion (staff_number, course_key, completed_on, source, source_id, recorded_at)
         VALUES ($1, 'basic', $2, 'session', $3, now())`,
        [staffNumber, day, enrolment],
      );
  }
}

describe('training.targets', () => {
  it('shares the target out by headcount, and asks for the forecast', async () => {
    await recompute();
    const { progress, detail } = await standing();
    expect(targetsOf(progress)).toEqual([
      ['D1', 5, false],
      ['D2', 3, false],
      ['D3', 2, false],
    ]);
    expect(detail.burnUp).toHaveLength(24);
    expect(detail.positions.map(({ label, headcount }) => [label, headcount])).toEqual([
      ['課長級', 4],
      ['主事級', 96],
    ]);
    expect(detail.ageBands.map(({ key, headcount }) => [key, headcount])).toEqual([
      ['30s', 50],
      ['', 50],
    ]);
    expect(
      detail.sections.map(({ departmentCode, topCode, headcount }) => [departmentCode, topCode, headcount]),
    ).toEqual([
      ['D1-1', 'D1', 30],
      ['D1-2', 'D1', 20],
      ['D2-1', 'D2', 30],
      ['D3', 'D3', 20],
    ]);
    expect(await revisions()).toEqual([]);
    expect((await forecast()).asOf).toBe('2026-11-10');
  });

  it('derives completions from courses, beside those imported, and counts a person once', async () => {
    await workers.main.query(
      `INSERT INTO training.course (key, name, programme_key, method) VALUES
       ('basic', 'DX基礎', 'dx-promoter', '集合研修'), ('advanced', 'DX応用', 'dx-promoter', 'eラーニング')`,
    );
    await workers.main.query(
      `INSERT INTO training.completion (staff_number, programme_key, completed_on) VALUES
       ('D1-1/01', 'dx-promoter', '2026-06-10'), ('D2-1/01', 'dx-promoter', '2026-05-01')`,
    );
    await holdSession('2026-06-10', ['D1-1/01', 'D1-1/02', 'D1-1/03', 'D2-1/01', 'D1-1/05', 'D1-1/06'], 4);
    await recompute();
    expect(await completions()).toEqual([
      'D1-1/01 2026-06-10 import',
      'D1-1/02 2026-06-10 courses',
      'D1-1/03 2026-06-10 courses',
      'D2-1/01 2026-05-01 import',
      'D2-1/01 2026-06-10 courses',
    ]);
    const { progress, detail } = await standing();
    expect(progress).toMatchObject({ cumulative: 4, remaining: 16, active: 4 });
    expect(progress.departments.map(({ actual }) => actual)).toEqual([3, 1, 0]);
    const months = new Map(detail.burnUp.map(({ month, actual }) => [month, actual]));
    expect(['2026-04', '2026-05', '2026-06', '2026-11', '2026-12'].map((month) => months.get(month))).toEqual([
      ...[0, 1, 4, 4, null],
    ]);
    expect(await revisions()).toEqual([]);
  });

  it('writes only what differs, and takes back what courses no longer say', async () => {
    const rows = (): Promise<{ id: string }[]> =>
      workers.main.query(`SELECT id FROM training.completion WHERE staff_number = 'D1-1/02'`);
    const before = await rows();
    await workers.main.query(
      `INSERT INTO training.course_completion (staff_number, course_key, completed_on, source, recorded_at)
       VALUES ('D3/01', 'advanced', '2026-07-01', 'hr', now())`,
    );
    await recompute();
    expect(await rows()).toEqual(before);
    expect(await completions()).toContain('D3/01 2026-07-01 courses');
    await workers.main.query(`UPDATE training.programme SET completion = $1 WHERE key = 'dx-promoter'`, [
      { kind: 'required-courses', courses: ['basic', 'advanced'] },
    ]);
    await recompute();
    expect((await completions()).filter((row) => row.endsWith('courses'))).toEqual([]);
    expect((await standing()).progress.cumulative).toBe(2);
    await workers.main.query(`UPDATE training.programme SET completion = '{"kind": "any-course"}'`);
    await workers.main.query(`DELETE FROM training.course_completion WHERE course_key = 'advanced'`);
    await recompute();
    expect((await standing()).progress.cumulative).toBe(4);
  });

  it('keeps HR’s own figure, and the total with it', async () => {
    await workers.main.query(
      `INSERT INTO training.target_override VALUES ('dx-promoter', 2026, 'D3', 6, '重点', now(), 'jinji')`,
    );
    await recompute();
    const { progress } = await standing();
    // The 4 that are left go by 50 to 30.
    expect(targetsOf(progress)).toEqual([
      ['D1', 3, false],
      ['D2', 1, false],
      ['D3', 6, true],
    ]);
    expect(progress.unallocated).toBe(0);
    expect(await revisions()).toEqual([
      {
        requested_by: 'test',
        changes: [
          { departmentCode: 'D1', before: 5, after: 3, reasons: ['others-changed'] },
          { departmentCode: 'D2', before: 3, after: 1, reasons: ['others-changed'] },
          { departmentCode: 'D3', before: 2, after: 6, reasons: ['locked'] },
        ],
      },
    ]);
  });

  it('follows the roster: who leaves stays in the count, and targets move with the reason', async () => {
    await changeRoster(
      '2026-11-01',
      'left',
      STAFF.filter(({ staffNumber }) => /^D1-1\/(0|1)/.test(staffNumber)),
    );
    await changeRoster('2026-11-02', 'added', people('D2-1', 40).slice(30));
    await recompute();
    const { progress, detail } = await standing();
    // D1 has 30 left, D2 40: 4 people by 30 to 40.
    expect(targetsOf(progress)).toEqual([
      ['D1', 2, false],
      ['D2', 2, false],
      ['D3', 6, true],
    ]);
    expect(progress).toMatchObject({ cumulative: 4, active: 1 });
    const months = new Map(detail.burnUp.map((month) => [month.month, [month.actual, month.active]]));
    expect(months.get('2026-10')).toEqual([4, 4]);
    expect(months.get('2026-11')).toEqual([4, 1]);
    expect((await revisions()).at(-1)?.changes).toEqual([
      { departmentCode: 'D1', before: 3, after: 2, reasons: ['headcount-changed'] },
      { departmentCode: 'D2', before: 1, after: 2, reasons: ['headcount-changed'] },
    ]);
  });

  it('asked for many times at once computes less often, and ends up right', async () => {
    const before = await countJobs('training.forecast');
    const ids = await workers.main.transaction(async (manager) => {
      const asked: string[] = [];
      for (let at = 0; at < 6; at += 1) asked.push(await insertJob(manager, newJob('training.targets', {}, 'test')));
      return asked;
    });
    for (const id of ids) expect(await waitForJob(workers.jobs, id)).toMatchObject({ state: 'done' });
    await settle();
    expect((await countJobs('training.forecast')) - before).toBeLessThan(4);
    expect((await standing()).progress.cumulative).toBe(4);
  });
});

async function countJobs(name: string): Promise<number> {
  const sql = 'SELECT count(*)::integer AS n FROM jobs.job WHERE name = $1';
  return (await workers.main.query<{ n: number }[]>(sql, [name]))[0]?.n ?? 0;
}

describe('training.forecast', () => {
  it('rests on sessions, completions and leavers on record', async () => {
    await workers.main.query(
      `INSERT INTO training.session (course_key, starts_at, ends_at, capacity, apply_until, created_at, created_by)
       VALUES ('basic', '2026-12-10T10:00+09', '2026-12-10T12:00+09', 20, '2026-12-01', now(), 'hr')`,
    );
    await waitForJob(workers.jobs, await requestJob(workers.main, 'training.forecast', {}));
    const { basis, scenarios } = await forecast();
    // 2025-04-01 to 2026-11-10 are 589 days, to 2026-10-31 579, from 2026-11-02 9.
    const personYears = Math.round(((80 * 589 + 20 * 579 + 10 * 9) / 365.25) * 10) / 10;
    expect(basis).toMatchObject({
      ...{ bookedSeats: 20, pastSeats: 10, pastCompletions: 3, personYears, leavers: 20 },
      // One completion of May came without a session, in the 7 whole months of a year back that see it, 12 in all.
      ...{ seatsAMonth: 10 / 12, elsewhereAMonth: 1 / 12 },
    });
    expect(scenarios.map(({ scenario, years }) => [scenario, years.length])).toEqual([
      ['booked', 2],
      ['continuing', 2],
    ]);
    expect(scenarios[0]?.years[0]).toMatchObject({ fiscalYear: 2025, probability: 0, p50: 0 });
  });

  it('is the same, to the last digit, when it is computed again', async () => {
    const before = await forecast();
    await waitForJob(workers.jobs, await requestJob(workers.main, 'training.forecast', {}));
    expect(await forecast()).toEqual(before);
    expect(before.seed).toBeGreaterThan(0);
  });

  it('puts programmes beside the newest release by itself, from published figures only', async () => {
    const { surveyId } = await closeSurveyAsApi(databases.mainOwnerUrl, 60);
    await waitForJob(workers.jobs, await requestJob(workers.main, 'survey.announce', { surveyId }));
    await castAll(workers.collectorBox, surveyId, handMadeContents(surveyId, 60));
    await waitForJob(workers.jobs, await requestJob(workers.main, 'survey.tally', { surveyId }));
    await settle();
    const links = await workers.main.query<{ link: EngagementLink }[]>(
      `SELECT link FROM training.engagement_link WHERE programme_key = 'dx-promoter' ORDER BY measure`,
    );
    expect(links.map(({ link }) => [link.surveyId, link.measure])).toEqual(
      ['a', 'b', 'overall'].map((measure) => [surveyId, measure]),
    );
    const released = await workers.main.query<{ code: string; status: string; n: number; overall: string | null }[]>(
      `SELECT key ->> 'department' AS code, status, n, body ->> 'overall' AS overall FROM results.score
       WHERE key - 'department' = '{}' AND key ->> 'department' IN ('D1', 'D2') ORDER BY 1`,
    );
    expect(released.map(({ code }) => code)).toEqual(['D1', 'D2']);
    const shown = released.filter(({ status, n }) => status === 'published' && n >= 10);
    expect(shown.length).toBeGreaterThan(0);
    const densities = new Map((await standing()).progress.departments.map((each) => [each.departmentCode, each]));
    expect(links.at(-1)?.link.departments).toEqual(
      shown.map(({ code, overall }) => ({
        departmentCode: code,
        density: (((densities.get(code)?.active ?? 0) * 100) / (densities.get(code)?.headcount ?? 1)).toFixed(1),
        mean: formatHalfUp(rationalFromText(overall ?? ''), 2),
      })),
    );
    expect(links.every(({ link }) => link.correlation === null)).toBe(true);
  });
});
