import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Position, StaffRecord } from '#survey-model';
import { openTable } from '#tabular';
import { parseDepartments } from '../departments/parse-departments.js';
import { parseRoster, type ParsedRoster, type ParseRosterOptions } from './parse-roster.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const golden = (name: string): string => path(`../../../../test/golden/roster/${name}`);
const positions = JSON.parse(readFileSync(path('../../../survey-model/data/positions.json'), 'utf8')) as Position[];
const TODAY = '2026-04-01';

const parseFile = async (name: string): Promise<ParsedRoster> =>
  parseRoster(await openTable(golden(name)), { positions, today: TODAY });

async function parse(lines: string[], options: Partial<ParseRosterOptions> = {}): Promise<ParsedRoster> {
  return parseRoster(await openTable(Buffer.from(lines.join('\n'))), { positions, today: TODAY, ...options });
}

const person = (record: Partial<StaffRecord>): StaffRecord => ({
  staffNumber: '',
  name: '',
  kana: null,
  departmentCode: '',
  positionKey: '',
  grade: null,
  jobType: '',
  employmentType: 'regular',
  birthDate: null,
  age: null,
  hireDate: null,
  status: 'active',
  concurrentPosts: [],
  isHead: false,
  email: null,
  ...record,
});

const FIVE: StaffRecord[] = [
  person({
    staffNumber: '000101',
    name: '髙橋 一郎',
    kana: 'タカハシ イチロウ',
    departmentCode: '100000',
    positionKey: 'director',
    grade: 8,
    jobType: '事務職',
    birthDate: '1967-01-02',
    hireDate: '1990-04-01',
    isHead: true,
    email: 'takahashi@city.example.jp',
  }),
  person({
    staffNumber: '000102',
    name: '青木, 花子',
    kana: 'アオキ ハナコ',
    departmentCode: '110000',
    positionKey: 'manager',
    grade: 6,
    jobType: '事務職',
    birthDate: '1975-12-31',
    hireDate: '1998-04-01',
    isHead: true,
    concurrentPosts: [
      { departmentCode: '200000', positionKey: 'manager' },
      { departmentCode: '111000', positionKey: null },
    ],
  }),
  person({
    staffNumber: '000103',
    name: '﨑山 次郎',
    kana: 'サキヤマ ジロウ',
    departmentCode: '111000',
    positionKey: 'officer',
    grade: 1,
    jobType: '事務職',
    birthDate: '2000-02-29',
    hireDate: '2023-04-01',
    status: 'childcare-leave',
  }),
  person({
    staffNumber: '000104',
    name: '石井 三郎',
    kana: 'イシイ サブロウ',
    departmentCode: '200000',
    positionKey: 'reappointed',
    jobType: '技術職',
    employmentType: 'reappointed',
    birthDate: '1962-04-01',
    hireDate: '1989-04-01',
    status: 'seconded',
  }),
  person({
    staffNumber: '000105',
    name: '神田 四郎',
    kana: 'カンダ シロウ',
    departmentCode: '211000',
    positionKey: 'fixed-term',
    jobType: '技能労務職',
    employmentType: 'fixed-term',
    birthDate: '2000-03-04',
    hireDate: '2024-04-01',
    status: 'leave',
  }),
];

describe('parseRoster: files it takes', () => {
  it.each(['ok/japanese-cp932.csv', 'ok/japanese-bom.csv', 'ok/workbook.xlsx', 'ok/english.csv'])(
    '%s',
    async (name) => {
      const roster = await parseFile(name);
      expect(roster.errors).toEqual([]);
      expect(roster.staff.map(({ record }) => record)).toEqual(FIVE);
      expect(roster.staff.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
      expect(roster.departments).toEqual([
        { code: '100000', name: '総務部', parentCode: null },
        { code: '110000', name: '人事課', parentCode: '100000' },
        { code: '111000', name: '給与チーム', parentCode: '110000' },
        { code: '200000', name: '土木部', parentCode: null },
        { code: '211000', name: '道路維持課', parentCode: '200000' },
      ]);
    },
  );

  it('takes names by level, a parent code, an age, a grade alone, and a mapping of the caller', async () => {
    const roster = await parse(
      [
        '番号,なまえ,コード,部,課,係,上位所属コード,級,年齢',
        '1,甲,111,総務部,人事課,給与係,110,5級,40歳',
        '2,乙,100,総務部,,,,8,',
      ],
      {
        mapping: {
          staffNumber: '番号',
          name: 'なまえ',
          departmentCode: 'コード',
          bureauName: '部',
          sectionName: '課',
          teamName: '係',
          parentDepartmentCode: '上位所属コード',
          grade: '級',
          age: '年齢',
        },
      },
    );
    expect(roster.errors).toEqual([]);
    expect(roster.staff.map(({ record: { positionKey, age, birthDate } }) => [positionKey, age, birthDate])).toEqual([
      ['supervisor', 40, null],
      ['director', null, null],
    ]);
    expect(roster.departments).toEqual([
      { code: '100', name: '総務部', parentCode: null },
      { code: '110', name: '人事課', parentCode: '100' },
      { code: '111', name: '給与係', parentCode: '110' },
    ]);
  });

  it('gives departments without a row of their own the same generated code every time', async () => {
    const lines = [
      '職員番号,氏名,所属コード,所属名,職位',
      '1,甲,111,総務部/人事課/給与係,主査',
      '2,乙,210,総務部/契約課,主事',
    ];
    const [first, second] = [await parse(lines), await parse([lines[0] ?? '', lines[2] ?? '', lines[1] ?? ''])];
    const codeOf = (roster: ParsedRoster, name: string): string | undefined =>
      roster.departments.find((each) => each.name === name)?.code;
    expect(codeOf(first, '総務部')).toMatch(/^auto-[0-9a-f]{12}$/);
    expect([codeOf(second, '総務部'), codeOf(second, '人事課')]).toEqual([
      codeOf(first, '総務部'),
      codeOf(first, '人事課'),
    ]);
    expect(first.departments).toHaveLength(4);
  });

  it('takes the tree from a list of departments', async () => {
    const list = await parseDepartments(
      await openTable(
        Buffer.from('コード,名称,上位コード\n1,総務部,\n11,人事 企画課,1\n111,庶務係,11\n12,契約課,1\n121,庶務係,12\n'),
      ),
    );
    expect(list.errors).toEqual([]);
    const roster = await parse(['職員番号,氏名,所属コード,職位', '1,甲,111,主事', '2,乙,121,主事'], {
      departments: list.departments,
    });
    expect(roster.errors).toEqual([]);
    expect(roster.departments).toEqual([
      { code: '1', name: '総務部', parentCode: null },
      { code: '11', name: '人事 企画課', parentCode: '1' },
      { code: '111', name: '庶務係', parentCode: '11' },
      { code: '12', name: '契約課', parentCode: '1' },
      { code: '121', name: '庶務係', parentCode: '12' },
    ]);
    const unknown = await parse(['職員番号,氏名,所属コード,職位', '1,甲,999,主事'], { departments: list.departments });
    expect(unknown.errors).toEqual([expect.objectContaining({ line: 2, column: '所属コード' })]);
  });
});
