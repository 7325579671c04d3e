import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { JobEntity, JobFileEntity } from '#database';
import { freePort } from '#embedded';
import type { DocumentPayload } from '#queue';
import { seedReferenceData } from '../../apps/cli/src/start/reference-data.js';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';
import { findPdfTools } from '../factories/pdf-tools.js';
import { planDetail, planForecast } from '../factories/plan-report.factory.js';
import { openWorkbook } from '../factories/read-workbook.js';
import { dxProgress } from '../factories/training-report.factory.js';
import { requestJob, TestValkey, waitForJob } from '../factories/worker-queue.factory.js';
import { startWorkers, type TestWorkers } from '../factories/worker.factory.js';

const SESSION = randomUUID();
const TOOLS = findPdfTools('the text of certificates and attendance sheets');
let databases: TestDatabases;
let valkey: TestValkey;
let workers: TestWorkers;

beforeAll(async () => {
  databases = await startDatabases();
  await seedReferenceData(databases.mainOwnerUrl);
  valkey = await TestValkey.start(await freePort());
  workers = await startWorkers(databases, valkey.url);
  for (const statement of CITY) await workers.main.query(statement);
}, 300_000);

afterAll(async () => {
  await workers?.stop();
  await valkey?.stop();
  await databases?.stop();
});

/** Two sections; a session with three seats taken, one of them undecided, one who waits and one who cancelled. */
const CITY = [
  `INSERT INTO identity.organisation (name) VALUES ('青葉市')`,
  `INSERT INTO identity.department (code, name, parent_code, valid_from, sort) VALUES ('D10', '総務部', NULL, '2020-04-01', 1),
     ('D10-1', '人事課', 'D10', '2020-04-01', 2), ('D20', '市民部', NULL, '2020-04-01', 3), ('D20-1', '市民課', 'D20', '2020-04-01', 4)`,
  `INSERT INTO identity.staff_member (staff_number, name, department_code, position_key, job_type, employment_type, status)
     SELECT number, name, code, 'staff', '事務職', '正規職員', 'active' FROM (VALUES ('000001', '青葉 太郎', 'D20-1'),
       ('000002', '髙橋 花子', 'D10-1'), ('000003', '𠮷田 次郎', 'D10-1'), ('000004', '鈴木 待子', 'D10-1'),
       ('000005', '佐藤 辞退', 'D10-1')) AS staff (number, name, code)`,
  `INSERT INTO training.course (key, name, programme_key, method) VALUES ('data-basics', 'データ活用基礎', 'dx-promoter', '集合研修')`,
  `INSERT INTO training.session (id, course_key, starts_at, ends_at, room, capacity, apply_until, created_at, created_by)
     VALUES ('${SESSION}', 'data-basics', '2026-11-05T13:30+09', '2026-11-05T16:30+09', '大会議室', 30, '2026-11-01', now(), 'hr')`,
  `INSERT INTO training.enrolment (session_id, staff_number, place, approval, source, requested_at, requested_by, attendance, mark, completed)
     VALUES ('${SESSION}', '000001', 'seated', 'approved', 'application', now(), 'x', 'attended', 85, true),
       ('${SESSION}', '000002', 'seated', 'pending', 'application', now(), 'x', 'absent', NULL, false),
       ('${SESSION}', '000003', 'seated', 'not-needed', 'nomination-hr', now(), 'x', NULL, NULL, NULL),
       ('${SESSION}', '000004', 'waiting', 'approved', 'application', now(), 'x', NULL, NULL, NULL),
       ('${SESSION}', '000005', 'cancelled', 'approved', 'application', now(), 'x', NULL, NULL, NULL)`,
  `INSERT INTO training.course_completion (staff_number, course_key, completed_on, source, source_id, recorded_at)
     SELECT staff_number, 'data-basics', '2026-11-05', 'session', id::text, now() FROM training.enrolment WHERE completed`,
  `INSERT INTO training.completion (staff_number, programme_key, completed_on) VALUES ('000001', 'dx-promoter', '2026-11-05'),
     ('000003', 'dx-promoter', '2026-06-01'), ('000002', 'dx-promoter', '2026-03-31'), ('000002', 'all-staff', '2025-05-01'),
     ('000002', 'all-staff', '2026-05-01'), ('000002', 'all-staff', '2026-09-01')`,
];

