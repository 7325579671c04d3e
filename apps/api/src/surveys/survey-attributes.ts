import type { SnapshotRow } from '#database';
import {
  AGE_BANDS,
  EMPLOYMENT_TYPES,
  employmentTypeLabel,
  lineageOf,
  type AttributeDefinition,
  type AttributeValue,
  type DepartmentRecord,
  type Position,
} from '#survey-model';

/**
 * By what the survey can be tabulated: values that somebody in the snapshot has, and, for departments, everything above those, so
 * that every table adds up. Departments come depth first; age bands are always all there.
 * @param departments of today, in the roster's order
 */
export function surveyAttributes(
  snapshot: readonly SnapshotRow[],
  departments: readonly DepartmentRecord[],
  positions: readonly Position[],
): AttributeDefinition[] {
  return [
    { key: 'department', label: '所属', values: departmentValues(snapshot, departments) },
    { key: 'position', label: '職位', values: positionValues(snapshot, positions) },
    { key: 'ageBand', label: '年齢層', values: AGE_BANDS.map(({ key, label }) => ({ key, label })) },
    { key: 'employmentType', label: '任用形態', values: employmentValues(snapshot) },
  ];
}

function departmentValues(
  snapshot: readonly SnapshotRow[],
  departments: readonly DepartmentRecord[],
): AttributeValue[] {
  const parents = parentMap(departments);
  const kept = new Set(snapshot.flatMap(({ departmentCode }) => lineageOf(departmentCode, parents)));
  const known = new Set(departments.map(({ code }) => code));
  // A department that was closed while somebody still stands in it keeps its code as its name.
  const strays = [...kept].filter((code) => !known.has(code)).map((code) => ({ code, name: code, parentCode: null }));
  return depthFirst(
    [...departments, ...strays].filter(({ code }) => kept.has(code)),
    parents,
  );
}

/** Above every department; a cycle in the data is cut where it closes, so that every department hangs below some top. */
function parentMap(departments: readonly DepartmentRecord[]): Map<string, string> {
  const known = new Set(departments.map(({ code }) => code));
  const parents = new Map<string, string>();
  for (const { code, parentCode } of departments) {
    if (parentCode === null || !known.has(parentCode) || lineageOf(parentCode, parents).includes(code)) continue;
    parents.set(code, parentCode);
  }
  return parents;
}

function depthFirst(departments: readonly DepartmentRecord[], parents: ReadonlyMap<string, string>): AttributeValue[] {
  const children = new Map<string | undefined, DepartmentRecord[]>();
  for (const department of departments) {
    const parent = parents.get(department.code);
    children.set(parent, [...(children.get(parent) ?? []), department]);
  }
  const below = (parent: string | undefined): AttributeValue[] =>
    (children.get(parent) ?? []).flatMap(({ code, name }) => [
      { key: code, label: name, ...(parent === undefined ? {} : { parent }) },
      ...below(code),
    ]);
  return below(undefined);
}

function positionValues(snapshot: readonly SnapshotRow[], positions: readonly Position[]): AttributeValue[] {
  const present = new Set(snapshot.map(({ positionKey }) => positionKey));
  const known = positions.filter(({ key }) => present.has(key)).map(({ key, name }) => ({ key, label: name }));
  const others = [...present].filter((key) => !positions.some((position) => position.key === key)).sort();
  return [...known, ...others.map((key) => ({ key, label: key }))];
}

function employmentValues(snapshot: readonly SnapshotRow[]): AttributeValue[] {
  const present = new Set(snapshot.map(({ employmentType }) => employmentType));
  const known: string[] = EMPLOYMENT_TYPES.filter((type) => present.has(type));
  const others = [...present].filter((type) => !known.includes(type)).sort();
  return [...known, ...others].map((key) => ({ key, label: employmentTypeLabel(key) }));
}
