import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocateTargets, type DepartmentShare } from './allocate-targets.js';

const open = (headcounts: Record<string, number>): DepartmentShare[] =>
  Object.entries(headcounts).map(([code, headcount]) => ({ code, headcount, ceiling: headcount }));

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

const share = fc
  .tuple(fc.nat({ max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([headcount, part]) => ({ headcount, ceiling: Math.round(headcount * part) }));
const departments = fc
  .array(share, { minLength: 1, maxLength: 25 })
  .map((shares) => shares.map((each, index) => ({ code: `d${String(index).padStart(2, '0')}`, ...each })));

describe('allocateTargets', () => {
  it('gives the seats of the 1792 apportionment by Hamilton’s method', () => {
    // The bill of 120 seats that Washington vetoed, on the census of 1790 (Balinski and Young, Fair Representation, chapter 2).
    const states = {
      Connecticut: 236_841,
      Delaware: 55_540,
      Georgia: 70_835,
      Kentucky: 68_705,
      Maryland: 278_514,
      Massachusetts: 475_327,
      'New Hampshire': 141_822,
      'New Jersey': 179_570,
      'New York': 331_589,
      'North Carolina': 353_523,
      Pennsylvania: 432_879,
      'Rhode Island': 68_446,
      'South Carolina': 206_236,
      Vermont: 85_533,
      Virginia: 630_560,
    };
    expect(Object.fromEntries(allocateTargets({ target: 120, departments: open(states) }))).toEqual({
      Connecticut: 8,
      Delaware: 2,
      Georgia: 2,
      Kentucky: 2,
      Maryland: 9,
      Massachusetts: 16,
      'New Hampshire': 5,
      'New Jersey': 6,
      'New York': 11,
      'North Carolina': 12,
      Pennsylvania: 14,
      'Rhode Island': 2,
      'South Carolina': 7,
      Vermont: 3,
      Virginia: 21,
    });
  });

  it('breaks ties by headcount and then by code', () => {
    expect(Object.fromEntries(allocateTargets({ target: 1, departments: open({ b: 5, a: 5 }) }))).toEqual({
      b: 0,
      a: 1,
    });
    expect(Object.fromEntries(allocateTargets({ target: 2, departments: open({ a: 1, b: 3 }) }))).toEqual({
      a: 0,
      b: 2,
    });
  });

  it('hands on what a full department cannot take', () => {
    const shares = [
      { code: 'a', headcount: 50, ceiling: 2 },
      { code: 'b', headcount: 30, ceiling: 30 },
      { code: 'c', headcount: 20, ceiling: 20 },
    ];
    expect(Object.fromEntries(allocateTargets({ target: 12, departments: shares }))).toEqual({ a: 2, b: 6, c: 4 });
  });

  it('stops at the ceilings when the target is beyond them all', () => {
    const shares = [
      { code: 'a', headcount: 5, ceiling: 3 },
      { code: 'b', headcount: 0, ceiling: 0 },
    ];
    expect(Object.fromEntries(allocateTargets({ target: 100, departments: shares }))).toEqual({ a: 3, b: 0 });
    expect(allocateTargets({ target: 7, departments: [] }).size).toBe(0);
  });

  it.each([
    { target: -1, departments: [] },
    { target: 1.5, departments: [] },
    { target: 1, departments: [{ code: 'a', headcount: 1, ceiling: 2 }] },
    { target: 1, departments: [...open({ a: 1 }), ...open({ a: 1 })] },
  ])('refuses %j', (input) => {
    expect(() => allocateTargets(input)).toThrow(RangeError);
  });

  it('adds up to the target or to all ceilings, and keeps every ceiling', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3000 }), departments, (target, shares) => {
        const result = allocateTargets({ target, departments: shares });
        expect(total(result.values())).toBe(Math.min(target, total(shares.map(({ ceiling }) => ceiling))));
        for (const { code, ceiling } of shares) expect(result.get(code)).toBeLessThanOrEqual(ceiling);
      }),
    );
  });

  it('keeps the quota rule where no ceiling binds', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3000 }), departments, (target, shares) => {
        const all = total(shares.map(({ headcount }) => headcount));
        fc.pre(all > 0 && target <= all);
        const result = allocateTargets({
          target,
          departments: shares.map((each) => ({ ...each, ceiling: each.headcount })),
        });
        for (const { code, headcount } of shares) {
          expect(Math.abs((result.get(code) ?? Number.NaN) - (target * headcount) / all)).toBeLessThan(1);
        }
      }),
    );
  });

  it('never gives a department less because it alone has grown', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 3000 }),
        departments,
        fc.nat(),
        fc.integer({ min: 1, max: 200 }),
        fc.boolean(),
        (target, shares, pick, more, roomier) => {
          const chosen = shares[pick % shares.length]?.code ?? '';
          const grown = shares.map((each) =>
            each.code === chosen
              ? { ...each, headcount: each.headcount + more, ceiling: each.ceiling + (roomier ? more : 0) }
              : each,
          );
          const before = allocateTargets({ target, departments: shares }).get(chosen) ?? Number.NaN;
          expect(allocateTargets({ target, departments: grown }).get(chosen)).toBeGreaterThanOrEqual(before);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the order of the departments', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3000 }), departments, (target, shares) => {
        const forwards = allocateTargets({ target, departments: shares });
        const backwards = allocateTargets({ target, departments: [...shares].reverse() });
        expect(new Map([...backwards].reverse())).toEqual(forwards);
      }),
    );
  });
});
