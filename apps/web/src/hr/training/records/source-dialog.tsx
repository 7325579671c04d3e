import { useState } from 'react';
import { createStatementSource, type NewStatementSource } from '../../../api-client/learning-records.js';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { Notice } from '../../../components/notice.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { TextField } from '../../../components/text-field.js';
import { useAction } from '../../../components/use-action.js';
import { useMessages } from '../../../language/language.js';
import { shellMessages } from '../../../messages/shell.js';
import { trainingRecordMessages } from '../../../messages/training-record.js';
import { CopyableText } from './copyable-text.js';

/** What the api takes as a user name. */
const KEY_PATTERN = '[a-z0-9][a-z0-9\\-]{0,63}';

interface SourceDialogProps {
  readonly onClose: () => void;
  readonly onCreated: () => void;
}

/** Lets a learning system in, and shows its secret this once. */
export function SourceDialog({ onClose, onCreated }: SourceDialogProps) {
  const messages = useMessages(trainingRecordMessages);
  const { cancel } = useMessages(shellMessages);
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [created, setCreated] = useState<NewStatementSource | null>(null);
  const create = useAction(async () => {
    setCreated(await createStatementSource(key, name.trim()));
    onCreated();
  });
  if (created) return <SecretDialog created={created} onClose={onClose} />;
  return (
    <Dialog title={messages.addSource} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void create.run();
        }}
      >
        <TextField
          label={messages.sourceName}
          hint={messages.sourceNameHint}
          value={name}
          onChange={setName}
          maxLength={100}
          required
        />
        <TextField
          label={messages.key}
          hint={messages.keyHint}
          value={key}
          onChange={setKey}
          pattern={KEY_PATTERN}
          title={messages.keyHint}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          required
        />
        {create.problem && <ProblemNotice problem={create.problem} />}
        <div className="dialog__actions">
          <Button kind="secondary" onClick={onClose}>
            {cancel}
          </Button>
          <Button type="submit" busy={create.busy}>
            {messages.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface SecretDialogProps {
  readonly created: NewStatementSource;
  readonly onClose: () => void;
}

function SecretDialog({ created, onClose }: SecretDialogProps) {
  const messages = useMessages(trainingRecordMessages);
  const { source, secret, endpoint } = created;
  return (
    <Dialog title={messages.secretTitle(source.name)} onClose={onClose} wide>
      <div className="stack">
        <Notice kind="warning" title={messages.secretOnce} live />
        <p>{messages.secretLead}</p>
        <dl className="secret">
          <CopyableText label={messages.endpoint} text={endpoint} />
          <CopyableText label={messages.key} text={source.key} />
          <CopyableText label={messages.secret} text={secret} />
        </dl>
        <div className="dialog__actions">
          <Button onClick={onClose}>{messages.kept}</Button>
        </div>
      </div>
    </Dialog>
  );
}
