import type { TrainingSession } from '../../../api-client/courses.js';
import { StateBadge, type Tone } from '../../../components/state-badge.js';
import { useMessages } from '../../../language/language.js';
import { trainingPlaceMessages } from '../../../messages/training-place.js';

const TONE: Readonly<Record<TrainingSession['state'], Tone>> = {
  scheduled: 'active',
  cancelled: 'neutral',
  closed: 'done',
};

/** 受付中, 受付終了, 中止 or 出欠確定. */
export function SessionState({ session }: { readonly session: Pick<TrainingSession, 'state' | 'open'> }) {
  const messages = useMessages(trainingPlaceMessages);
  const { state, open } = session;
  if (state !== 'scheduled') return <StateBadge tone={TONE[state]}>{messages.sessionState[state]}</StateBadge>;
  return <StateBadge tone={open ? 'active' : 'neutral'}>{open ? messages.open : messages.notOpen}</StateBadge>;
}
