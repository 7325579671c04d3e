import type { CompletableCourse, ParkedReason } from '#database';
import type { AgentId } from './agent-id.js';
import type { Claim } from './read-claim.js';

/** Whom and what claims may mean. */
export interface Directory {
  /** The course that a learning system reports under this activity, or null. */
  courseOf(activityId: string): CompletableCourse | null;
  staffNumberOf(actor: AgentId): string | null;
  /** HR has said that no completion of this activity is wanted. */
  isDismissed(activityId: string): boolean;
}

export type Judgement =
  | { readonly outcome: 'recorded'; readonly staffNumber: string; readonly courseKey: string }
  | { readonly outcome: 'parked'; readonly reason: ParkedReason }
  | { readonly outcome: 'ignored'; readonly reason: 'activity-dismissed' | 'mark-missing' | 'mark-below-pass-mark' };

/**
 * Decides what becomes of a claim. The course comes first: a learning system reports hundreds of activities that are no courses of ours, and
 * of those nobody has to find out who somebody is.
 */
export function judgeClaim(
  { actor, activityId, mark, passed }: Pick<Claim, 'actor' | 'activityId' | 'mark' | 'passed'>,
  directory: Directory,
): Judgement {
  const course = directory.courseOf(activityId);
  if (!course) {
    return directory.isDismissed(activityId)
      ? { outcome: 'ignored', reason: 'activity-dismissed' }
      : { outcome: 'parked', reason: 'course-unknown' };
  }
  if (course.passMark !== null && !passed) {
    if (mark === null) return { outcome: 'ignored', reason: 'mark-missing' };
    if (mark < course.passMark) return { outcome: 'ignored', reason: 'mark-below-pass-mark' };
  }
  const staffNumber = directory.staffNumberOf(actor);
  return staffNumber === null
    ? { outcome: 'parked', reason: 'person-unknown' }
    : { outcome: 'recorded', staffNumber, courseKey: course.key };
}
