import type { ImportReport, PersonChange } from '#contract';
import type { ParsedRoster, RosterDifference } from '#roster';
import { lineageOf, type DepartmentRecord, type StaffRecord } from '#survey-model';
import type { Table } from '#tabular';
import { LISTED_PEOPLE } from './opened-import.js';

const DEPARTMENT = '所属';

/** What taking the roster would do, for people to read before they decide. */
export function rosterReport(
  { headers, encoding }: Pick<Table, 'headers' | 'encoding'>,
  parsed: ParsedRoster,
  { added, changed, moved, left, unclear, unchanged }: RosterDifference,
): ImportReport {
  const pathOf = pathsOf(parsed.departments);
  return {
    rows: parsed.rows,
    validRows: parsed.staff.length,
    encoding,
    mapping: { ...parsed.mapping },
    headers: [...headers],
    counts: {
      added: added.length,
      changed: changed.length,
      moved: moved.length,
      left: left.length,
      unclear: unclear.length,
      same: unchanged,
    },
    added: listed(added, (person) => [{ field: DEPARTMENT, before: '', after: pathOf(person.departmentCode) }]),
    changed: listed(changed, (person) => labelled(person.changes)),
    moved: listed(moved, ({ fromPath, toPath, changes }) => [
      { field: DEPARTMENT, before: fromPath, after: toPath },
      ...labelled(changes),
    ]),
    left: listed(left, () => []),
    errors: [...parsed.errors],
    errorCount: parsed.errorCount,
  };
}

function listed<Person extends Pick<StaffRecord, 'staffNumber' | 'name'>>(
  people: readonly Person[],
  changesOf: (person: Person) => PersonChange['changes'],
): PersonChange[] {
  return people
    .slice(0, LISTED_PEOPLE)
    .map((person) => ({ staffNumber: person.staffNumber, name: person.name, changes: changesOf(person) }));
}

function labelled(changes: RosterDifference['changed'][number]['changes']): PersonChange['changes'] {
  return changes.map(({ label, before, after }) => ({ field: label, before, after }));
}

/** 総務部/人事課 for a code. */
function pathsOf(departments: readonly DepartmentRecord[]): (code: string) => string {
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  const parents = new Map<string, string>();
  for (const { code, parentCode } of departments) if (parentCode !== null) parents.set(code, parentCode);
  return (code) =>
    lineageOf(code, parents)
      .reverse()
      .map((each) => names.get(each) ?? each)
      .join('/');
}
