import type { Enrolment } from '../api-client/courses.js';

export type ShownPlace = 'seated' | 'waiting' | 'pending' | 'pending-waiting' | 'declined' | 'cancelled';

/** An enrolment in one word. While the head has not decided, that comes first: the seat (or the place in the line) is only kept. */
export function placeOf({ place, approval }: Pick<Enrolment, 'place' | 'approval'>): ShownPlace {
  if (approval === 'declined') return 'declined';
  if (place === 'cancelled') return 'cancelled';
  if (approval === 'pending') return place === 'waiting' ? 'pending-waiting' : 'pending';
  return place;
}
