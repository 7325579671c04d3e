import { useState } from 'react';
import { nominate, type Nomination } from '../../../api-client/courses.js';
import { Button } from '../../../components/button.js';
import { Disclosure } from '../../../components/disclosure.js';
import { Field } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { TextField } from '../../../components/text-field.js';
import { useAction } from '../../../components/use-action.js';
import { useMessages } from '../../../language/language.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { NominationOutcomes } from './nomination-outcomes.js';
import { staffNumbersIn } from './staff-numbers.js';

interface NominateCardProps {
  readonly sessionId: string;
  readonly onDone: () => void;
}

/** Nominates whoever's staff numbers are written or pasted. */
export function NominateCard({ sessionId, onDone }: NominateCardProps) {
  const messages = useMessages(trainingSessionMessages);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<Nomination | null>(null);
  const numbers = staffNumbersIn(text);
  const send = useAction(async () => {
    setOutcome(null);
    setOutcome(await nominate(sessionId, numbers, reason.trim()));
    setText('');
    onDone();
  });
  return (
    <Disclosure title={messages.nominateTitle}>
      <form
        className="stack nominate"
        onSubmit={(event) => {
          event.preventDefault();
          if (numbers.length > 0) void send.run();
        }}
      >
        <Field label={messages.staffNumbers} hint={messages.nominateLead} required>
          {(control) => (
            <textarea
              {...control}
              className="input"
              rows={4}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <p className="muted" role="status">
          {numbers.length > 0 && messages.numbersFound(numbers.length)}
        </p>
        <TextField
          label={messages.reason}
          hint={messages.reasonToThem}
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
        {send.problem && <ProblemNotice problem={send.problem} />}
        <Button type="submit" kind="secondary" busy={send.busy}>
          {messages.nominate}
        </Button>
      </form>
      {outcome && <NominationOutcomes nomination={outcome} />}
    </Disclosure>
  );
}
