import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { formatDate } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import type { Entry } from '../load-entry.js';
import type { AcceptedRecord } from '../storage/answer-record.js';
import type { Answering } from '../use-answering.js';
import { DoneMark } from './done-mark.js';
import { ReceiptText } from './receipt-text.js';
import { useScreenFocus } from './use-screen-focus.js';

interface ThanksScreenProps {
  readonly entry: Entry;
  readonly accepted: AcceptedRecord;
  readonly answering: Answering;
}

/** 受付済み: what was stored and what was not, who sees what, and the receipt; until the close the answers can be corrected. */
export function ThanksScreen({ entry, accepted, answering }: ThanksScreenProps) {
  const messages = useMessages(answerMessages);
  const { language } = useLanguage();
  const element = useScreenFocus<HTMLDivElement>('thanks');
  const { form, accepting, destroyOn } = entry.ballotSurvey;
  const { surveyId } = entry.address;
  const { correct, onMarked } = answering;
  return (
    <div ref={element} className="stack">
      <h1 tabIndex={-1}>{messages.thanksTitle}</h1>
      <Notice kind="success" title={accepted.receipt === null ? messages.newerThere : messages.accepted} live>
        <p>{accepted.shared ? messages.clearedAll : messages.cleared}</p>
      </Notice>
      {!accepted.marked && <DoneMark surveyId={surveyId} onMarked={onMarked} />}
      {accepting && (
        <div className="stack no-print">
          {correct.problem && <ProblemNotice problem={correct.problem} />}
          <Button kind="secondary" busy={correct.busy} onClick={() => void correct.run()}>
            {messages.correct}
          </Button>
          <p className="muted">{messages.correctNote(formatDate(form.closesOn, language))}</p>
        </div>
      )}
      {accepted.receipt !== null && <ReceiptText surveyId={surveyId} receipt={accepted.receipt} />}
      <h2>{messages.receiptTitle}</h2>
      <ul>
        {messages.receipt(form.minGroup, formatDate(destroyOn, language)).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="no-print">
        <a href="/my">{messages.toMy}</a>
      </p>
    </div>
  );
}
