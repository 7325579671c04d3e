import { useState } from 'react';
import {
  createTrainingSession,
  updateTrainingSession,
  type Course,
  type TrainingSession,
} from '../../../api-client/courses.js';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { useAction } from '../../../components/use-action.js';
import { useMessages } from '../../../language/language.js';
import { shellMessages } from '../../../messages/shell.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { draftOf, faultsOf, formOf, newSession } from './session-draft.js';
import { SessionFields } from './session-fields.js';

interface SessionDialogProps {
  /** Those of which a session may be held. */
  readonly courses: readonly Course[];
  /** The session to change; left out: a new one. */
  readonly session?: TrainingSession;
  readonly onClose: () => void;
  readonly onSaved: (session: TrainingSession) => void;
}

export function SessionDialog({ courses, session, onClose, onSaved }: SessionDialogProps) {
  const messages = useMessages(trainingSessionMessages);
  const { cancel, save: saveWord } = useMessages(shellMessages);
  const [form, setForm] = useState(() => (session ? formOf(session) : newSession(courses[0]?.key ?? '')));
  const faults = faultsOf(form);
  const save = useAction(async () => {
    const draft = draftOf(form);
    onSaved(await (session ? updateTrainingSession(session.id, draft) : createTrainingSession(draft)));
  });
  return (
    <Dialog title={session ? messages.changeSession : messages.newSession} onClose={onClose} wide>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (faults.size === 0) void save.run();
        }}
      >
        {session && <p className="muted">{messages.peopleAreTold}</p>}
        <SessionFields courses={courses} form={form} faults={faults} onChange={setForm} />
        {save.problem && <ProblemNotice problem={save.problem} />}
        <div className="dialog__actions">
          <Button kind="secondary" onClick={onClose}>
            {cancel}
          </Button>
          <Button type="submit" busy={save.busy}>
            {saveWord}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
