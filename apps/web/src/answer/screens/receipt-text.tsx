import { useState } from 'react';
import { Button } from '../../components/button.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';

interface ReceiptTextProps {
  readonly surveyId: string;
  readonly receipt: string;
}

/** 受領証: with it everybody can see after the close that their ballot lies in the box. It says nothing of what was answered. */
export function ReceiptText({ surveyId, receipt }: ReceiptTextProps) {
  const messages = useMessages(answerMessages);
  const [copied, setCopied] = useState(false);
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(receipt).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section className="stack">
      <h2>{messages.proofTitle}</h2>
      <p>{messages.proofLead}</p>
      <p className="answer-fingerprint">{receipt}</p>
      <div className="cluster no-print">
        <Button kind="secondary" onClick={() => void copy()}>
          {copied ? messages.copied : messages.copy}
        </Button>
        <Button kind="secondary" onClick={() => window.print()}>
          {messages.print}
        </Button>
      </div>
      <p className="no-print">
        <a href={`/check.html?survey=${encodeURIComponent(surveyId)}`}>{messages.toCheck}</a>
      </p>
    </section>
  );
}
