import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Completion, CountingRule } from '#survey-model';
import { departmentTargets } from './department-targets.js';

interface Unit {
  readonly size: number;
  /** Counted last year and this year. */
  readonly before: number;
  readonly now: number;
  readonly lock?: number;
}

const codeOf = (index: number): string => `d${String(index).padStart(2, '0')}`;

/** Departments of so many people, of whom the first ones completed last year and the last ones this year. */
function targetsOf(units: readonly Unit[], target: number, counting: CountingRule = 'once-in-plan') {
  const byYear = new Map<number, Completion[]>([
    [2025, []],
    [2026, []],
  ]);
  const people = units.map(({ size }, index) => Array.from({ length: size }, (_, at) => `${codeOf(index)}-${at}`));
  const done = (staffNumber: string, year: number): Completion => ({
    staffNumber,
    programmeKey: 'dx',
    completedOn: `${year}-05-01`,
  });
  units.forEach(({ before, now }, index) => {
    byYear.get(2025)?.push(...(people[index] ?? []).slice(0, before).map((each) => done(each, 2025)));
    byYear.get(2026)?.push(...(people[index] ?? []).slice(before, before + now).map((each) => done(each, 2026)));
  });
  return departmentTargets({
    counting,
    target,
    targetYear: 2026,
    byYear,
    units: new Map(people.map((members, index) => [codeOf(index), new Set(members)])),
    locks: new Map(units.flatMap(({ lock }, index) => (lock === undefined ? [] : [[codeOf(index), lock] as const]))),
  });
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const unit = fc
  .record({
    size: fc.nat({ max: 60 }),
    before: fc.nat({ max: 60 }),
    now: fc.nat({ max: 20 }),
    lock: fc.option(fc.nat({ max: 40 }), { nil: undefined }),
  })
  .map(({ size, before, now, lock }): Unit => {
    const earlier = Math.min(before, size);
    return { size, before: earlier, now: Math.min(now, size - earlier), ...(lock === undefined ? {} : { lock }) };
  });
const units = fc.array(unit, { minLength: 1, maxLength: 12 });

describe('departmentTargets', () => {
  it('lets those behind catch up on those ahead', () => {
    const shares = targetsOf(
      [
        { size: 40, before: 0, now: 3 },
        { size: 40, before: 8, now: 0 },
        { size: 20, before: 2, now: 1 },
      ],
      20,
    );
    // λ = (20 + 10) / 100: 12 − 0, 12 − 8, 6 − 2; without history 8, 8, 4.
    expect(shares.map(({ target, catchUp, ceiling }) => [target, catchUp, ceiling])).toEqual([
      [12, 4, 40],
      [4, -4, 32],
      [4, 0, 18],
    ]);
    expect(shares.map(({ actual, cumulative, active }) => [actual, cumulative, active])).toEqual([
      [3, 3, 3],
      [0, 8, 8],
      [1, 3, 3],
    ]);
  });

  it('keeps locks, never above the ceiling, and shares the rest', () => {
    const shares = targetsOf(
      [
        { size: 30, before: 0, now: 0 },
        { size: 30, before: 0, now: 0, lock: 2 },
        { size: 30, before: 27, now: 0, lock: 10 },
      ],
      15,
    );
    expect(shares.map(({ target, locked, catchUp, ceiling }) => [target, locked, catchUp, ceiling])).toEqual([
      [10, false, 0, 30],
      [2, true, 0, 30],
      [3, true, 0, 3],
    ]);
  });

  it('lets everybody be trained again where people count once a fiscal year, with catch-up all the same', () => {
    const shares = targetsOf(
      [
        { size: 10, before: 10, now: 0 },
        { size: 10, before: 2, now: 0 },
      ],
      12,
      'once-a-fiscal-year',
    );
    // λ = (12 + 12) / 20 would bring the second to 12 with its 2; it is full at 10, and so the first gets 2.
    expect(shares.map(({ target, ceiling, active }) => [target, ceiling, active])).toEqual([
      [2, 10, 10],
      [10, 10, 2],
    ]);
  });

  it('adds up to the plan’s target, the room there is, or the locks', () => {
    fc.assert(
      fc.property(units, fc.nat({ max: 400 }), (list, target) => {
        const shares = targetsOf(list, target);
        const locked = sum(shares.filter((each) => each.locked).map((each) => each.target));
        const room = sum(shares.filter((each) => !each.locked).map(({ ceiling }) => ceiling));
        expect(sum(shares.map((each) => each.target))).toBe(locked + Math.min(room, Math.max(0, target - locked)));
        expect(sum(shares.map(({ catchUp }) => catchUp))).toBe(0);
        shares.forEach((share, index) => {
          const { size = 0, before = 0, lock } = list[index] ?? {};
          expect(share.ceiling).toBe(size - before);
          expect(share.target).toBeLessThanOrEqual(share.ceiling);
          if (lock !== undefined) expect([share.locked, share.target]).toEqual([true, Math.min(lock, share.ceiling)]);
        });
      }),
    );
  });

  it('does not change while people complete the programme during the year', () => {
    fc.assert(
      fc.property(units, fc.nat({ max: 400 }), (list, target) => {
        const targets = (all: readonly Unit[]) => targetsOf(all, target).map((each) => each.target);
        expect(targets(list)).toEqual(targets(list.map((each) => ({ ...each, now: 0 }))));
      }),
    );
  });

  it('never gives a department less for untrained people who join it', () => {
    fc.assert(
      fc.property(units, fc.nat({ max: 400 }), fc.nat(), fc.nat({ max: 30 }), (list, target, pick, joined) => {
        const at = pick % list.length;
        const grown = list.map((each, index) => (index === at ? { ...each, size: each.size + joined } : each));
        const [before, after] = [targetsOf(list, target)[at], targetsOf(grown, target)[at]];
        expect(after?.target).toBeGreaterThanOrEqual(before?.target ?? Number.NaN);
      }),
    );
  });

  it('gives a department behind at least as much as an equal one that is not', () => {
    fc.assert(
      fc.property(units, fc.nat({ max: 400 }), fc.nat({ max: 40 }), fc.nat({ max: 40 }), (list, target, a, b) => {
        const twins = [a, b].map((before) => ({ size: 40, before, now: 0 }));
        const [first, second] = targetsOf([...twins, ...list], target);
        const [behind, ahead] = a <= b ? [first, second] : [second, first];
        if (a !== b) expect(behind?.target).toBeGreaterThanOrEqual(ahead?.target ?? Number.NaN);
      }),
    );
  });
});
