import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocateTargets, type DepartmentShare } from './allocate-targets.js';

const open = (headcounts: Record<string, number>): DepartmentShare[] =>
  Object.entries(headcounts).map(([code, headcount]) => ({ code, headcount, ceiling: headcount }));

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

// Ceilings and what was reached need not fit each other: of once-a-fiscal-year programmes they are independent.
const share = fc
  .tuple(
    fc.nat({ max: 300 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.oneof(fc.constant(0), fc.nat({ max: 600 })),
  )
  .map(([headcount, part, reached]) => ({ headcount, ceiling: Math.round(headcount * part), reached }));
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

  it('brings all departments to one density, as far as the target goes', () => {
    // By hand: λ = (12 + 1 + 5 + 12) / 100 = 0.3 would bring c to 9, which it is beyond already; without it λ = (12 + 1 + 5) / 70.
    const shares = [
      { code: 'a', headcount: 50, ceiling: 49, reached: 1 },
      { code: 'b', headcount: 20, ceiling: 15, reached: 5 },
      { code: 'c', headcount: 30, ceiling: 18, reached: 12 },
    ];
    // a: 50 × 18/70 − 1 = 11.86, b: 20 × 18/70 − 5 = 0.14, c: 0.
    expect(Object.fromEntries(allocateTargets({ target: 12, departments: shares }))).toEqual({ a: 12, b: 0, c: 0 });
    // With 40: λ = 58/100, and each gets what it lacks to 29, 11.6 and 17.4.
    expect(Object.fromEntries(allocateTargets({ target: 40, departments: shares }))).toEqual({ a: 28, b: 7, c: 5 });
  });

  it.each([
    { target: 1, departments: [{ code: 'a', headcount: 1, ceiling: 1, reached: -1 }] },
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
          departments: shares.map((each) => ({ ...each, ceiling: each.headcount, reached: 0 })),
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

  it('never gives a department less because it alone has reached less', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3000 }), departments, fc.nat(), fc.nat({ max: 600 }), (target, shares, pick, less) => {
        const chosen = shares[pick % shares.length]?.code ?? '';
        const fallen = shares.map((each) =>
          each.code === chosen ? { ...each, reached: Math.max(0, each.reached - less) } : each,
        );
        const before = allocateTargets({ target, departments: shares }).get(chosen) ?? Number.NaN;
        expect(allocateTargets({ target, departments: fallen }).get(chosen)).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives one behind at least as much as an equal one that is not behind', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3000 }), departments, share, fc.nat({ max: 600 }), (target, shares, twin, less) => {
        const pair = [
          { ...twin, code: 'x' },
          { ...twin, code: 'w-behind', reached: Math.max(0, twin.reached - less) },
        ];
        const result = allocateTargets({ target, departments: [...shares, ...pair] });
        const [ahead, behind] = [result.get('x') ?? Number.NaN, result.get('w-behind') ?? Number.NaN];
        expect(behind).toBeGreaterThanOrEqual(ahead);
      }),
    );
  });

  it('leaves nobody further from the common density than rounding makes it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3000 }), departments, (target, shares) => {
        const result = allocateTargets({ target, departments: shares });
        const densities = shares
          .filter(({ headcount }) => headcount > 0)
          .map(({ code, headcount, ceiling, reached }) => {
            const taken = result.get(code) ?? Number.NaN;
            // Below λ only when full, above it only when nothing was given; within one person else.
            const least = taken < ceiling ? (reached + taken + 1) / headcount : Number.POSITIVE_INFINITY;
            const most = taken > 0 ? (reached + taken - 1) / headcount : Number.NEGATIVE_INFINITY;
            return { least, most };
          });
        const [floor, roof] = [
          Math.max(...densities.map(({ most }) => most)),
          Math.min(...densities.map(({ least }) => least)),
        ];
        expect(floor).toBeLessThanOrEqual(roof + 1e-12);
      }),
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
