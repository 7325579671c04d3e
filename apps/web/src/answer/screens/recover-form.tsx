import { useState } from 'react';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { TextField } from '../../components/text-field.js';
import type { Action } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';

interface RecoverFormProps {
  readonly open: boolean;
  readonly recover: Action<[code: string, shared: boolean]>;
}

/** 控えを入力: goes on, or corrects, what was begun on another device. */
export function RecoverForm({ open, recover }: RecoverFormProps) {
  const messages = useMessages(answerMessages);
  const [code, setCode] = useState('');
  const [shared, setShared] = useState(false);
  return (
    <details className="disclosure" open={open}>
      <summary>{messages.recoverTitle}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void recover.run(code, shared);
        }}
      >
        <p>{messages.recoverLead}</p>
        <TextField
          label={messages.recoveryCode}
          hint={messages.recoveryCodeHint}
          value={code}
          onChange={setCode}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <CheckField label={messages.sharedPc} checked={shared} onChange={setShared} />
        {recover.problem && <ProblemNotice problem={recover.problem} />}
        <Button type="submit" busy={recover.busy}>
          {messages.recover}
        </Button>
      </form>
    </details>
  );
}
