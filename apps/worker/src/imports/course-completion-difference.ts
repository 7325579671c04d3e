import type { RecordedCourseCompletion } from '#database';

/** What a list of completions changes of the courses. */
export interface CourseCompletionDifference {
  readonly added: readonly RecordedCourseCompletion[];
  /** The same person, course and day with another mark. */
  readonly changed: readonly { readonly before: RecordedCourseCompletion; readonly after: RecordedCourseCompletion }[];
  readonly same: readonly RecordedCourseCompletion[];
}

/**
 * Compares by person, course and day: somebody may take a course again, so another day is another completion. A line without a mark leaves
 * the one on record as it is.
 */
export function courseCompletionDifference(
  known: readonly RecordedCourseCompletion[],
  incoming: readonly RecordedCourseCompletion[],
): CourseCompletionDifference {
  const byKey = new Map(known.map((each) => [keyOf(each), each]));
  const added: RecordedCourseCompletion[] = [];
  const changed: { before: RecordedCourseCompletion; after: RecordedCourseCompletion }[] = [];
  const same: RecordedCourseCompletion[] = [];
  for (const after of incoming) {
    const before = byKey.get(keyOf(after));
    if (!before) added.push(after);
    else if (after.mark === null || after.mark === before.mark) same.push(after);
    else changed.push({ before, after });
  }
  return { added, changed, same };
}

function keyOf({ staffNumber, courseKey, completedOn }: RecordedCourseCompletion): string {
  return JSON.stringify([staffNumber, courseKey, completedOn]);
}
