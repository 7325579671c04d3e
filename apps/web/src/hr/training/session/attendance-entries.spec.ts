import { expect, it } from '@jest/globals';
import type { Enrolment } from '../../../api-client/courses.js';
import { allAttended, bodyOf, countEntries, entriesOf } from './attendance-entries.js';

const person = (id: string, attendance: Enrolment['attendance'], mark: number | null): Enrolment =>
  ({ id, attendance, mark }) as Enrolment;
const SEATED = [person('a', 'attended', 80), person('b', 'absent', null), person('c', null, null)];

it('counts who attended, was absent, and is missing', () => {
  expect(countEntries(entriesOf(SEATED), SEATED)).toEqual({
    attended: 1,
    absent: 1,
    missing: 1,
    wrong: 0,
    unmarked: 0,
  });
});

it('marks all as attended, or only those of whom nothing was said', () => {
  const entries = entriesOf(SEATED);
  expect(countEntries(allAttended(entries, SEATED, false), SEATED)).toMatchObject({
    attended: 3,
    absent: 0,
    unmarked: 2,
  });
  expect(countEntries(allAttended(entries, SEATED, true), SEATED)).toMatchObject({ attended: 2, absent: 1 });
});

it('sends marks as numbers, none for whoever was absent, and finds marks that are none', () => {
  const entries = {
    a: { attendance: 'attended', mark: '95' },
    b: { attendance: 'absent', mark: '40' },
    c: { attendance: 'attended', mark: '101' },
  } as const;
  expect(bodyOf(entries, SEATED).map(({ mark }) => mark)).toEqual([95, null, 101]);
  expect(countEntries(entries, SEATED).wrong).toBe(1);
});
