import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RosterRepository } from '#database';
import { freePort } from '#embedded';
import { DEPARTMENTS, testStaff } from '../factories/api.factory.js';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';
import { messyCsv, messyLines, messyWorkbook, STAFF, type MessyFile } from '../factories/messy-completions.js';
import { TestValkey } from '../factories/worker-queue.factory.js';
import { applyUpload, startWorkers, uploadAndCheck, type TestWorkers } from '../factories/worker.factory.js';

let databases: TestDatabases;
let valkey: TestValkey;
let workers: TestWorkers;

beforeAll(async () => {
  databases = await startDatabases();
  valkey = await TestValkey.start(await freePort());
  workers = await startWorkers(databases, valkey.url);
  const { main } = workers;
  const [pattern] = testStaff();
  if (!pattern) throw new Error('no test staff');
  const staff = STAFF.map((staffNumber) => ({ ...pattern, staffNumber, isHead: false }));
  const changes = STAFF.map((staffNumber) => ({ staffNumber, kind: 'added' as const, changes: [] }));
  const update = { departments: DEPARTMENTS, closedDepartments: [], staff, changes };
  await main.transaction((manager) =>
    new RosterRepository(main).apply(manager, update, { today: '2026-04-01', importId: null }),
  );
  await main.query(
    `INSERT INTO training.programme (key, name, counting, methods, sort)
     VALUES ('dx-promoter', 'DX推進員', 'once-in-plan', '[]', 0), ('all-staff', '全職員', 'once-a-fiscal-year', '[]', 1)`,
  );
  await main.query(
    `INSERT INTO training.course (key, name, programme_key, method, pass_mark) VALUES ('basics', 'DX基礎講座', 'dx-promoter', '集合', NULL),
       ('exam', 'DX試験', 'dx-promoter', 'eラーニング', 60), ('manners', '接遇', 'all-staff', '集合', NULL)`,
  );
}, 300_000);

afterAll(async () => {
  await workers?.stop();
  await valkey?.stop();
  await databases?.stop();
});

const lines = messyLines();
const right = lines.flatMap((line) => (line?.says ? [line.says] : []));
const courseLines = [...new Set(right.filter((says) => says.includes(' course:')))].sort();
/** Of a person's completions of one programme the earliest stands: all of them lie in one fiscal year. */
const programmeLines = [
  ...right
    .filter((says) => says.includes(' programme:'))
    .map((says) => says.split(' '))
    .sort(([, , a = ''], [, , b = '']) => (a < b ? 1 : -1))
    .reduce(
      (earliest, [person, subject, day]) => earliest.set(`${person} ${subject}`, day ?? ''),
      new Map<string, string>(),
    ),
]
  .map(([unit, day]) => `${unit} ${day} -`)
  .sort();

async function check({ bytes, errors }: MessyFile, encoding: string) {
  const upload = await uploadAndCheck(workers, 'completions', bytes);
  const { report } = upload;
  expect(report?.errors.map(({ line, column, ja }) => ({ line, column, ja }))).toEqual(errors);
  expect(report).toMatchObject({
    rows: lines.filter((line) => line !== null).length,
    validRows: right.length,
    errorCount: errors.length,
    encoding,
  });
  return upload;
}

async function stored(): Promise<string[]> {
  const rows = await workers.main.query<{ line: string }[]>(
    `SELECT concat_ws(' ', staff_number, 'course:' || course_key, completed_on, COALESCE(mark::text, '-')) AS line
     FROM training.course_completion WHERE source = 'import'
     UNION ALL SELECT concat_ws(' ', staff_number, 'programme:' || programme_key, completed_on, '-') FROM training.completion
     WHERE origin = 'import'`,
  );
  return rows.map(({ line }) => line).sort();
}

it('a messy file of 5,000 lines: the report names every mistake and nothing else, in all three forms', async () => {
  const utf8 = messyCsv(lines, 'utf-8', '\r\n');
  expect(utf8.errors.length).toBeGreaterThan(500);
  const added = courseLines.length + programmeLines.length;
  for (const [file, encoding] of [
    [utf8, 'utf-8'],
    [messyCsv(lines, 'cp932', '\n'), 'cp932'],
    [await messyWorkbook(lines), 'xlsx'],
  ] as const)
    expect((await check(file, encoding)).report?.counts).toEqual({ added, changed: 0, same: 0 });
  expect(await stored()).toEqual([]);
}, 120_000);

it('its right lines are taken when asked for, and taking them again in another form changes nothing', async () => {
  const upload = await check(await messyWorkbook(lines), 'xlsx');
  await expect(applyUpload(workers, upload.id)).rejects.toThrow('errors');
  await applyUpload(workers, upload.id, true);
  expect(await stored()).toEqual([...courseLines, ...programmeLines].sort());
  const again = await check(messyCsv(lines, 'cp932', '\r\n'), 'cp932');
  expect(again.report?.counts).toEqual({ added: 0, changed: 0, same: courseLines.length + programmeLines.length });
}, 120_000);

it('another mark for the same person, course and day is a change, and replaces it', async () => {
  const [first = ''] = courseLines.filter((says) => says.includes('course:exam') && !says.endsWith('-'));
  const [staffNumber, , day, mark] = first.split(' ');
  const file = Buffer.from(`職員番号,講座,修了日,点数\n${staffNumber},DX試験,${day},100\n`);
  const { id, report } = await uploadAndCheck(workers, 'completions', file);
  expect(report?.changed).toEqual([
    expect.objectContaining({ staffNumber, changes: [{ field: `DX試験 ${day} 点数`, before: mark, after: '100' }] }),
  ]);
  await applyUpload(workers, id);
  expect(await stored()).toContain(`${staffNumber} course:exam ${day} 100`);
}, 60_000);
