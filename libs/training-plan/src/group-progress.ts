import {
  AGE_BANDS,
  ageBandOf,
  ageOn,
  type Completion,
  type DepartmentRecord,
  type GroupProgress,
  type Position,
  type Programme,
  type StaffRecord,
} from '#survey-model';
import { countCompletions } from './count-completions.js';
import { topLevelDepartments } from './top-level-departments.js';

export interface GroupProgressInput {
  readonly programme: Programme;
  /** Completions of any programme; those of others are ignored. */
  readonly completions: readonly Completion[];
  /** Eligible staff now. */
  readonly staff: readonly Pick<StaffRecord, 'staffNumber' | 'departmentCode' | 'positionKey' | 'birthDate' | 'age'>[];
  readonly departments: readonly DepartmentRecord[];
  readonly positions: readonly Pick<Position, 'key' | 'name'>[];
  readonly targetYear: number;
  /** Ages are those of this day; where the roster has no birth date, of its import. */
  readonly today: string;
}

export interface GroupedProgress {
  /** Topmost departments (部). */
  readonly byDepartment: readonly GroupProgress[];
  readonly byPosition: readonly GroupProgress[];
  readonly byAgeBand: readonly GroupProgress[];
}

/**
 * Eligible staff and those of them who count, by department, position and age band. Each list covers everybody once, in the order of
 * the tree, of the positions and of age; groups without staff are left out, and what the roster does not say, or nobody knows the name
 * of, comes last under its key.
 */
export function groupProgress(input: GroupProgressInput): GroupedProgress {
  const { byYear } = countCompletions(input.programme, input.completions);
  const numbers = (list: readonly Completion[]): Set<string> => new Set(list.map(({ staffNumber }) => staffNumber));
  const counted = {
    inPlan: numbers([...byYear.values()].flat()),
    thisYear: numbers(byYear.get(input.targetYear) ?? []),
  };
  const topOf = topLevelDepartments(input.departments);
  const by = (known: readonly Known[], keyOf: (person: Person) => string): GroupProgress[] =>
    groupBy(input.staff, known, keyOf, counted);
  return {
    byDepartment: by(
      input.departments.map(({ code, name }) => ({ key: code, label: name })),
      ({ departmentCode }) => topOf.get(departmentCode) ?? '',
    ),
    byPosition: by(
      input.positions.map(({ key, name }) => ({ key, label: name })),
      ({ positionKey }) => positionKey,
    ),
    byAgeBand: by(AGE_BANDS, (person) => bandOf(person, input.today)),
  };
}

type Person = GroupProgressInput['staff'][number];
type Known = Pick<GroupProgress, 'key' | 'label'>;

interface Tally {
  headcount: number;
  thisYear: number;
  active: number;
}

function groupBy(
  staff: readonly Person[],
  known: readonly Known[],
  keyOf: (person: Person) => string,
  counted: { readonly inPlan: ReadonlySet<string>; readonly thisYear: ReadonlySet<string> },
): GroupProgress[] {
  const tallies = new Map<string, Tally>(known.map(({ key }) => [key, { headcount: 0, thisYear: 0, active: 0 }]));
  for (const person of staff) {
    const key = keyOf(person);
    const tally = tallies.get(key) ?? { headcount: 0, thisYear: 0, active: 0 };
    tally.headcount += 1;
    if (counted.thisYear.has(person.staffNumber)) tally.thisYear += 1;
    if (counted.inPlan.has(person.staffNumber)) tally.active += 1;
    tallies.set(key, tally);
  }
  const labels = new Map(known.map(({ key, label }) => [key, label]));
  return [...tallies]
    .filter(([, { headcount }]) => headcount > 0)
    .map(([key, tally]) => ({ key, label: labels.get(key) ?? key, ...tally }));
}

function bandOf({ birthDate, age }: Person, today: string): string {
  const years = birthDate === null ? age : ageOn(birthDate, today);
  return years === null ? '' : ageBandOf(years);
}
