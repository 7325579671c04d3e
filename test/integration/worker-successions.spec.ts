import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RosterRepository, SuccessionRepository } from '#database';
import { freePort } from '#embedded';
import iconv from 'iconv-lite';
import { DEPARTMENTS } from '../factories/api.factory.js';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';
import { TestValkey } from '../factories/worker-queue.factory.js';
import { applyUpload, startWorkers, uploadAndCheck, type TestWorkers } from '../factories/worker.factory.js';

let databases: TestDatabases;
let valkey: TestValkey;
let workers: TestWorkers;

/** 契約課 and 市民課 are no more; 文書課 and 窓口課 are new. */
const AFTER = [
  ...DEPARTMENTS.filter(({ code }) => code !== 'A2' && code !== 'B1'),
  { code: 'A3', name: '文書課', parentCode: 'A' },
  { code: 'B2', name: '窓口課', parentCode: 'B' },
];

beforeAll(async () => {
  databases = await startDatabases();
  valkey = await TestValkey.start(await freePort());
  workers = await startWorkers(databases, valkey.url);
  await reorganise(DEPARTMENTS, [], '2025-04-01');
  await reorganise(AFTER, ['A2', 'B1'], '2026-04-01');
}, 300_000);

afterAll(async () => {
  await workers?.stop();
  await valkey?.stop();
  await databases?.stop();
});

async function reorganise(departments: typeof DEPARTMENTS, closed: string[], today: string): Promise<void> {
  const update = { departments, closedDepartments: closed, staff: [], changes: [] };
  await workers.main.transaction((manager) =>
    new RosterRepository(workers.main).apply(manager, update, { today, importId: null }),
  );
}

const HEADERS = '旧組織コード,旧組織名,新組織コード,新組織名';
const check = (...rows: string[]) =>
  uploadAndCheck(workers, 'successions', iconv.encode([HEADERS, ...rows].join('\r\n'), 'cp932'));
const stored = async (): Promise<string[]> =>
  (await new SuccessionRepository(workers.main).load()).map(({ oldCode, newCode }) => `${oldCode}>${newCode}`);

describe('a list of successions', () => {
  it('is checked first: nothing is taken, and the report says what would be, by old department', async () => {
    const { state, report } = await check('A2,契約課,A3,文書課', 'A2,契約課,B2,窓口課', 'B1,市民課,B2,窓口課');
    expect(state).toBe('checked');
    expect(report).toMatchObject({
      rows: 3,
      validRows: 3,
      encoding: 'cp932',
      errorCount: 0,
      counts: { added: 2, changed: 0, same: 0 },
      changed: [],
    });
    expect(report?.added).toEqual([
      {
        staffNumber: 'A2',
        name: '契約課',
        changes: [{ field: 'newCode', before: '', after: 'A3 文書課、B2 窓口課' }],
      },
      { staffNumber: 'B1', name: '市民課', changes: [{ field: 'newCode', before: '', after: 'B2 窓口課' }] },
    ]);
    expect(await stored()).toEqual([]);
  });

  it('is then applied, and a second time changes nothing', async () => {
    const first = await check('A2,,A3,', 'A2,,B2,', 'B1,,B2,');
    await applyUpload(workers, first.id);
    expect(await stored()).toEqual(['A2>A3', 'A2>B2', 'B1>B2']);
    const again = await check('A2,,A3,', 'A2,,B2,', 'B1,,B2,');
    expect(again.report).toMatchObject({ counts: { added: 0, changed: 0, same: 2 } });
    await applyUpload(workers, again.id);
    expect(await stored()).toEqual(['A2>A3', 'A2>B2', 'B1>B2']);
    const events = await workers.main.query<{ action: string; detail: unknown }[]>(
      `SELECT action, detail FROM identity.audit_event WHERE subject = $1`,
      [first.id],
    );
    expect(events).toEqual([
      {
        action: 'import.successions.applied',
        detail: { fileName: 'successions.csv', added: 2, changed: 0, same: 0 },
      },
    ]);
  });

  it('takes the place of what was on record for the old departments it names, and of nothing else', async () => {
    const upload = await check('A2,,A3,');
    expect(upload.report).toMatchObject({
      counts: { added: 0, changed: 1, same: 0 },
      changed: [{ changes: [{ before: 'A3 文書課、B2 窓口課', after: 'A3 文書課' }] }],
    });
    await applyUpload(workers, upload.id);
    expect(await stored()).toEqual(['A2>A3', 'B1>B2']);
  });

  it('with one wrong line is not taken at all, whoever asks for the valid rows', async () => {
    const upload = await check('A2,,B2,', 'Z9,,A3,', 'A1,,A2,', 'A1,,A1,', 'A2,,B2,');
    expect(upload).toMatchObject({ state: 'refused', report: { rows: 5, validRows: 0, errorCount: 4 } });
    expect(upload.report?.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, '旧組織コード'],
      [4, '新組織コード'],
      [5, '新組織コード'],
      [6, '旧組織コード'],
    ]);
    await expect(applyUpload(workers, upload.id, true)).rejects.toThrow('Not one row can be taken');
    expect(await stored()).toEqual(['A2>A3', 'B1>B2']);
  });

  it('may not lead in a circle with what is on record', async () => {
    await applyUpload(workers, (await check('A1,,A3,')).id);
    const upload = await check('A3,,A1,');
    expect(upload).toMatchObject({ state: 'refused', report: { errorCount: 1 } });
    expect(upload.report?.errors[0]).toMatchObject({ line: 2, column: '新組織コード' });
  });
});
