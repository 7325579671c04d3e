import { dateInJapan } from '#survey-model';
import { Link } from 'react-router';
import type { TrainingSession } from '../../../api-client/courses.js';
import { StateBadge } from '../../../components/state-badge.js';
import { formatDate } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { CapacityBar } from '../../../training/capacity-bar.js';
import { timeInJapan } from '../../../training/session-time.js';
import { SessionState } from './session-state.js';

const SATURDAY = 6;
const SUNDAY = 0;

/** One session in the list: its day as in a calendar, then what, where, and how full. */
export function SessionItem({ session }: { readonly session: TrainingSession }) {
  const messages = useMessages(trainingSessionMessages);
  const { language } = useLanguage();
  const { id, course, programme, method, startsAt, endsAt, room, applyUntil, state } = session;
  const date = dateInJapan(new Date(startsAt));
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const weekend = weekday === SATURDAY || weekday === SUNDAY;
  return (
    <li className={state === 'cancelled' ? 'session-item session-item--cancelled' : 'session-item'}>
      <time dateTime={startsAt} className="session-item__day">
        <span className="session-item__number">{Number(date.slice(-2))}</span>
        <span className={weekend ? 'session-item__weekday session-item__weekday--end' : 'session-item__weekday'}>
          {messages.weekdays[weekday]}
        </span>
      </time>
      <div className="session-item__what">
        <Link to={`/hr/training/sessions/${id}`} className="session-item__course">
          {course}
          <span className="visually-hidden"> {formatDate(date, language)}</span>
        </Link>
        <p>
          {messages.hours(timeInJapan(startsAt), timeInJapan(endsAt))} {room}
        </p>
        <p className="muted">{[programme, method, messages.until(formatDate(applyUntil, language))].join(' ・ ')}</p>
      </div>
      <div className="session-item__seats">
        {state !== 'cancelled' && <CapacityBar {...session} of={`${course} ${formatDate(date, language)}`} />}
      </div>
      <div className="session-item__state">
        {session.waiting > 0 && state === 'scheduled' && (
          <StateBadge tone="waiting">{messages.waitingBadge}</StateBadge>
        )}
        <SessionState session={session} />
      </div>
    </li>
  );
}
