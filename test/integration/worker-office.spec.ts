import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RosterRepository, TrainingRepository } from '#database';
import { freePort } from '#embedded';
import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import { seedReferenceData } from '../../apps/cli/src/start/reference-data.js';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';
import { castAll, closeSurveyAsApi, handMadeContents } from '../factories/tally.factory.js';
import { requestJob, TestValkey, waitForJob } from '../factories/worker-queue.factory.js';
import {
  applyUpload,
  readUpload,
  startWorkers,
  uploadAndCheck,
  type TestWorkers,
} from '../factories/worker.factory.js';

let databases: TestDatabases;
let valkey: TestValkey;
let workers: TestWorkers;

beforeAll(async () => {
  databases = await startDatabases();
  await seedReferenceData(databases.mainOwnerUrl);
  valkey = await TestValkey.start(await freePort());
  workers = await startWorkers(databases, valkey.url);
}, 300_000);

afterAll(async () => {
  await workers?.stop();
  await valkey?.stop();
  await databases?.stop();
});

const HEADERS = '職員番号,氏名,所属コード,所属名,職位,職種,生年月日,所属長';
const row = (staffNumber: string, name: string, code: string, path: string, position = '主事', head = ''): string =>
  `${staffNumber},${name},${code},${path},${position},事務職,1990-04-01,${head}`;

function csv(rows: readonly string[], encoding: 'cp932' | 'utf-8' = 'cp932'): Buffer {
  return iconv.encode([HEADERS, ...rows].join('\r\n'), encoding);
}

const FIRST = [
  row('100001', '山田 太郎', '11', '総務部/人事課', '課長', '○'),
  row('100002', '佐藤 花子', '11', '総務部/人事課'),
  row('100003', "O'Brien 一郎", '12', '総務部/契約課'),
  row('100004', '鈴木 次郎', '21', '市民部/市民課'),
];

async function importRoster(rows: readonly string[], acceptValid = false): Promise<string> {
  const upload = await uploadAndCheck(workers, 'roster', csv(rows));
  await applyUpload(workers, upload.id, acceptValid);
  return upload.id;
}

const staffNumbers = async (): Promise<string[]> =>
  (await new RosterRepository(workers.main).loadStaff()).map(({ staffNumber }) => staffNumber);

async function changesOf(importId: string): Promise<string[]> {
  const rows = await workers.main.query<{ change: string }[]>(
    `SELECT staff_number || ' ' || kind AS change FROM identity.staff_change WHERE import_id = $1 ORDER BY 1`,
    [importId],
  );
  return rows.map(({ change }) => change);
}

