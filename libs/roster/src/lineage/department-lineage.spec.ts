import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isComparable, type AttributeValue, type DepartmentLineage, type DepartmentSuccession } from '#survey-model';
import { departmentLineage } from './department-lineage.js';

/** "A, A1 < A": the units of a tree, depth first. */
function tree(text: string): AttributeValue[] {
  return text.split(', ').map((unit) => {
    const [key = '', parent] = unit.split(' < ');
    return { key, label: key, ...(parent === undefined ? {} : { parent }) };
  });
}

/** "A1: 1 2 3, A2: 4": who stands where. */
function staff(text: string): Map<string, string> {
  return new Map(
    text.split(', ').flatMap((unit) => {
      const [code = '', people = ''] = unit.split(': ');
      return people.split(' ').map((person) => [person, code] as const);
    }),
  );
}

function pairs(text: string): DepartmentSuccession[] {
  if (text === '') return [];
  return text.split(', ').map((pair) => {
    const [oldCode = '', newCode = ''] = pair.split('>');
    return { oldCode, newCode };
  });
}

interface Story {
  readonly before: string;
  readonly after: string;
  readonly successions: string;
  readonly earlierStaff: string;
  readonly staff: string;
  /** Units that were closed between, and were in neither survey. */
  readonly between?: string;
}

function tell({
  before,
  after,
  successions,
  earlierStaff,
  staff: now,
  between,
}: Story): Map<string, DepartmentLineage> {
  const [earlierTree, newTree] = [tree(before), tree(after)];
  const closed = [...earlierTree, ...(between ? tree(between) : [])].filter(
    ({ key }) => !newTree.some((each) => each.key === key),
  );
  const departments = [
    ...newTree.map((unit) => ({ code: unit.key, parentCode: unit.parent ?? null, current: true })),
    ...closed.map((unit) => ({ code: unit.key, parentCode: unit.parent ?? null, current: false })),
  ];
  const lineage = departmentLineage({
    tree: newTree,
    earlierTree,
    departments,
    successions: pairs(successions),
    earlierStaff: staff(earlierStaff),
    staff: staff(now),
  });
  return new Map(lineage.map((unit) => [unit.department, unit]));
}

