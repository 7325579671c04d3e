import { useState } from 'react';
import type { KeySharePurpose } from '#survey-model';
import type { Custody } from '../api-client/types.js';
import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { Notice } from '../components/notice.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { ProgressBar } from '../components/progress-bar.js';
import { TextField } from '../components/text-field.js';
import { useAction } from '../components/use-action.js';
import { useMessages } from '../language/language.js';
import { custodyMessages } from '../messages/custody.js';
import { handInShare, ShareRefusal } from './hand-in-share.js';

interface ShareFormProps {
  readonly surveyId: string;
  readonly custody: Custody;
  readonly purpose: KeySharePurpose;
  readonly onIn: () => void;
}

export function ShareForm({ surveyId, custody, purpose, onIn }: ShareFormProps) {
  const messages = useMessages(custodyMessages);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [handedIn, setHandedIn] = useState<number | null>(null);
  const threshold = custody.threshold ?? 0;
  const count = custody.submitted[purpose].length;
  const submit = useAction(async () => {
    setError(null);
    try {
      setHandedIn(await handInShare(surveyId, custody, purpose, text));
      setText('');
      onIn();
    } catch (refusal) {
      if (!(refusal instanceof ShareRefusal)) throw refusal;
      setError(refusal.reason === 'already' ? messages.already(refusal.index) : messages.foreign);
    }
  });
  return (
    <Card title={messages.shareTitle[purpose]}>
      <div className="stack">
        <p>{messages.progress(count, threshold)}</p>
        <ProgressBar label={messages.progress(count, threshold)} value={count} max={threshold} />
        {custody.workerPublicKey === null ? (
          <Notice kind="error" title={messages.noWorker} />
        ) : (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              void submit.run();
            }}
          >
            <p>{messages.shareLead}</p>
            <TextField
              label={messages.shareField}
              hint={messages.shareHint}
              error={error}
              value={text}
              onChange={setText}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
            />
            {submit.problem && <ProblemNotice problem={submit.problem} />}
            <div>
              <Button type="submit" busy={submit.busy}>
                {messages.submit}
              </Button>
            </div>
          </form>
        )}
        {handedIn !== null && <Notice kind="success" title={messages.submitted(handedIn)} live />}
      </div>
    </Card>
  );
}
