import { lineageOf, type DepartmentRecord, type Position, type StaffRecord } from '#survey-model';
import { fieldChanges, type FieldDifference } from './field-changes.js';

export interface ChangedPerson {
  readonly staffNumber: string;
  readonly name: string;
  /** Fields other than the department, with what they were and become. */
  readonly changes: readonly FieldDifference[];
}

export interface MovedPerson extends ChangedPerson {
  readonly from: string;
  readonly to: string;
  /** The departments as people read them: 総務部/人事課. */
  readonly fromPath: string;
  readonly toPath: string;
}

export interface RosterDifference {
  readonly added: readonly StaffRecord[];
  /** People of whom something other than the department changed. */
  readonly changed: readonly ChangedPerson[];
  /** People in another department than before, whatever else changed. */
  readonly moved: readonly MovedPerson[];
  /** People whom the new roster does not hold. */
  readonly left: readonly StaffRecord[];
  /** People of whom nothing can be said, because their own row, or a row without a number, is wrong: they stay as they are. */
  readonly unclear: readonly StaffRecord[];
  readonly unchanged: number;
  readonly departments: DepartmentDifference;
}

export interface DepartmentDifference {
  readonly added: readonly DepartmentRecord[];
  /** Renamed or under another parent. */
  readonly changed: readonly { readonly before: DepartmentRecord; readonly after: DepartmentRecord }[];
  /** No longer in the roster, and without anyone who stays unclear. */
  readonly removed: readonly DepartmentRecord[];
}

/** The part of `ParsedRoster` that is compared. */
export interface NextRoster {
  readonly staff: readonly { readonly record: StaffRecord }[];
  readonly departments: readonly DepartmentRecord[];
  readonly rejectedStaffNumbers?: readonly string[];
  readonly unidentifiedRows?: number;
}

/**
 * What taking a roster would change. A person whose row is wrong has not left; and while a wrong row has no readable staff number it may
 * be anybody's, so that nobody counts as having left.
 * @param positions names for positions in the differences; without them their keys are shown.
 */
export function diffRoster(
  current: readonly StaffRecord[],
  currentDepartments: readonly DepartmentRecord[],
  next: NextRoster,
  positions: readonly Position[] = [],
): RosterDifference {
  const before = new Map(current.map((record) => [record.staffNumber, record]));
  const pathBefore = pathsOf(currentDepartments);
  const pathAfter = pathsOf(next.departments);
  const added: StaffRecord[] = [];
  const changed: ChangedPerson[] = [];
  const moved: MovedPerson[] = [];
  let unchanged = 0;
  for (const { record } of next.staff) {
    const { staffNumber, name, departmentCode: to } = record;
    const old = before.get(staffNumber);
    const changes = old ? fieldChanges(old, record, positions) : [];
    if (!old) added.push(record);
    else if (old.departmentCode !== to) {
      const from = old.departmentCode;
      moved.push({ staffNumber, name, changes, from, to, fromPath: pathBefore(from), toPath: pathAfter(to) });
    } else if (changes.length > 0) changed.push({ staffNumber, name, changes });
    else unchanged += 1;
  }
  const { left, unclear } = absentPeople(current, next);
  return {
    added,
    changed,
    moved,
    left,
    unclear,
    unchanged,
    departments: diffDepartments(currentDepartments, next.departments, unclear),
  };
}

function absentPeople(
  current: readonly StaffRecord[],
  next: NextRoster,
): { left: StaffRecord[]; unclear: StaffRecord[] } {
  const present = new Set(next.staff.map(({ record }) => record.staffNumber));
  const rejected = new Set(next.rejectedStaffNumbers ?? []);
  const [left, unclear]: [StaffRecord[], StaffRecord[]] = [[], []];
  for (const record of current) {
    if (present.has(record.staffNumber)) continue;
    const doubtful = rejected.has(record.staffNumber) || (next.unidentifiedRows ?? 0) > 0;
    (doubtful ? unclear : left).push(record);
  }
  return { left, unclear };
}

function diffDepartments(
  current: readonly DepartmentRecord[],
  next: readonly DepartmentRecord[],
  unclear: readonly StaffRecord[],
): DepartmentDifference {
  const before = new Map(current.map((department) => [department.code, department]));
  const after = new Set(next.map(({ code }) => code));
  const parents = parentsOfRecords(current);
  const needed = new Set<string>();
  for (const { departmentCode, concurrentPosts } of unclear) {
    for (const code of [departmentCode, ...concurrentPosts.map((post) => post.departmentCode)]) {
      for (const each of lineageOf(code, parents)) needed.add(each);
    }
  }
  return {
    added: next.filter(({ code }) => !before.has(code)),
    changed: next.flatMap((department) => {
      const old = before.get(department.code);
      const same = !old || (old.name === department.name && old.parentCode === department.parentCode);
      return same ? [] : [{ before: old, after: department }];
    }),
    removed: current.filter(({ code }) => !after.has(code) && !needed.has(code)),
  };
}

function parentsOfRecords(departments: readonly DepartmentRecord[]): Map<string, string> {
  return new Map(
    departments.flatMap(({ code, parentCode }) => (parentCode === null ? [] : [[code, parentCode] as const])),
  );
}

function pathsOf(departments: readonly DepartmentRecord[]): (code: string) => string {
  const parents = parentsOfRecords(departments);
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  return (code) =>
    lineageOf(code, parents)
      .reverse()
      .map((each) => names.get(each) ?? each)
      .join('/');
}
