import { useState } from 'react';
import type { BallotSurvey } from '../answer/ballot-door.js';
import { Button } from '../components/button.js';
import { Notice } from '../components/notice.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { TextField } from '../components/text-field.js';
import { useAction } from '../components/use-action.js';
import { useMessages } from '../language/language.js';
import { answerMessages } from '../messages/answer.js';
import { checkReceipt, type CheckOutcome } from './check-receipt.js';
import { keptReceipt } from './kept-receipt.js';

interface CheckFormProps {
  readonly surveyId: string;
  readonly box: NonNullable<BallotSurvey['ballotBox']>;
}

export function CheckForm({ surveyId, box }: CheckFormProps) {
  const messages = useMessages(answerMessages);
  const [receipt, setReceipt] = useState(() => keptReceipt(localStorage, surveyId));
  const [outcome, setOutcome] = useState<CheckOutcome | null>(null);
  const check = useAction(async () => {
    setOutcome(null);
    setOutcome(await checkReceipt(surveyId, receipt, box.root));
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void check.run();
      }}
    >
      <p>{messages.checkLead}</p>
      <TextField
        label={messages.checkReceipt}
        value={receipt}
        onChange={setReceipt}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <div>
        <Button type="submit" busy={check.busy}>
          {messages.check}
        </Button>
      </div>
      {check.problem && <ProblemNotice problem={check.problem} />}
      {outcome === 'found' && (
        <Notice kind="success" title={messages.checkFound} live>
          <p>{messages.checkFoundBody(box.ballots)}</p>
        </Notice>
      )}
      {outcome === 'missing' && (
        <Notice kind="warning" title={messages.checkMissing} live>
          <p>{messages.checkMissingBody}</p>
        </Notice>
      )}
      {outcome === 'broken' && (
        <Notice kind="error" title={messages.checkBroken}>
          <p>{messages.checkBrokenBody}</p>
        </Notice>
      )}
    </form>
  );
}
