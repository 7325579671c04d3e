import type { TrainingSessionDetail } from '../../../api-client/courses.js';
import { Card } from '../../../components/card.js';
import { Notice } from '../../../components/notice.js';
import { formatCount } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { CapacityBar } from '../../../training/capacity-bar.js';
import { weekdayDate } from '../../../training/session-time.js';
import { SessionWhen } from '../../../training/session-when.js';
import { SessionState } from '../sessions/session-state.js';

/** Whatever else is to be known of a session, the mails about it included. */
export function SessionFacts({ detail }: { readonly detail: TrainingSessionDetail }) {
  const messages = useMessages(trainingSessionMessages);
  const { language } = useLanguage();
  const { session, passMark, notices } = detail;
  const mailStates: Readonly<Record<string, string>> = messages.mailState;
  const mails = Object.entries(notices).filter(([, count]) => count > 0);
  return (
    <>
      {session.state === 'cancelled' && <Notice kind="warning" title={messages.calledOff} />}
      <Card className="session-facts-card">
        <dl className="session-facts">
          <div>
            <dt>{messages.factWhen}</dt>
            <dd>
              <SessionWhen startsAt={session.startsAt} endsAt={session.endsAt} /> <SessionState session={session} />
            </dd>
          </div>
          <div>
            <dt>{messages.factRoom}</dt>
            <dd>{session.room || messages.noRoom}</dd>
          </div>
          <div>
            <dt>{messages.factApply}</dt>
            <dd>{weekdayDate(session.applyUntil, language)}</dd>
          </div>
          <div>
            <dt>{messages.factSeats}</dt>
            <dd>
              <CapacityBar {...session} of={session.course} />
            </dd>
          </div>
          <div>
            <dt>{messages.factMails}</dt>
            <dd>
              {mails.length === 0 && messages.noMails}
              {mails.map(([state, count]) => (
                <span key={state} className="mail-count">
                  {mailStates[state] ?? state} {messages.mails(formatCount(count))}
                </span>
              ))}
            </dd>
          </div>
          {session.note && (
            <div>
              <dt>{messages.factNote}</dt>
              <dd className="session-facts__note">{session.note}</dd>
            </div>
          )}
        </dl>
        {passMark !== null && <p className="muted table-note">{messages.passMarkFact(passMark)}</p>}
      </Card>
    </>
  );
}