interface Made {
  readonly job: JobEntity;
  readonly file: JobFileEntity | null;
}

async function make(payload: DocumentPayload): Promise<Made> {
  const id = await requestJob(workers.main, 'document.build', payload);
  return { job: await waitForJob(workers.jobs, id), file: await workers.jobs.findFile(id) };
}

const certificateOf = (staffNumber: string, subject: string): Promise<Made> =>
  make({ kind: 'certificate', subject, staffNumber });

/** The document's text without blanks; "" where no PDF reader is installed, and then nothing is expected of it. */
function expectText({ file }: Made, ...parts: readonly string[]): string {
  expect(file?.data.subarray(0, 5).toString()).toBe('%PDF-');
  if (!TOOLS || !file) return '';
  const text = TOOLS.text(file.data).replaceAll(/\s+/g, '');
  for (const part of parts) expect(text).toContain(part);
  return text;
}

describe('certificates', () => {
  it('are numbered within the fiscal year of completion, and the same one keeps its number for ever', async () => {
    const first = await certificateOf('000001', 'programme:dx-promoter');
    expect(first.job).toMatchObject({ state: 'done' });
    expect(first.file).toMatchObject({ fileName: '修了証書_第R8-0001号.pdf', contentType: 'application/pdf' });
    expect(first.file?.expiresAt.toISOString()).toBe('2026-11-11T00:00:00.000Z');
    expectText(first, '第R8-0001号', '青葉太郎殿', '『DX推進員』', '令和8年11月5日', '青葉市');
    const course = await certificateOf('000001', 'course:data-basics');
    expectText(course, '第R8-0002号', '『データ活用基礎』');
    const again = await certificateOf('000001', 'programme:dx-promoter');
    expect(again.file?.data.equals(first.file?.data ?? Buffer.alloc(0))).toBe(true);
  });

  it('are for the day that counts: 31 March belongs to the year before, and the latest year of yearly programmes', async () => {
    expectText(await certificateOf('000002', 'programme:dx-promoter'), '第R7-0001号', '令和8年3月31日');
    expectText(await certificateOf('000002', 'programme:all-staff'), '第R8-0003号', '令和8年5月1日');
  });

  it('of many asked for at once have numbers without gaps or doubles', async () => {
    const staff = Array.from({ length: 6 }, (_, index) => `90000${index}`);
    for (const number of staff) {
      await workers.main.query(
        `INSERT INTO identity.staff_member (staff_number, name, department_code, position_key, job_type, employment_type, status)
         VALUES ($1, '山田 花子', 'D10-1', 'staff', '事務職', '正規職員', 'active')`,
        [number],
      );
      await workers.main.query(
        `INSERT INTO training.completion (staff_number, programme_key, completed_on) VALUES ($1, 'dx-promoter', '2024-05-01')`,
        [number],
      );
    }
    const made = await Promise.all(staff.map((number) => certificateOf(number, 'programme:dx-promoter')));
    expect(made.map(({ file }) => file?.fileName).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `修了証書_第R6-000${number}号.pdf`),
    );
  });

  it('with a character that no font has say so in name, step and on the page', async () => {
    const made = await certificateOf('000003', 'programme:dx-promoter');
    expect(made.file?.fileName).toMatch(/号_要確認\.pdf$/);
    expect(made.job.step).toContain('〓');
    expectText(made, '〓田次郎殿', 'U+20BB7');
  });

  it.each([
    ['000004', 'programme:dx-promoter'],
    ['000001', 'programme:none'],
    ['000001', 'course:none'],
    ['000001', 'anything'],
    ['999999', 'programme:dx-promoter'],
  ])('are refused where nothing was completed: %s %s', async (staffNumber, subject) => {
    const { job, file } = await certificateOf(staffNumber, subject);
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'completion-unknown', ja: expect.any(String) } });
    expect(file).toBeNull();
    const kept = await workers.main.query(
      'SELECT 1 FROM training.certificate WHERE staff_number = $1 AND subject = $2',
      [staffNumber, subject],
    );
    expect(kept).toEqual([]);
  });
});

