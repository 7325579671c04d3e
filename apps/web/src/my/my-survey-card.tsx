import type { MySurvey } from '../api-client/types.js';
import { StateBadge, type Tone } from '../components/state-badge.js';
import { Notice } from '../components/notice.js';
import { formatDate, formatInstant } from '../language/format-date.js';
import { useLanguage, useMessages } from '../language/language.js';
import { myMessages } from '../messages/my.js';

const TONE: Readonly<Record<MySurvey['state'], Tone>> = {
  invited: 'active',
  started: 'waiting',
  done: 'done',
  paper: 'done',
};

interface MySurveyCardProps {
  readonly survey: MySurvey;
  /** This browser knows that the ballot is in the box; the mark "done" may still wait for others. */
  readonly sent: boolean;
}

export function MySurveyCard({ survey, sent }: MySurveyCardProps) {
  const messages = useMessages(myMessages);
  const { language } = useLanguage();
  const waits = sent && survey.state === 'started';
  const canAnswer = survey.open && !waits && (survey.state === 'invited' || survey.state === 'started');
  const answerPage = `/answer.html?survey=${encodeURIComponent(survey.id)}`;
  return (
    <article className="card my-survey">
      <div className="cluster">
        <StateBadge tone={waits ? 'done' : survey.open ? TONE[survey.state] : 'neutral'}>
          {waits
            ? messages.sent
            : survey.open || survey.state === 'done'
              ? messages.state[survey.state]
              : messages.closed}
        </StateBadge>
        <span className="muted">{survey.fiscalYearLabel}</span>
      </div>
      <h2 className="my-survey__title">{survey.title}</h2>
      <p className="muted">{messages.until(formatDate(survey.closesOn, language))}</p>
      {canAnswer && (
        <a className="button button--primary button--large" href={answerPage}>
          {survey.state === 'started' ? messages.continueAnswer : messages.answer}
        </a>
      )}
      {survey.state === 'paper' && <p>{messages.paperNote}</p>}
      {survey.state === 'done' && <p>{messages.doneNote}</p>}
      {waits && <p>{messages.sentNote}</p>}
      {survey.open && (waits || survey.state === 'done') && (
        <p>
          <a href={answerPage}>{messages.correct}</a>
        </p>
      )}
      {!survey.open && survey.state !== 'paper' && (
        <p>
          <a href={`/check.html?survey=${encodeURIComponent(survey.id)}`}>{messages.check}</a>
        </p>
      )}
      {survey.exceptions.map(({ at, reason }) => (
        <Notice key={at} kind="warning" title={messages.exceptionTitle(formatInstant(at, language))}>
          <p>{messages.exceptionBody(reason)}</p>
        </Notice>
      ))}
    </article>
  );
}
