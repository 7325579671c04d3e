import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';

/** The survey's ticket key, to compare with the poster: a key made for one person alone would show here. */
export function KeyFingerprint({ fingerprint }: { readonly fingerprint: string }) {
  const messages = useMessages(answerMessages);
  return (
    <details className="disclosure">
      <summary>{messages.fingerprintTitle}</summary>
      <p className="muted">{messages.fingerprintLead}</p>
      <p className="answer-fingerprint">{fingerprint}</p>
    </details>
  );
}
