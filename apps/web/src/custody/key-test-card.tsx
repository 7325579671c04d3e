import { Link } from 'react-router';
import { sealBallot, toBase64Url } from '#ballot';
import { beginKeyTest } from '../api-client/custody.js';
import type { Custody } from '../api-client/types.js';
import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { Notice } from '../components/notice.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { useAction } from '../components/use-action.js';
import { useMessages } from '../language/language.js';
import { custodyMessages } from '../messages/custody.js';

/** Test ballots lie under no ticket. */
const TEST_SERIAL = new Uint8Array(32);

interface KeyTestCardProps {
  readonly surveyId: string;
  readonly custody: Custody;
  readonly onBegun: () => void;
}

/** 試し開け: seals a random word to the key, which only the custodians together can read back. */
export function KeyTestCard({ surveyId, custody, onBegun }: KeyTestCardProps) {
  const messages = useMessages(custodyMessages);
  const { publicKey, tested, testOutcome, needs } = custody;
  const begin = useAction(async () => {
    const nonce = toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
    const content = { surveyId, attributes: {}, answers: { test: nonce } };
    const sealed = toBase64Url(await sealBallot(publicKey ?? '', surveyId, TEST_SERIAL, content));
    await beginKeyTest(surveyId, { nonce, sealed });
    onBegun();
  });
  return (
    <Card title={messages.testTitle}>
      {tested ? (
        <Notice kind="success" title={messages.testPassed}>
          <Link to={`/hr/surveys/${surveyId}`}>{messages.toSurvey}</Link>
        </Notice>
      ) : (
        <div className="stack">
          <p>{messages.testLead}</p>
          {testOutcome === 'failed' && <Notice kind="error" title={messages.testFailed} />}
          {begin.problem && <ProblemNotice problem={begin.problem} />}
          <div>
            <Button kind={needs ? 'quiet' : 'primary'} busy={begin.busy} onClick={() => void begin.run()}>
              {needs ? messages.testAgain : messages.beginTest}
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}
