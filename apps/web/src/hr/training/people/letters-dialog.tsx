import { useRef, useState } from 'react';
import { sendLetters, type Candidate, type LettersSent } from '../../../api-client/training-people.js';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { Field } from '../../../components/field.js';
import { Notice } from '../../../components/notice.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { TextField } from '../../../components/text-field.js';
import { useAction } from '../../../components/use-action.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { shellMessages } from '../../../messages/shell.js';
import { trainingPeopleMessages } from '../../../messages/training-people.js';
import { LETTER_FIELDS, letterFor, unknownFields } from './letter-text.js';

interface LettersDialogProps {
  readonly people: readonly Candidate[];
  readonly onClose: () => void;
}

/** A letter to everybody selected, with a preview of what the first will read. */
export function LettersDialog({ people, onClose }: LettersDialogProps) {
  const messages = useMessages(trainingPeopleMessages);
  const { cancel, close } = useMessages(shellMessages);
  const [subject, setSubject] = useState('');
  const [body, setBody] = useState(messages.letterStart);
  const [sent, setSent] = useState<LettersSent | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const send = useAction(async () => {
    const numbers = people.map(({ staffNumber }) => staffNumber);
    setSent(await sendLetters(numbers, subject.trim(), body));
  });
  const insert = (field: string): void => {
    const at = area.current?.selectionStart ?? body.length;
    setBody(body.slice(0, at) + field + body.slice(at));
    area.current?.focus();
  };
  const count = formatCount(people.length);
  if (sent)
    return (
      <Dialog title={messages.lettersTitle(count)} onClose={onClose} wide>
        <Outcome sent={sent} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{close}</Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={messages.lettersTitle(count)} onClose={onClose} wide>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send.run();
        }}
      >
        <TextField label={messages.subject} value={subject} onChange={setSubject} maxLength={100} required />
        <Field label={messages.body} hint={messages.bodyHint} required>
          {(control) => (
            <textarea
              {...control}
              ref={area}
              className="input"
              rows={8}
              maxLength={4000}
              value={body}
              onChange={(event) => setBody(event.target.value)}
            />
          )}
        </Field>
        <div className="cluster">
          {LETTER_FIELDS.map((field) => (
            <Button key={field} kind="secondary" onClick={() => insert(field)}>
              {messages.insert(field)}
            </Button>
          ))}
        </div>
        <Preview subject={subject} body={body} people={people} />
        {send.problem && <ProblemNotice problem={send.problem} />}
        <div className="dialog__actions">
          <Button kind="secondary" onClick={onClose}>
            {cancel}
          </Button>
          <Button type="submit" busy={send.busy}>
            {messages.sendTo(count)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface PreviewProps extends Pick<LettersDialogProps, 'people'> {
  readonly subject: string;
  readonly body: string;
}

function Preview({ subject, body, people }: PreviewProps) {
  const messages = useMessages(trainingPeopleMessages);
  const first = people[0];
  const unknown = unknownFields(body);
  if (!first) return null;
  return (
    <>
      {unknown.length > 0 && (
        <Notice kind="warning" title={messages.unknownFields(unknown.join(messages.comma))} live />
      )}
      <section className="letter" aria-label={messages.preview}>
        <p className="muted">{messages.previewOf(first.name)}</p>
        <p className="letter__subject">{subject || messages.noSubject}</p>
        <p className="letter__body">{letterFor(body, first)}</p>
      </section>
    </>
  );
}

function Outcome({ sent }: { readonly sent: LettersSent }) {
  const messages = useMessages(trainingPeopleMessages);
  const { letters, withoutAddress } = sent;
  return (
    <div className="stack">
      <Notice kind="success" title={messages.lettersSent(formatCount(letters))} live />
      {withoutAddress.length > 0 && (
        <Notice kind="warning" title={messages.withoutAddress(formatCount(withoutAddress.length))}>
          <p>{withoutAddress.join(messages.comma)}</p>
        </Notice>
      )}
    </div>
  );
}
