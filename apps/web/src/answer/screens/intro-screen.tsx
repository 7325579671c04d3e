import { useState } from 'react';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { formatDate } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { ticketKeyOf, type Entry } from '../load-entry.js';
import type { Answering } from '../use-answering.js';
import { CustodyNotice } from './custody-notice.js';
import { KeyFingerprints } from './key-fingerprints.js';
import { RecoverForm } from './recover-form.js';
import { useScreenFocus } from './use-screen-focus.js';

interface IntroScreenProps {
  readonly entry: Entry;
  readonly answering: Answering;
  /** Something is in the browser already. */
  readonly resuming: boolean;
}

export function IntroScreen({ entry, answering, resuming }: IntroScreenProps) {
  const messages = useMessages(answerMessages);
  const { language } = useLanguage();
  const element = useScreenFocus<HTMLDivElement>('intro');
  const [shared, setShared] = useState(false);
  const { form, tallyKey, destroyOn } = entry.ballotSurvey;
  const { paper } = entry.address;
  const { start, recover, clearAnswers } = answering;
  // Begun on another device: here only the recovery code helps.
  const elsewhere = !paper && !resuming && entry.mySurvey !== null && entry.mySurvey.state !== 'invited';
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
          {messages.points(form.minGroup, formatDate(destroyOn, language)).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      <CustodyNotice custody={tallyKey.custody} />
      {start.problem && <ProblemNotice problem={start.problem} />}
      {!elsewhere && (
        <>
          {!paper && !resuming && (
            <div>
              <CheckField label={messages.sharedPc} checked={shared} onChange={setShared} />
              <p className="muted">{messages.sharedPcNote}</p>
            </div>
          )}
          <Button large className="answer-start" busy={start.busy} onClick={() => void start.run(shared)}>
            {resuming ? messages.resume : paper ? messages.startPaper : messages.start}
          </Button>
        </>
      )}
      {resuming && (
        <p className="answer-center">
          {messages.resumeNote}{' '}
          <button type="button" className="link-button" onClick={clearAnswers}>
            {messages.discard}
          </button>
        </p>
      )}
      {!paper && !resuming && <RecoverForm open={elsewhere} recover={recover} />}
      <KeyFingerprints ticketKey={ticketKeyOf(entry).fingerprint} tallyKey={tallyKey.fingerprint} />
    </div>
  );
}
