import { useState } from 'react';
import { saveTallyKey } from '../api-client/custody.js';
import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { Disclosure } from '../components/disclosure.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { TextField } from '../components/text-field.js';
import { useAction } from '../components/use-action.js';
import { useMessages } from '../language/language.js';
import { custodyMessages } from '../messages/custody.js';
import { makeSplitKey, type SplitKey } from './split-key.js';

interface MakeKeyCardProps {
  readonly surveyId: string;
  readonly again?: boolean;
  readonly onMade: (key: SplitKey) => void;
}

const NUMBER = { type: 'number', min: 2, max: 10, className: 'input input--short', required: true } as const;

/** Makes the key and registers its public part; the shares are handed up to be shown once. */
export function MakeKeyCard({ surveyId, again = false, onMade }: MakeKeyCardProps) {
  const messages = useMessages(custodyMessages);
  const [count, setCount] = useState('5');
  const [threshold, setThreshold] = useState('3');
  const make = useAction(async () => {
    const key = await makeSplitKey(Number(count), Number(threshold));
    await saveTallyKey(surveyId, key.publicPart);
    onMade(key);
  });
  const form = (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void make.run();
      }}
    >
      <p>{again ? messages.remakeLead : messages.makeLead}</p>
      <div className="field-row">
        <TextField {...NUMBER} label={messages.sharesField} value={count} onChange={setCount} />
        <TextField {...NUMBER} label={messages.thresholdField} value={threshold} onChange={setThreshold} />
      </div>
      {make.problem && <ProblemNotice problem={make.problem} />}
      <div>
        <Button type="submit" kind={again ? 'secondary' : 'primary'} busy={make.busy}>
          {messages.make}
        </Button>
      </div>
    </form>
  );
  if (!again) return <Card title={messages.makeTitle}>{form}</Card>;
  return <Disclosure title={messages.remakeTitle}>{form}</Disclosure>;
}
