import type { Custody } from '../api-client/types.js';
import { Card } from '../components/card.js';
import { useMessages } from '../language/language.js';
import { custodyMessages } from '../messages/custody.js';

export function CustodyStatus({ custody }: { readonly custody: Custody }) {
  const messages = useMessages(custodyMessages);
  const { shares, threshold, fingerprint, tested, testOutcome, needs } = custody;
  const made = shares !== null && threshold !== null;
  const test = tested ? 'passed' : (testOutcome ?? (needs === 'test' ? 'waiting' : 'none'));
  return (
    <Card title={messages.statusTitle}>
      <dl className="facts">
        <div>
          <dt>{messages.keyLabel}</dt>
          <dd>{made ? messages.keyFact(shares, threshold) : messages.noKey}</dd>
        </div>
        {fingerprint && (
          <div>
            <dt>{messages.fingerprint}</dt>
            <dd className="answer-fingerprint">{fingerprint}</dd>
          </div>
        )}
        {made && (
          <div>
            <dt>{messages.testLabel}</dt>
            <dd>{messages.test[test]}</dd>
          </div>
        )}
      </dl>
    </Card>
  );
}
