import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { derivable, publishable, suppress } from './index.js';
import { spans } from '../../../test/factories/rational-span.js';

interface Case {
  readonly innerRows: number;
  readonly cells: number;
  readonly cellInner: readonly (readonly number[])[];
  readonly primary: readonly number[];
  readonly candidateOrder: readonly number[];
  readonly expectedSuppressed_none: readonly number[];
}

function readCase(name: string): Case {
  return JSON.parse(readFileSync(`test/golden/reference/cases/sdc/${name}.json`, 'utf8')) as Case;
}

describe('publishable', () => {
  // z1 to z3: data and results of SSBtools/GaussSuppression (MIT licence, Statistics Norway); linked_county_group: facts of sdcTable.
  it.each(['z1_default', 'z1_maxN4', 'z2_twohier', 'z3_months_maxN4', 'linked_county_group'])(
    'gives the pattern of R GaussSuppression for %s with the same candidate order',
    (name) => {
      const given = readCase(name);
      const published = publishable({
        width: given.innerRows,
        cells: given.cellInner,
        protected: given.primary.map((cell) => given.cellInner[cell] ?? []),
        candidates: given.candidateOrder.filter((cell) => !given.primary.includes(cell)),
      });
      const suppressed = given.cellInner.map((_, cell) => cell).filter((cell) => !published.has(cell));
      expect(suppressed).toEqual([...given.expectedSuppressed_none].sort((a, b) => a - b));
    },
  );

  it('finds by audit what two tables, each safe alone, give away together', () => {
    const given = readCase('linked_county_group');
    const published = given.cellInner.filter((_, cell) => !given.primary.includes(cell));
    const found = derivable({
      width: given.innerRows,
      published,
      protected: given.primary.map((cell) => given.cellInner[cell] ?? []),
    });
    expect(found.map((at) => given.primary[at])).toEqual([9]);
  });
});

/** Random people in a tree of bureaus and sections crossed with positions: two hierarchies that overlap. */
const city = fc
  .array(fc.record({ section: fc.integer({ min: 0, max: 8 }), position: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((people) => {
    const counts = new Map<string, number>();
    for (const { section, position } of people)
      counts.set(`${section} ${position}`, (counts.get(`${section} ${position}`) ?? 0) + 1);
    const groups = [...counts.keys()].map((key) => key.split(' ').map(Number) as [number, number]);
    const pick = (test: (section: number, position: number) => boolean): number[] =>
      groups.flatMap(([section, position], at) => (test(section, position) ? [at] : []));
    const cells: number[][] = [pick(() => true)];
    const families: { parent: number; children: number[] }[] = [];
    const add = (parent: number, tests: ((section: number, position: number) => boolean)[]): number[] => {
      const children = tests.map((test) => cells.push(pick(test)) - 1);
      families.push({ parent, children });
      return children;
    };
    const bureauOf = (section: number): number => Math.floor(section / 3);
    const bureaus = add(
      0,
      [0, 1, 2].map((bureau) => (section) => bureauOf(section) === bureau),
    );
    add(
      0,
      [0, 1, 2, 3].map((position) => (_, each) => each === position),
    );
    bureaus.forEach((cell, bureau) => {
      // Section 0 of a bureau stands for people who belong to the bureau itself: its sections do not add up to it.
      add(
        cell,
        [1, 2].map((within) => (section) => section === bureau * 3 + within),
      );
      add(
        cell,
        [0, 1, 2, 3].map((position) => (section, each) => bureauOf(section) === bureau && each === position),
      );
    });
    return { innerN: [...counts.values()], cells, families };
  });

const sum = (values: readonly number[], at: readonly number[]): number =>
  at.reduce((total, place) => total + (values[place] ?? 0), 0);

describe('suppress', () => {
  it('lets an exact-rational attacker derive no primary and no small remainder', () => {
    fc.assert(
      fc.property(city, fc.integer({ min: 3, max: 6 }), ({ innerN, cells, families }, minGroup) => {
        const { status } = suppress({ cells, innerN, minGroup, families });
        const published = cells.filter((_, cell) => status[cell] === 'published');
        const attacker = spans(innerN.length, published);
        for (const ones of cells)
          if (sum(innerN, ones) > 0 && sum(innerN, ones) < minGroup) expect(attacker(ones)).toBe(false);
        for (const { parent, children } of families) {
          if (status[parent] !== 'published') continue;
          const shown = new Set(
            children.filter((child) => status[child] === 'published').flatMap((child) => cells[child] ?? []),
          );
          const rest = (cells[parent] ?? []).filter((at) => !shown.has(at));
          const left = sum(innerN, rest);
          expect(left === 0 || left >= minGroup).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never hides exactly one child of a shown parent whose children add up to it', () => {
    fc.assert(
      fc.property(city, ({ innerN, cells, families }) => {
        const { status } = suppress({ cells, innerN, minGroup: 5, families });
        for (const { parent, children } of families) {
          const whole = new Set(children.flatMap((child) => cells[child] ?? [])).size === cells[parent]?.length;
          const primaries = children.filter((child) => status[child] === 'primary');
          if (status[parent] !== 'published' || !whole || primaries.length === 0) continue;
          expect(
            children.filter((child) => status[child] === 'primary' || status[child] === 'secondary').length,
          ).toBeGreaterThan(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('hides nothing when every group is large, and shows only what is allowed', () => {
    const problem = {
      cells: [[0, 1], [0], [1]],
      innerN: [9, 9],
      minGroup: 5,
      families: [{ parent: 0, children: [1, 2] }],
    };
    expect(suppress(problem).status).toEqual(['published', 'published', 'published']);
    expect(suppress({ ...problem, allowed: new Set([0]) }).status).toEqual(['published', 'secondary', 'secondary']);
  });

  it('says nothing about a cell nobody stands in', () => {
    expect(suppress({ cells: [[0, 1], [0], [1]], innerN: [9, 0], minGroup: 5, families: [] }).status).toEqual([
      'published',
      'published',
      null,
    ]);
  });

  it('guards the people of a bureau who belong to none of its sections', () => {
    // A bureau of 2 + 8 + 9: its two sections, both large, would give the two away.
    const { status } = suppress({
      cells: [[0, 1, 2], [1], [2]],
      innerN: [2, 8, 9],
      minGroup: 5,
      families: [{ parent: 0, children: [1, 2] }],
    });
    expect(status).toEqual(['published', 'secondary', 'published']);
  });
});