describe('a roster file', () => {
  it('is checked first: nothing is taken, and the report says what would be', async () => {
    const { state, report } = await uploadAndCheck(workers, 'roster', csv(FIRST));
    expect(state).toBe('checked');
    expect(report).toMatchObject({
      rows: 4,
      validRows: 4,
      encoding: 'cp932',
      errorCount: 0,
      counts: { added: 4, left: 0 },
    });
    expect(report?.added[2]).toEqual({
      staffNumber: '100003',
      name: "O'Brien 一郎",
      changes: [{ field: '所属', before: '', after: '総務部/契約課' }],
    });
    expect(await staffNumbers()).toEqual([]);
  });

  it('is then applied: people, departments, history, audit; and the file is deleted', async () => {
    const id = await importRoster(FIRST);
    expect(await staffNumbers()).toEqual(['100001', '100002', '100003', '100004']);
    const departments = await new RosterRepository(workers.main).loadDepartments();
    expect(departments.map(({ name }) => name).sort()).toEqual(
      ['人事課', '契約課', '市民部', '市民課', '総務部'].sort(),
    );
    expect(await changesOf(id)).toEqual(['100001 added', '100002 added', '100003 added', '100004 added']);
    const upload = await readUpload(workers.main, id);
    expect(upload).toMatchObject({ state: 'applied', file: null });
    const events = await workers.main.query(`SELECT actor, detail FROM identity.audit_event WHERE subject = $1`, [id]);
    expect(events).toEqual([
      {
        actor: 'test',
        detail: { fileName: 'roster.csv', added: 4, changed: 0, moved: 0, left: 0, unclear: 0, same: 0 },
      },
    ]);
  });

  it('applied twice changes nothing the second time', async () => {
    const id = await importRoster(FIRST);
    expect(await changesOf(id)).toEqual([]);
    const before = await workers.main.query('SELECT count(*) FROM identity.audit_event');
    await applyUpload(workers, id);
    expect(await workers.main.query('SELECT count(*) FROM identity.audit_event')).toEqual(before);
  });

  it('moves, changes, lets leave, and closes departments nobody is in any more', async () => {
    const id = await importRoster([
      row('100001', '山田 太郎', '11', '総務部/人事課', '部長', '○'),
      row('100002', '佐藤 花子', '12', '総務部/契約課'),
      row('100003', "O'Brien 一郎", '12', '総務部/契約課'),
    ]);
    expect(await changesOf(id)).toEqual(['100001 changed', '100002 moved', '100004 left']);
    expect(await staffNumbers()).toEqual(['100001', '100002', '100003']);
    const closed = await workers.main.query(
      `SELECT name, valid_to::text FROM identity.department WHERE valid_to IS NOT NULL ORDER BY name`,
    );
    expect(closed).toEqual([
      { name: '市民課', valid_to: '2026-11-10' },
      { name: '市民部', valid_to: '2026-11-10' },
    ]);
  });

  it('brings back one who had left, and their department', async () => {
    const id = await importRoster(FIRST);
    expect(await changesOf(id)).toContain('100004 returned');
    expect(await staffNumbers()).toContain('100004');
    expect(await workers.main.query(`SELECT 1 FROM identity.department WHERE valid_to IS NOT NULL`)).toEqual([]);
  });

  it('with a bad line is not taken unless the valid rows are asked for, and nobody leaves for a bad line', async () => {
    const rows = [...FIRST.slice(0, 3), '100004,鈴木 次郎,21,市民部/市民課,総理大臣,事務職,1990-04-01,'];
    const upload = await uploadAndCheck(workers, 'roster', csv(rows));
    expect(upload.report).toMatchObject({ errorCount: 1, validRows: 3, counts: { left: 0, unclear: 1, same: 3 } });
    expect(upload.report?.errors[0]).toMatchObject({ line: 5, column: '職位' });
    await expect(applyUpload(workers, upload.id)).rejects.toThrow('There are 1 errors');
    expect(await readUpload(workers.main, upload.id)).toMatchObject({ state: 'checked' });
    await applyUpload(workers, upload.id, true);
    expect(await staffNumbers()).toEqual(['100001', '100002', '100003', '100004']);
    expect(await workers.main.query(`SELECT 1 FROM identity.department WHERE valid_to IS NOT NULL`)).toEqual([]);
  });

  it('remembers the mapping of its columns', async () => {
    const strange = iconv.encode(
      csv(FIRST, 'utf-8').toString().replace('職員番号', '番号X').replace('氏名', '名称Y'),
      'utf-8',
    );
    const first = await uploadAndCheck(workers, 'roster', strange);
    expect(first).toMatchObject({ state: 'refused', report: { validRows: 0 } });
    const mapping = { ...first.mapping, staffNumber: '番号X', name: '名称Y' };
    const second = await uploadAndCheck(workers, 'roster', strange, mapping);
    expect(second).toMatchObject({ state: 'checked', report: { validRows: 4, errorCount: 0 } });
    await applyUpload(workers, second.id);
    expect(await uploadAndCheck(workers, 'roster', strange)).toMatchObject({ state: 'checked', mapping });
  });

  it('that is no table fails with a reason in both languages', async () => {
    const importId = (await uploadAndCheck(workers, 'roster', Buffer.from('%PDF-1.7 not a table'))).id;
    const upload = await readUpload(workers.main, importId);
    expect(upload).toMatchObject({ state: 'failed', report: null });
    const [job] = await workers.main.query<{ failure: { ja: string; en: string } }[]>(
      `SELECT failure FROM jobs.job WHERE payload ->> 'importId' = $1`,
      [importId],
    );
    expect(job?.failure).toMatchObject({ code: 'not-a-spreadsheet', ja: expect.any(String), en: expect.any(String) });
  });

  it('is applied once although two processes are asked at once', async () => {
    const upload = await uploadAndCheck(workers, 'roster', csv(FIRST.slice(0, 3)));
    const second = await startWorkers(databases, valkey.url);
    try {
      await Promise.all([applyUpload(workers, upload.id), applyUpload(second, upload.id)]);
      expect(await changesOf(upload.id)).toEqual(['100004 left']);
    } finally {
      await second.stop();
    }
    await importRoster(FIRST);
  });
});

