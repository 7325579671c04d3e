import { useState } from 'react';
import { cancelTrainingSession, listCourses, type TrainingSessionDetail } from '../../../api-client/courses.js';
import { Button } from '../../../components/button.js';
import { useLoad } from '../../../components/use-load.js';
import { useMessages } from '../../../language/language.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { SessionDialog } from '../sessions/session-dialog.js';
import { ReasonDialog } from './reason-dialog.js';

interface SessionActionsProps {
  readonly detail: TrainingSessionDetail;
  readonly onChanged: () => void;
}

/** Changing a session that is planned, and calling it off. */
export function SessionActions({ detail, onChanged }: SessionActionsProps) {
  const messages = useMessages(trainingSessionMessages);
  const courses = useLoad(listCourses);
  const [open, setOpen] = useState<'change' | 'call-off' | null>(null);
  const { session, enrolments } = detail;
  const close = (): void => setOpen(null);
  const offered = (courses.data ?? []).filter(({ withdrawn, key }) => !withdrawn || key === session.courseKey);
  return (
    <>
      <Button kind="secondary" disabled={courses.data === null} onClick={() => setOpen('change')}>
        {messages.change}
      </Button>
      <Button kind="quiet" onClick={() => setOpen('call-off')}>
        {messages.callOff}
      </Button>
      {open === 'change' && (
        <SessionDialog
          courses={offered}
          session={session}
          onClose={close}
          onSaved={() => {
            close();
            onChanged();
          }}
        />
      )}
      {open === 'call-off' && (
        <ReasonDialog
          title={messages.callOffTitle}
          lead={messages.callOffLead(enrolments.filter(({ place }) => place !== 'cancelled').length)}
          confirmLabel={messages.callOff}
          danger
          act={(reason) => cancelTrainingSession(session.id, reason)}
          onClose={close}
          onDone={onChanged}
        />
      )}
    </>
  );
}
