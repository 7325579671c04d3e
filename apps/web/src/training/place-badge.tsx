import type { Enrolment } from '../api-client/courses.js';
import { StateBadge, type Tone } from '../components/state-badge.js';
import { useMessages } from '../language/language.js';
import { trainingPlaceMessages } from '../messages/training-place.js';
import { placeOf, type ShownPlace } from './shown-place.js';

const TONE: Readonly<Record<ShownPlace, Tone>> = {
  seated: 'done',
  waiting: 'waiting',
  pending: 'warning',
  'pending-waiting': 'warning',
  declined: 'neutral',
  cancelled: 'neutral',
};

interface PlaceBadgeProps {
  readonly enrolment: Pick<Enrolment, 'place' | 'approval' | 'line'>;
}

/** 席あり, キャンセル待ち n番, 上司の承認待ち, 不承認 or 取消: always in words. */
export function PlaceBadge({ enrolment }: PlaceBadgeProps) {
  const messages = useMessages(trainingPlaceMessages);
  const place = placeOf(enrolment);
  return <StateBadge tone={TONE[place]}>{messages.place[place](enrolment.line)}</StateBadge>;
}
