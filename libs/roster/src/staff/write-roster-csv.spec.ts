import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STAFF_STATUSES, type DepartmentRecord, type Position, type StaffRecord } from '#survey-model';
import { openTable, readTable } from '#tabular';
import { parseDepartments } from '../departments/parse-departments.js';
import { parseRoster } from './parse-roster.js';
import { writeDepartmentsCsv, writeRosterCsv } from './write-roster-csv.js';

const positions: Position[] = [
  { key: 'manager', name: '課長級', grades: [6], titles: ['課長'] },
  { key: 'supervisor', name: '主幹級・主査級', grades: [5, 4], titles: ['主幹', '主査'] },
];

/** A tree in which not every department has people, with names that hold what paths are divided by. */
const departments: DepartmentRecord[] = [
  { code: '10', name: '総務部', parentCode: null },
  { code: '11', name: '人事・給与課', parentCode: '10' },
  { code: '111', name: 'DX 推進/第1係', parentCode: '11' },
  { code: '20', name: '議会 事務局', parentCode: null },
  { code: 'auto-1', name: '=学校|A', parentCode: null },
];

const text = fc.oneof(
  fc.constantFrom('髙橋 一郎', '﨑', 'O\'Brien, "A"', '=cmd', '+81', '@x', '-', '𠮷野', '  x'.trim()),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((value) => value.replace(/[\s\0\ufeff\ufffd\p{Cc}\p{Cs}]+/gu, '') || 'x'),
);
const day = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

const code = fc.constantFrom(...departments.map((each) => each.code));
const record: fc.Arbitrary<StaffRecord> = fc
  .record({
    name: text,
    kana: fc.constantFrom(null, 'タカハシ イチロウ'),
    departmentCode: code,
    positionKey: fc.constantFrom('manager', 'supervisor'),
    grade: fc.constantFrom(null, 1, 6, 20),
    jobType: fc.oneof(fc.constant(''), text),
    employmentType: fc.constantFrom('regular', 'reappointed', 'fixed-term', 'term-limited', '臨時的任用'),
    birth: fc.oneof(day('1950-01-01', '2008-01-01'), fc.integer({ min: 15, max: 100 }), fc.constant(null)),
    hireDate: fc.oneof(day('2010-01-01', '2030-01-01'), fc.constant(null)),
    status: fc.constantFrom(...STAFF_STATUSES),
    concurrentPosts: fc.array(
      fc.record({ departmentCode: code, positionKey: fc.constantFrom(null, 'manager', 'supervisor') }),
      { maxLength: 3 },
    ),
    isHead: fc.boolean(),
    email: fc.constantFrom(null, 'a.b+c@city.example.jp'),
  })
  .map(({ birth, ...rest }) => ({
    ...rest,
    staffNumber: '',
    birthDate: typeof birth === 'string' ? birth : null,
    age: typeof birth === 'number' ? birth : null,
  }));
const roster = fc
  .array(record, { minLength: 1, maxLength: 15 })
  .map((list) => list.map((each, index) => ({ ...each, staffNumber: `00${index}` })));

describe('writeRosterCsv', () => {
  it('is read back without loss, with the list of departments beside it', async () => {
    await fc.assert(
      fc.asyncProperty(roster, fc.boolean(), async (records, named) => {
        const list = await parseDepartments(await openTable(writeDepartmentsCsv(departments)));
        expect(list).toMatchObject({ departments, errors: [] });
        const csv = writeRosterCsv(records, departments, named ? { positions } : {});
        const options = { positions, today: '2026-04-01', departments: list.departments };
        const parsed = await parseRoster(await openTable(csv), options);
        expect(parsed.errors).toEqual([]);
        expect(parsed.staff.map((each) => each.record)).toEqual(records);
        expect(parsed.departments).toEqual(departments);
      }),
      { numRuns: 200 },
    );
  });

  it('is read back alone, with the departments in which people are', async () => {
    await fc.assert(
      fc.asyncProperty(roster, async (people) => {
        const records = people.map((each) => ({ ...each, concurrentPosts: [] }));
        const parsed = await parseRoster(await openTable(writeRosterCsv(records, departments)), {
          positions,
          today: '2026-04-01',
        });
        expect(parsed.errors).toEqual([]);
        expect(parsed.staff.map((each) => each.record)).toEqual(records);
        for (const department of parsed.departments) expect(departments).toContainEqual(department);
      }),
    );
  });

  it('writes headers and values in Japanese', async () => {
    const one: StaffRecord = {
      staffNumber: '001',
      name: '青木 花子',
      kana: null,
      departmentCode: '111',
      positionKey: 'manager',
      grade: 6,
      jobType: '事務職',
      employmentType: 'fixed-term',
      birthDate: '1980-01-02',
      age: null,
      hireDate: null,
      status: 'seconded',
      concurrentPosts: [{ departmentCode: '20', positionKey: 'manager' }],
      isHead: true,
      email: null,
    };
    const { headers, rows } = await readTable(writeRosterCsv([one], departments, { positions, encoding: 'cp932' }));
    expect(Object.fromEntries(headers.map((header, index) => [header, rows[0]?.cells[index]]))).toEqual({
      職員番号: '001',
      氏名: '青木 花子',
      カナ: '',
      所属コード: '111',
      所属名: '総務部>人事・給与課>DX 推進/第1係',
      所属コード階層: '10/11/111',
      職位: '課長級',
      級: '6',
      職種: '事務職',
      任用形態: '会計年度任用',
      生年月日: '1980-01-02',
      年齢: '',
      採用年月日: '',
      状態: '派遣',
      兼務: '20:課長級',
      所属長: '○',
      メール: '',
    });
  });
});
