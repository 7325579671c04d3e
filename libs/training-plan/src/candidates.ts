import {
  fiscalYearOf,
  type Candidate,
  type Completion,
  type Course,
  type CourseCompletion,
  type DepartmentRecord,
  type DepartmentTarget,
  type Programme,
  type StaffRecord,
} from '#survey-model';
import { dueAudiences, eligibleStaff } from './audience.js';
import { countCompletions } from './count-completions.js';
import { topLevelDepartments } from './top-level-departments.js';
import { yearsToRetirement } from './years-to-retirement.js';

export interface CandidatesInput {
  readonly programme: Programme;
  readonly today: string;
  /** The whole roster; who is not eligible is left out here. */
  readonly staff: readonly StaffRecord[];
  readonly departments: readonly DepartmentRecord[];
  /** Completions of any programme; those of others are ignored. */
  readonly completions: readonly Completion[];
  /** Courses and their completions, of any programme. */
  readonly courses: readonly Pick<Course, 'key' | 'programmeKey'>[];
  readonly courseCompletions: readonly CourseCompletion[];
  /** Staff numbers who have, or wait for, a seat in a session of the programme to come. */
  readonly enrolled: ReadonlySet<string>;
  /** This year's targets by topmost department (部); one that is missing owes nobody. */
  readonly targets: readonly Pick<DepartmentTarget, 'departmentCode' | 'target' | 'actual'>[];
}

/** Somebody who retires within so many full years after the end of this fiscal year comes after everybody else. */
export const NEAR_RETIREMENT_YEARS = 1;

/**
 * Who is due next: present staff (在職) for whom an audience makes the programme due (volunteers' audiences do not), who do not count
 * yet (in the plan, or in this fiscal year, by the counting rule) and are not enrolled.
 *
 * Order: those who retire soon last, and of them those who stay longest first; then who has never been trained, then the department
 * that owes most people this year, then staff number. Unknown ages are not near retirement.
 * @throws RangeError when a day is no date.
 */
export function candidates(input: CandidatesInput): Candidate[] {
  const { programme, today, enrolled } = input;
  const fiscalYear = fiscalYearOf(today);
  const counted = countedAlready(input, fiscalYear);
  const trained = trainedEver(input);
  const topOf = topLevelDepartments(input.departments);
  const behind = new Map(
    input.targets.map(({ departmentCode, target, actual }) => [departmentCode, Math.max(0, target - actual)]),
  );
  return eligibleStaff(programme, input.staff, today)
    .filter(({ staffNumber, status }) => status === 'active' && !enrolled.has(staffNumber) && !counted.has(staffNumber))
    .flatMap((person) => {
      const audiences = dueAudiences(programme, person, fiscalYear);
      if (audiences === null) return [];
      const { staffNumber, departmentCode } = person;
      return {
        ...{ staffNumber, departmentCode, audiences },
        neverTrained: !trained.has(staffNumber),
        departmentBehind: behind.get(topOf.get(departmentCode) ?? departmentCode) ?? 0,
        yearsToRetirement: yearsToRetirement(person, fiscalYear),
      };
    })
    .sort(byUrgency)
    .map((candidate, index) => ({ ...candidate, rank: index + 1 }));
}

function countedAlready({ programme, completions }: CandidatesInput, fiscalYear: number): Set<string> {
  const { byYear } = countCompletions(programme, completions);
  const turn = programme.counting === 'once-in-plan' ? [...byYear.values()].flat() : (byYear.get(fiscalYear) ?? []);
  return new Set(turn.map(({ staffNumber }) => staffNumber));
}

/** Who ever completed the programme or any of its courses, also before the plan. */
function trainedEver({ programme, completions, courses, courseCompletions }: CandidatesInput): Set<string> {
  const own = new Set(courses.filter(({ programmeKey }) => programmeKey === programme.key).map(({ key }) => key));
  return new Set([
    ...completions.filter(({ programmeKey }) => programmeKey === programme.key).map(({ staffNumber }) => staffNumber),
    ...courseCompletions.filter(({ courseKey }) => own.has(courseKey)).map(({ staffNumber }) => staffNumber),
  ]);
}

type Unranked = Omit<Candidate, 'rank'>;

/** Years left of those near retirement; of everybody else one and the same larger number. */
function yearsThatMatter({ yearsToRetirement: years }: Unranked): number {
  return Math.min(years ?? Number.POSITIVE_INFINITY, NEAR_RETIREMENT_YEARS + 1);
}

function byUrgency(a: Unranked, b: Unranked): number {
  return (
    yearsThatMatter(b) - yearsThatMatter(a) ||
    Number(b.neverTrained) - Number(a.neverTrained) ||
    b.departmentBehind - a.departmentBehind ||
    (a.staffNumber < b.staffNumber ? -1 : 1)
  );
}
