import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CompletionRule, CountingRule, CourseCompletion } from '#survey-model';
import { programmeCompletions } from './programme-completions.js';

const courses = [
  { key: 'a', programmeKey: 'dx', points: 1 },
  { key: 'b', programmeKey: 'dx', points: 2 },
  { key: 'c', programmeKey: 'dx', points: 3 },
  { key: 'z', programmeKey: 'other', points: 9 },
];

const done = (staffNumber: string, courseKey: string, completedOn: string): CourseCompletion => ({
  staffNumber,
  courseKey,
  completedOn,
});

const found = (counting: CountingRule, completion: CompletionRule, completions: CourseCompletion[]) =>
  programmeCompletions({ key: 'dx', counting, completion }, courses, completions).map(
    ({ staffNumber, programmeKey, completedOn }) => `${programmeKey} ${staffNumber} ${completedOn}`,
  );

const required: CompletionRule = { kind: 'required-courses', courses: ['a', 'b'] };

describe('programmeCompletions', () => {
  it('takes any course of the programme, one a day', () => {
    const list = [
      done('2', 'a', '2025-05-02'),
      done('1', 'a', '2025-05-02'),
      done('1', 'b', '2025-05-02'),
      done('1', 'a', '2025-05-01'),
      done('1', 'z', '2025-06-01'),
      done('1', 'unknown', '2025-06-02'),
    ];
    expect(found('once-in-plan', { kind: 'any-course' }, list)).toEqual([
      'dx 1 2025-05-01',
      'dx 1 2025-05-02',
      'dx 2 2025-05-02',
    ]);
  });

  it('waits for the last required course, over the years or within one', () => {
    const list = [
      done('1', 'b', '2025-05-01'),
      done('1', 'b', '2026-03-31'),
      done('1', 'a', '2026-04-01'),
      done('1', 'b', '2026-09-01'),
      done('2', 'a', '2026-04-01'),
      done('3', 'a', '2027-04-01'),
      done('3', 'b', '2028-03-31'),
    ];
    expect(found('once-in-plan', required, list)).toEqual(['dx 1 2026-04-01', 'dx 3 2028-03-31']);
    expect(found('once-a-fiscal-year', required, list)).toEqual(['dx 1 2026-09-01', 'dx 3 2028-03-31']);
  });

  it('adds up the points of distinct courses', () => {
    const list = [
      done('1', 'b', '2025-05-01'),
      done('1', 'b', '2025-05-02'),
      done('1', 'a', '2025-05-03'),
      done('2', 'c', '2025-05-03'),
      done('3', 'b', '2025-05-03'),
      done('3', 'z', '2025-05-04'),
    ];
    expect(found('once-in-plan', { kind: 'points', points: 3 }, list)).toEqual(['dx 1 2025-05-03', 'dx 2 2025-05-03']);
  });

  it('completes nobody where no course is required', () => {
    const none: CompletionRule = { kind: 'required-courses', courses: [] };
    expect(found('once-in-plan', none, [done('1', 'a', '2025-05-01')])).toEqual([]);
  });

  const completion = fc
    .tuple(fc.constantFrom('1', '2'), fc.constantFrom('a', 'b', 'c', 'z'), fc.integer({ min: 0, max: 900 }))
    .map(([staff, course, day]) =>
      done(staff, course, new Date(Date.UTC(2025, 2, 1 + day)).toISOString().slice(0, 10)),
    );
  const rule = fc.oneof(
    fc.constant<CompletionRule>({ kind: 'any-course' }),
    fc.subarray(['a', 'b', 'c', 'z']).map((keys): CompletionRule => ({ kind: 'required-courses', courses: keys })),
    fc.integer({ min: 1, max: 7 }).map((points): CompletionRule => ({ kind: 'points', points })),
  );
  const counting = fc.constantFrom<CountingRule>('once-in-plan', 'once-a-fiscal-year');

  it('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(counting, rule, fc.array(completion, { maxLength: 20 }), (count, kind, list) => {
        expect(found(count, kind, [...list].reverse())).toEqual(found(count, kind, list));
      }),
    );
  });

  it('takes no completion from anybody for one more course', () => {
    // One a person, or a person and fiscal year; with any course each day is one.
    const turns = (count: CountingRule, kind: CompletionRule, list: CourseCompletion[]) => {
      const completions = programmeCompletions({ key: 'dx', counting: count, completion: kind }, courses, list);
      return completions.map(({ staffNumber, completedOn }) => {
        if (kind.kind === 'any-course') return `${staffNumber} ${completedOn}`;
        const [year = 0, month = 0] = completedOn.split('-').map(Number);
        return count === 'once-in-plan' ? staffNumber : `${staffNumber} ${month > 3 ? year : year - 1}`;
      });
    };
    fc.assert(
      fc.property(counting, rule, fc.array(completion, { maxLength: 20 }), completion, (count, kind, list, more) => {
        const [before, after] = [turns(count, kind, list), turns(count, kind, [...list, more])];
        expect(new Set(after).size).toBe(after.length);
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});
