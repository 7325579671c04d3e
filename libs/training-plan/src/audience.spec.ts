import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { AudienceRule, Programme, StaffRecord } from '#survey-model';
import { dueAudiences, eligibleStaff, inAudience } from './audience.js';

const person = (fields: Partial<StaffRecord> = {}): StaffRecord => ({
  staffNumber: '1',
  name: '',
  kana: null,
  departmentCode: '100',
  positionKey: 'officer',
  grade: 2,
  jobType: '一般行政',
  employmentType: 'regular',
  birthDate: null,
  age: null,
  hireDate: '2020-04-01',
  status: 'active',
  concurrentPosts: [],
  isHead: false,
  email: null,
  ...fields,
});

describe('inAudience', () => {
  it.each<[string, Partial<StaffRecord>, AudienceRule, boolean]>([
    ['everybody', {}, {}, true],
    ['volunteers could be anybody', {}, { volunteers: true }, true],
    ['position', {}, { positions: ['manager', 'officer'] }, true],
    ['other position', {}, { positions: ['manager'] }, false],
    ['no position named', {}, { positions: [] }, false],
    ['lowest grade', { grade: 3 }, { grades: { from: 3, to: 5 } }, true],
    ['highest grade', { grade: 5 }, { grades: { from: 3, to: 5 } }, true],
    ['grade below', { grade: 2 }, { grades: { from: 3, to: 5 } }, false],
    ['no grade', { grade: null }, { grades: { from: 1, to: 9 } }, false],
    ['head', { isHead: true }, { heads: true }, true],
    ['no head', {}, { heads: true }, false],
    ['hired on 1 April', { hireDate: '2026-04-01' }, { hiredWithinYears: 1 }, true],
    ['hired on 31 March of the year', { hireDate: '2027-03-31' }, { hiredWithinYears: 1 }, true],
    ['hired on 31 March before', { hireDate: '2026-03-31' }, { hiredWithinYears: 1 }, false],
    ['hired the year before, of two', { hireDate: '2026-03-31' }, { hiredWithinYears: 2 }, true],
    ['hired on 29 February, of three', { hireDate: '2024-02-29' }, { hiredWithinYears: 3 }, false],
    ['hired on 29 February, of four', { hireDate: '2024-02-29' }, { hiredWithinYears: 4 }, true],
    ['hired later', { hireDate: '2027-04-01' }, { hiredWithinYears: 5 }, false],
    ['hire date unknown', { hireDate: null }, { hiredWithinYears: 50 }, false],
    ['one of two conditions', { isHead: true }, { heads: true, positions: ['manager'] }, false],
  ])('%s', (_name, fields, rule, expected) => {
    expect(inAudience(person(fields), rule, 2026)).toBe(expected);
  });
});

const plan = JSON.parse(
  readFileSync(new URL('../../survey-model/data/training-plans/dx-plan.json', import.meta.url), 'utf8'),
) as Programme[];
const programmeOf = (key: string): Programme => {
  const programme = plan.find((each) => each.key === key);
  if (!programme) throw new Error(`no programme ${key}`);
  return programme;
};

describe('eligibleStaff', () => {
  it('is the union of the audiences within the default target rule', () => {
    const staff = [
      person({ staffNumber: 'officer' }),
      person({ staffNumber: 'nurse', jobType: '医療職' }),
      person({ staffNumber: 'manager', positionKey: 'manager' }),
      person({ staffNumber: 'new', positionKey: 'fixed-term', hireDate: '2026-04-01' }),
      person({ staffNumber: 'old', positionKey: 'fixed-term' }),
    ];
    const audiences = [
      { name: '管理職', rule: { positions: ['manager'] } },
      { name: '新採用研修', rule: { hiredWithinYears: 1 } },
    ];
    const numbers = (programme: Pick<Programme, 'audiences'>) =>
      eligibleStaff(programme, staff, '2026-11-21').map(({ staffNumber }) => staffNumber);
    expect(numbers({ audiences })).toEqual(['manager', 'new']);
    expect(numbers(programmeOf('dx-promoter'))).toEqual(['officer', 'manager', 'new', 'old']);
    expect(numbers(programmeOf('all-staff'))).toEqual(['officer', 'manager', 'new', 'old']);
  });
});

describe('dueAudiences', () => {
  it('leaves volunteers free', () => {
    const programme = programmeOf('all-staff');
    expect(dueAudiences(programme, person(), 2026)).toEqual(['階層別研修対象者']);
    expect(dueAudiences(programme, person({ hireDate: '2026-04-01' }), 2026)).toEqual([
      '階層別研修対象者',
      '新採用研修',
    ]);
    expect(dueAudiences(programme, person({ positionKey: 'technical' }), 2026)).toBeNull();
    expect(dueAudiences(programmeOf('dx-promoter'), person(), 2026)).toEqual([]);
  });
});
