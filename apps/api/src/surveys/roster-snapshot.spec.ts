import { describe, expect, it } from '@jest/globals';
import type { StaffRecord } from '#survey-model';
import { takeSnapshot } from './roster-snapshot.js';

function person(fields: Partial<StaffRecord>): StaffRecord {
  return {
    staffNumber: '1',
    name: '試験 一',
    kana: null,
    departmentCode: 'A',
    positionKey: 'officer',
    grade: null,
    jobType: '事務職',
    employmentType: 'regular',
    birthDate: null,
    age: null,
    hireDate: null,
    status: 'active',
    concurrentPosts: [],
    isHead: false,
    email: null,
    ...fields,
  };
}

const RULE = {
  excludedJobTypes: ['教育職'],
  excludedStatuses: ['seconded'],
  excludedEmploymentTypes: ['term-limited'],
} as const;

describe('the roster snapshot', () => {
  it('holds those whom the rule does not exclude', () => {
    const staff = [
      person({ staffNumber: '1' }),
      person({ staffNumber: '2', jobType: '教育職' }),
      person({ staffNumber: '3', status: 'seconded' }),
      person({ staffNumber: '4', employmentType: 'term-limited' }),
      person({ staffNumber: '5', status: 'leave' }),
    ];
    expect(takeSnapshot(staff, RULE, '2026-10-01').map(({ staffNumber }) => staffNumber)).toEqual(['1', '5']);
  });

  it.each([
    ['the day before the 30th birthday', { birthDate: '1996-10-02' }, 'under-30'],
    ['the 30th birthday', { birthDate: '1996-10-01' }, '30s'],
    ['an age only', { age: 59 }, '50s'],
    ['a birth date and an old age', { birthDate: '1966-10-01', age: 20 }, '60-over'],
    ['neither', {}, null],
    ['a birth date after the opening', { birthDate: '2030-01-01' }, null],
  ])('gives the age band on the opening day: %s', (_, fields, band) => {
    expect(takeSnapshot([person(fields)], RULE, '2026-10-01')[0]?.ageBand).toBe(band);
  });
});