describe('departmentLineage', () => {
  it('gives an entry for every unit of the new tree, in its order', () => {
    const units = tell({
      before: 'A, A1 < A',
      after: 'A, A2 < A, A1 < A, B',
      successions: '',
      earlierStaff: 'A: 5, A1: 1 2',
      staff: 'A: 5, A1: 1, A2: 2 3, B: 4',
    });
    expect([...units.values()]).toEqual([
      { department: 'A', sources: ['A', 'A1'], before: 3, after: 4, common: 3 },
      { department: 'A2', sources: [], before: 0, after: 2, common: 0 },
      { department: 'A1', sources: ['A1'], before: 2, after: 1, common: 1 },
      { department: 'B', sources: [], before: 0, after: 1, common: 0 },
    ]);
  });

  it('a merger has both old bureaus, whole, and their sections', () => {
    const units = tell({
      before: 'P, P1 < P, Q, Q1 < Q',
      after: 'R, R1 < R, R2 < R',
      successions: 'P>R, Q>R, P1>R1, Q1>R2',
      earlierStaff: 'P: 1, P1: 2 3, Q: 4, Q1: 5 6',
      staff: 'R: 1, R1: 2 3 7, R2: 5 6',
    });
    expect(units.get('R')).toEqual({
      department: 'R',
      sources: ['P', 'P1', 'Q', 'Q1'],
      before: 6,
      after: 6,
      common: 5,
    });
    expect(units.get('R1')).toMatchObject({ sources: ['P1'], before: 2, after: 3, common: 2 });
  });

  it('a split unit belongs to what holds all of its parts, and to none of the parts', () => {
    const units = tell({
      before: 'A, A1 < A',
      after: 'A, A2 < A, A3 < A',
      successions: 'A1>A2, A1>A3',
      earlierStaff: 'A: 9, A1: 1 2 3 4',
      staff: 'A: 9, A2: 1 2, A3: 3 4',
    });
    expect(units.get('A')).toMatchObject({ sources: ['A', 'A1'], before: 5, after: 5, common: 5 });
    expect(units.get('A2')).toMatchObject({ sources: [], before: 0, after: 2, common: 0 });
  });

  it('a section that moves takes its bureau out of the sources of the bureau it leaves', () => {
    const units = tell({
      before: 'A, A1 < A, A2 < A, B, B1 < B',
      after: 'A, A1 < A, B, B1 < B, B2 < B',
      successions: 'A2>B2',
      earlierStaff: 'A1: 1 2, A2: 3 4, B1: 5 6',
      staff: 'A1: 1 2, B1: 5 6, B2: 3 4',
    });
    expect(units.get('A')).toMatchObject({ sources: ['A1'], before: 2, common: 2 });
    expect(units.get('B')).toMatchObject({ sources: ['A2', 'B', 'B1'], before: 4, after: 4, common: 4 });
  });

  it('follows chains, through units that neither survey met', () => {
    const units = tell({
      before: 'A',
      between: 'B, C',
      after: 'D',
      successions: 'A>B, B>C, C>D',
      earlierStaff: 'A: 1 2',
      staff: 'D: 1 2',
    });
    expect(units.get('D')).toMatchObject({ sources: ['A'], before: 2, common: 2 });
  });

  it('a code that lives on but was named as old is another unit now', () => {
    const units = tell({
      before: 'A',
      after: 'A, B',
      successions: 'A>B',
      earlierStaff: 'A: 1 2 3',
      staff: 'A: 4 5, B: 1 2 3',
    });
    expect(units.get('A')).toEqual({ department: 'A', sources: [], before: 0, after: 2, common: 0 });
    expect(units.get('B')).toMatchObject({ sources: ['A'], common: 3 });
  });

  it('a closed team of which nothing is said goes with its section, a closed bureau nowhere', () => {
    const units = tell({
      before: 'A, A1 < A, A1x < A1, Z',
      after: 'A, A1 < A, A1y < A1',
      successions: '',
      earlierStaff: 'A: 5, A1x: 1 2, A1: 3, Z: 4',
      staff: 'A: 5, A1y: 1 2, A1: 3 4',
    });
    expect(units.get('A1')).toMatchObject({ sources: ['A1', 'A1x'], before: 3, after: 4, common: 3 });
    expect(units.get('A1y')).toMatchObject({ sources: [], before: 0, common: 0 });
    expect([...units.values()].some(({ sources }) => sources.includes('Z'))).toBe(false);
  });

  it('a unit one part of which was closed later is whole nowhere', () => {
    const units = tell({
      before: 'A',
      between: 'C',
      after: 'B',
      successions: 'A>B, A>C',
      earlierStaff: 'A: 1 2',
      staff: 'B: 1 2',
    });
    expect(units.get('B')).toMatchObject({ sources: [], before: 0 });
  });

  it('a bureau all of whose staff stood in one section is a source wherever that section is: they were the same people', () => {
    const units = tell({
      before: 'A, A1 < A',
      after: 'A, A1 < A',
      successions: '',
      earlierStaff: 'A1: 1 2',
      staff: 'A1: 1 2',
    });
    expect(units.get('A1')?.sources).toEqual(['A', 'A1']);
  });

  it('ends when the data go in a circle', () => {
    const units = tell({
      before: 'A',
      after: 'B',
      successions: 'A>B, B>A',
      earlierStaff: 'A: 1',
      staff: 'B: 1',
    });
    expect(units.get('B')).toMatchObject({ sources: [], before: 0 });
  });

  it('counts alike however departments and people lie: bounds, sums, and an organisation that stays itself', () => {
    const person = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 }));
    const assignment = fc
      .array(person, { maxLength: 60 })
      .map((list) => new Map(list.map(([who, at]) => [`p${who}`, `D${at}`])));
    const heirs = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })), { maxLength: 5 });
    const units = Array.from({ length: 8 }, (_, at) => ({
      key: `D${at + 1}`,
      label: '',
      ...(at === 0 ? {} : { parent: `D${Math.ceil(at / 2)}` }),
    }));
    const departments = units.map(({ key, parent }) => ({ code: key, parentCode: parent ?? null, current: true }));
    fc.assert(
      fc.property(assignment, assignment, heirs, (earlierStaff, now, list) => {
        const successions = list.map(([from, to]) => ({ oldCode: `D${from}`, newCode: `D${to}` }));
        const parts = { tree: units, earlierTree: units, departments, earlierStaff };
        for (const { before, after, common } of departmentLineage({ ...parts, successions, staff: now })) {
          expect(common).toBeLessThanOrEqual(Math.min(before, after));
          expect(before).toBeLessThanOrEqual(earlierStaff.size);
          expect(after).toBeLessThanOrEqual(now.size);
        }
        for (const unit of departmentLineage({ ...parts, successions: [], staff: earlierStaff })) {
          expect([unit.before, unit.common]).toEqual([unit.after, unit.after]);
          expect(isComparable(unit)).toBe(unit.after > 0);
        }
      }),
    );
  });
});