describe('completions', () => {
  const completions = (rows: readonly string[]): Buffer => Buffer.from(['職員番号,研修,修了日', ...rows].join('\n'));
  const apply = async (rows: readonly string[]): Promise<void> => {
    const upload = await uploadAndCheck(workers, 'completions', completions(rows));
    expect(upload).toMatchObject({ state: 'checked', report: { errorCount: 0 } });
    await applyUpload(workers, upload.id);
  };
  const stored = async (): Promise<string[]> =>
    (await new TrainingRepository(workers.main).loadCompletions())
      .map(({ staffNumber, programmeKey, completedOn }) => `${staffNumber} ${programmeKey} ${completedOn}`)
      .sort();
  const progress = async (key: string) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const left = await workers.main.query(
        `SELECT 1 FROM jobs.job WHERE name = 'training.targets' AND state IN ('pending', 'running')`,
      );
      if (left.length === 0) break;
      await wait(100);
    }
    const rows = await new TrainingRepository(workers.main).loadProgress();
    return rows.find((each) => each.programmeKey === key)?.progress;
  };

  it('count a person once in the plan: another day takes the place of the first', async () => {
    await apply(['100001,DX推進員,2025-06-01', '100002,dx-promoter,2026/7/1', '100001,全職員,2026-05-01']);
    await apply(['100001,DX推進員,2026-06-02']);
    expect(await stored()).toEqual([
      '100001 all-staff 2026-05-01',
      '100001 dx-promoter 2026-06-02',
      '100002 dx-promoter 2026-07-01',
    ]);
  });

  it('count a person once a fiscal year where the programme says so', async () => {
    await apply(['100001,全職員,2025-05-01', '100001,全職員,2026-09-01']);
    expect((await stored()).filter((each) => each.includes('all-staff'))).toEqual([
      '100001 all-staff 2025-05-01',
      '100001 all-staff 2026-09-01',
    ]);
  });

  it('change standing and targets: by department, remaining to the goal, for the fiscal year of the clock', async () => {
    const standing = await progress('dx-promoter');
    expect(standing).toMatchObject({ total: 500, cumulative: 2, remaining: 498, targetYear: 2026 });
    expect(standing?.years.find(({ fiscalYear }) => fiscalYear === 2026)).toMatchObject({ target: 100, actual: 2 });
    const departments = await new RosterRepository(workers.main).loadDepartments();
    const byName = standing?.departments.map((each) => [
      departments.find(({ code }) => code === each.departmentCode)?.name,
      each.headcount,
      each.actual,
    ]);
    expect(byName).toEqual([
      ['総務部', 3, 2],
      ['市民部', 1, 0],
    ]);
  });

  it('of somebody unknown are refused by line', async () => {
    const { state, report } = await uploadAndCheck(workers, 'completions', completions(['999999,DX推進員,2026-06-01']));
    expect(state).toBe('refused');
    expect(report).toMatchObject({ rows: 1, validRows: 0, errorCount: 1 });
    expect(report?.errors[0]).toMatchObject({ line: 2, column: '職員番号' });
  });
});

describe('workbooks', () => {
  it('are built for every department in one zip, and for one alone, from the release', async () => {
    const { surveyId } = await closeSurveyAsApi(databases.mainOwnerUrl, 60);
    await waitForJob(workers.jobs, await requestJob(workers.main, 'survey.announce', { surveyId }));
    await castAll(workers.collectorBox, surveyId, handMadeContents(surveyId, 60));
    await waitForJob(workers.jobs, await requestJob(workers.main, 'survey.tally', { surveyId }));

    const all = await requestJob(workers.main, 'workbook.build', { surveyId });
    expect(await waitForJob(workers.jobs, all)).toMatchObject({ state: 'done', totalSteps: 6 });
    const zip = await workers.jobs.findFile(all);
    expect(zip).toMatchObject({ contentType: 'application/zip', fileName: '2026_組織別報告書.zip' });
    expect(zip?.expiresAt.toISOString()).toBe('2026-11-11T00:00:00.000Z');
    const names = Object.keys(unzipSync(new Uint8Array(zip?.data ?? Buffer.alloc(0))));
    expect(names).toContain('2026_総務部_人事課.xlsx');
    expect(names).toHaveLength(6);

    const one = await requestJob(workers.main, 'workbook.build', { surveyId, departmentCode: 'D2-2' });
    expect(await waitForJob(workers.jobs, one)).toMatchObject({ state: 'done' });
    expect((await workers.jobs.findFile(one))?.fileName).toBe('2026_市民部_国保課.xlsx');
  });

  it('are refused while nothing is released, and for a department that is none', async () => {
    const job = await waitForJob(
      workers.jobs,
      await requestJob(workers.main, 'workbook.build', { surveyId: randomUUID() }),
    );
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'survey-not-released' } });
  });

  it('are deleted when nobody may download them any more', async () => {
    const count = async (): Promise<number> =>
      (await workers.main.query<{ n: number }[]>('SELECT count(*)::int AS n FROM jobs.file'))[0]?.n ?? 0;
    expect(await count()).toBe(2);
    const later = await startWorkers(databases, valkey.url, new Date('2026-11-11T00:00:01Z'));
    try {
      for (let tries = 0; tries < 100 && (await count()) > 0; tries += 1) await wait(50);
      expect(await count()).toBe(0);
    } finally {
      await later.stop();
    }
  });
});
