import { lineageOf, type AttributeValue, type DepartmentLineage, type DepartmentSuccession } from '#survey-model';
import { destinationFinder, type KnownDepartment } from './destinations.js';

export interface LineageParts {
  /** Departments of the new survey's tree, depth first. */
  readonly tree: readonly AttributeValue[];
  /** Departments of the earlier survey's tree, depth first. */
  readonly earlierTree: readonly AttributeValue[];
  /** Every department there ever was, those that are no more under the parent they had last. */
  readonly departments: readonly KnownDepartment[];
  readonly successions: readonly DepartmentSuccession[];
  /** Who was invited to the earlier survey -> the department they stood in. */
  readonly earlierStaff: ReadonlyMap<string, string>;
  /** The same of the new survey. */
  readonly staff: ReadonlyMap<string, string>;
}

/**
 * Where every unit of a survey comes from, seen from an earlier survey. An old unit goes where the successions say, link by link; else,
 * where its code still exists, it is itself; else it goes where the unit above it goes. It is a source of every new unit that contains
 * all it goes to; a unit above others is one when all occupied units below it are.
 * @returns one entry for each unit of `tree`, in its order
 */
export function departmentLineage(parts: LineageParts): DepartmentLineage[] {
  const containers = containersOf(parts);
  const sources = sourcesOf(parts.earlierTree, containers);
  const parents = newParents(parts);
  const counts = new Map(parts.tree.map(({ key }) => [key, { before: 0, after: 0, common: 0 }]));
  const above = cached((code) => new Set(lineageOf(code, parents)));
  for (const [person, code] of parts.staff) {
    const earlier = parts.earlierStaff.get(person);
    for (const unit of above(code)) {
      const count = counts.get(unit);
      if (!count) continue;
      count.after += 1;
      if (earlier !== undefined && containers.get(earlier)?.has(unit)) count.common += 1;
    }
  }
  for (const code of parts.earlierStaff.values()) {
    for (const unit of containers.get(code) ?? []) {
      const count = counts.get(unit);
      if (count) count.before += 1;
    }
  }
  return parts.tree.map(({ key }) => ({
    department: key,
    sources: sources.get(key) ?? [],
    ...(counts.get(key) ?? { before: 0, after: 0, common: 0 }),
  }));
}

type Containers = ReadonlyMap<string, ReadonlySet<string>>;

/** For each old unit in which somebody stood: the new units that contain all of what it went to. */
function containersOf(parts: LineageParts): Containers {
  const parents = newParents(parts);
  const existing = new Set([
    ...parts.departments.filter(({ current }) => current).map(({ code }) => code),
    ...parts.tree.map(({ key }) => key),
  ]);
  const destinationsOf = destinationFinder(parts.successions, parts.departments, existing);
  const occupied = new Set(parts.earlierStaff.values());
  return new Map(
    [...occupied].map((code) => [code, shared(destinationsOf(code).map((each) => new Set(lineageOf(each, parents))))]),
  );
}

/** The new survey's tree; where it does not reach, for want of staff, today's departments. */
function newParents({ tree, departments }: LineageParts): Map<string, string> {
  const parents = new Map<string, string>();
  const inTree = new Set(tree.map(({ key }) => key));
  for (const { code, parentCode, current } of departments)
    if (current && parentCode !== null && !inTree.has(code)) parents.set(code, parentCode);
  for (const { key, parent } of tree) if (parent !== undefined) parents.set(key, parent);
  return parents;
}

/** New unit -> its sources, in the order of the old tree. */
function sourcesOf(earlierTree: readonly AttributeValue[], containers: Containers): Map<string, string[]> {
  const parents = new Map(
    earlierTree.flatMap(({ key, parent }) => (parent === undefined ? [] : [[key, parent] as const])),
  );
  const below = new Map<string, ReadonlySet<string>[]>();
  for (const [code, units] of containers)
    for (const each of lineageOf(code, parents)) below.set(each, [...(below.get(each) ?? []), units]);
  const sources = new Map<string, string[]>();
  for (const { key } of earlierTree)
    for (const unit of shared(below.get(key) ?? [])) sources.set(unit, [...(sources.get(unit) ?? []), key]);
  return sources;
}

/** What all sets have; nothing when there is none. */
function shared(sets: readonly ReadonlySet<string>[]): Set<string> {
  const [first, ...others] = sets;
  return new Set([...(first ?? [])].filter((each) => others.every((other) => other.has(each))));
}

function cached<Value>(compute: (code: string) => Value): (code: string) => Value {
  const known = new Map<string, Value>();
  return (code) => {
    const found = known.get(code) ?? compute(code);
    known.set(code, found);
    return found;
  };
}
