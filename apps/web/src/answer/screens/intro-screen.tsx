import { Button } from '../../components/button.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import type { Action } from '../../components/use-action.js';
import { formatDate } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import type { Entry } from '../load-entry.js';
import { HonestNotice } from './honest-notice.js';
import { KeyFingerprint } from './key-fingerprint.js';
import { useScreenFocus } from './use-screen-focus.js';

interface IntroScreenProps {
  readonly entry: Entry;
  /** Something is in the browser already. */
  readonly resuming: boolean;
  readonly start: Action<[]>;
  readonly onDiscard: () => void;
}

export function IntroScreen({ entry, resuming, start, onDiscard }: IntroScreenProps) {
  const messages = useMessages(answerMessages);
  const { language } = useLanguage();
  const element = useScreenFocus<HTMLDivElement>('intro');
  const { form, ticketKey } = entry.ballotSurvey;
  const { paper } = entry.address;
  return (
    <div ref={element} className="stack">
      <h1 tabIndex={-1}>{form.title}</h1>
      <p className="muted">
        {form.organisation}
        {!paper && ` ・ ${messages.until(formatDate(form.closesOn, language))}`}
      </p>
      {paper ? (
        <p>{messages.paperLead}</p>
      ) : (
        <ul className="answer-points">
          {messages.points(form.minGroup).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      <HonestNotice />
      {start.problem && <ProblemNotice problem={start.problem} />}
      <Button large className="answer-start" busy={start.busy} onClick={() => void start.run()}>
        {resuming ? messages.resume : paper ? messages.startPaper : messages.start}
      </Button>
      {resuming && (
        <p className="answer-center">
          {messages.resumeNote}{' '}
          <button type="button" className="link-button" onClick={onDiscard}>
            {messages.discard}
          </button>
        </p>
      )}
      {!paper && <p className="muted">{messages.sharedPc}</p>}
      <KeyFingerprint fingerprint={ticketKey.fingerprint} />
    </div>
  );
}
