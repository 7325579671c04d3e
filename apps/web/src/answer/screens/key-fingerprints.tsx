import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';

interface KeyFingerprintsProps {
  readonly ticketKey: string;
  readonly tallyKey: string;
}

/** The survey's keys, to compare with the poster: a key made for one person alone would show here. */
export function KeyFingerprints({ ticketKey, tallyKey }: KeyFingerprintsProps) {
  const messages = useMessages(answerMessages);
  return (
    <details className="disclosure">
      <summary>{messages.fingerprintTitle}</summary>
      <p className="muted">{messages.fingerprintLead}</p>
      <p>{messages.ticketKey}</p>
      <p className="answer-fingerprint">{ticketKey}</p>
      <p>{messages.tallyKey}</p>
      <p className="answer-fingerprint">{tallyKey}</p>
    </details>
  );
}