describe('documents of a session', () => {
  it('an attendance sheet lists who has a seat, by department', async () => {
    const made = await make({ kind: 'attendance-sheet', subject: SESSION });
    expect(made.file?.fileName).toBe('出席簿_2026-11-05_データ活用基礎_要確認.pdf');
    const text = expectText(
      ...([made, '令和8年11月5日(木)13:30〜16:30', '大会議室', '1000002髙橋花子総務部人事課承認待ち'] as const),
      ...['2000003〓田次郎総務部人事課', '3000001青葉太郎市民部市民課'],
    );
    expect(text).not.toMatch(/待子|辞退/);
  });

  it('a completion list tells attendance, marks and completions', async () => {
    const { file } = await make({ kind: 'completion-list', subject: SESSION });
    expect(file?.fileName).toBe('出席・修了者一覧_2026-11-05_データ活用基礎.xlsx');
    const opened = await openWorkbook(new Uint8Array(file?.data ?? Buffer.alloc(0)));
    expect(opened.rows('出席・修了者一覧').slice(3)).toEqual([
      ['000002', '髙橋 花子', '総務部 人事課', '欠席', '', '未修了', ''],
      ['000003', '𠮷田 次郎', '総務部 人事課', '未記録', '', '未記録', ''],
      ['000001', '青葉 太郎', '市民部 市民課', '出席', '85', '修了', '令和8年11月5日'],
    ]);
  });

  it.each(['attendance-sheet', 'completion-list'] as const)('%s of no session is refused', async (kind) => {
    for (const payload of [{ kind, subject: randomUUID() }, { kind, subject: 'x' }, { kind }])
      expect((await make(payload)).job).toMatchObject({ state: 'failed', failure: { code: 'session-unknown' } });
  });
});

describe("the training plan's workbook", () => {
  // The office worker computes the plan once a day by itself; here it starts from nothing.
  beforeAll(async () => {
    const unfinished = `SELECT FROM jobs.job WHERE name IN ('training.targets', 'training.forecast') AND state IN ('pending', 'running')`;
    while ((await workers.main.query<unknown[]>(unfinished)).length > 0) await wait(50);
    for (const table of ['progress', 'forecast']) await workers.main.query(`DELETE FROM training.${table}`);
  });

  const plan = async () => {
    const { job, file } = await make({ kind: 'training-plan' });
    expect([job.state, file?.fileName]).toEqual(['done', 'DX推進研修計画_2026-11-10.xlsx']);
    return openWorkbook(new Uint8Array(file?.data ?? Buffer.alloc(0)));
  };

  it('has the published plan while nothing has been computed, and says so', async () => {
    const opened = await plan();
    expect(opened.rows('DX推進研修計画')[3]).toEqual(['DX推進員', '100', '100', '100', '100', '100', '500']);
    expect(opened.rows('見通し').flat().join()).toContain('まだ計算されていません');
  });

  it('has standing, sections and forecast once they are there', async () => {
    const save = `INSERT INTO training.progress (programme_key, computed_at, progress, detail) VALUES ('dx-promoter', now(), $1, $2)`;
    await workers.main.query(save, [JSON.stringify(dxProgress()), JSON.stringify(planDetail())]);
    await workers.main.query(`INSERT INTO training.forecast VALUES ('dx-promoter', now(), $1)`, [
      JSON.stringify(planForecast()),
    ]);
    const opened = await plan();
    expect(opened.rowWith('DX推進研修計画', '実績')).toEqual(['実績', 103, 41, '', '', '', 144]);
    expect(opened.rowWith('組織別目標', '総務部')[1]).toBe(80);
    expect(opened.rowWith('課別密度', '総務部 人事課')[4]).toBe(50);
    expect(opened.rowWith('見通し', '令和9年度末')[2]).toBe(0.31);
  });
});
