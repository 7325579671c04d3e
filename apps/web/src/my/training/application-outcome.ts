import type { Enrolment } from '../../api-client/courses.js';
import type { myTrainingJa } from '../../messages/ja/my-training.js';
import type { Outcome } from '../../training/outcome-line.js';
import { placeOf } from '../../training/shown-place.js';

/** What an application has come to: a seat or a place in the line, and whether the head still has to decide. */
export function outcomeOfApplication(
  enrolment: Pick<Enrolment, 'place' | 'approval' | 'line'>,
  words: (typeof myTrainingJa)['applied'],
): Outcome {
  const line = words.waiting(String(enrolment.line ?? ''));
  switch (placeOf(enrolment)) {
    case 'pending':
      return { title: words.pending, more: words.pendingMore, kind: 'warning' };
    case 'pending-waiting':
      return { title: line, more: words.pendingWaitingMore, kind: 'warning' };
    case 'waiting':
      return { title: line, more: words.waitingMore, kind: 'warning' };
    default:
      return { title: words.seated };
  }
}
