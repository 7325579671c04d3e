import { fiscalYearOf, type Completion, type Course, type CourseCompletion, type Programme } from '#survey-model';

type Rule = Pick<Programme, 'key' | 'counting' | 'completion'>;
type Offer = Pick<Course, 'key' | 'programmeKey' | 'points'>;

/**
 * Completions of a programme that follow from completions of courses.
 *
 * any-course: each day on which a person completed one of its courses. required-courses: the day on which the last of the named courses
 * was first done; without named courses nobody completes. points: the day on which the points of its distinct courses first came to the
 * number asked for. The latter two give one completion a person for once-in-plan programmes, whenever the courses were done, and for
 * once-a-fiscal-year ones a completion for each fiscal year within which all that is needed was done.
 *
 * Does not depend on the order of the input, and is monotone: with more course completions nobody loses a completion, though the day of
 * one of the latter two may become earlier. (So evidence of a completion before the plan may take a person out of the plan's count.)
 * @param courses of any programme; completions of unknown courses count for nothing, those of withdrawn courses do
 * @returns by day and staff number, one a person and day
 * @throws RangeError when a day is no date.
 */
export function programmeCompletions(
  programme: Rule,
  courses: readonly Offer[],
  completions: readonly CourseCompletion[],
): Completion[] {
  const worth = worthOf(programme, courses);
  const own = completions.filter(({ courseKey }) => worth.has(courseKey));
  const found: Completion[] = [];
  for (const ofTurn of byTurn(programme, own)) {
    const staffNumber = ofTurn[0]?.staffNumber ?? '';
    for (const completedOn of daysReached(programme, ofTurn, worth))
      found.push({ staffNumber, programmeKey: programme.key, completedOn });
  }
  return found.sort((a, b) => order(a.completedOn, b.completedOn) || order(a.staffNumber, b.staffNumber));
}

/** Course that counts towards the programme -> its points; of required courses each is worth 1. */
function worthOf({ key, completion }: Rule, courses: readonly Offer[]): Map<string, number> {
  if (completion.kind === 'required-courses') return new Map(completion.courses.map((course) => [course, 1]));
  const own = courses.filter(({ programmeKey }) => programmeKey === key);
  return new Map(own.map((course) => [course.key, course.points]));
}

/** What one person did, in all or in one fiscal year, as the counting rule has it. Any course counts by itself, whatever the rule. */
function byTurn({ counting, completion }: Rule, completions: readonly CourseCompletion[]): CourseCompletion[][] {
  const yearly = counting === 'once-a-fiscal-year' && completion.kind !== 'any-course';
  const turns = new Map<string, CourseCompletion[]>();
  for (const each of completions) {
    const turn = yearly ? `${fiscalYearOf(each.completedOn)} ${each.staffNumber}` : each.staffNumber;
    const ofTurn = turns.get(turn);
    if (ofTurn) ofTurn.push(each);
    else turns.set(turn, [each]);
  }
  return [...turns.values()];
}

function daysReached(
  { completion }: Rule,
  ofTurn: readonly CourseCompletion[],
  worth: ReadonlyMap<string, number>,
): string[] {
  if (completion.kind === 'any-course') return [...new Set(ofTurn.map(({ completedOn }) => completedOn))];
  const needed = completion.kind === 'points' ? completion.points : worth.size;
  const done = new Set<string>();
  let reached = 0;
  for (const { courseKey, completedOn } of [...ofTurn].sort((a, b) => order(a.completedOn, b.completedOn))) {
    if (done.has(courseKey)) continue;
    done.add(courseKey);
    reached += worth.get(courseKey) ?? 0;
    if (reached >= needed) return [completedOn];
  }
  return [];
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
