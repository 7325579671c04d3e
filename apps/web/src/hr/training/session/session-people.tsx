import { useState } from 'react';
import {
  cancelEnrolment,
  decideEnrolment,
  type Enrolment,
  type TrainingSessionDetail,
} from '../../../api-client/courses.js';
import { Card } from '../../../components/card.js';
import { EmptyState } from '../../../components/empty-state.js';
import { Disclosure } from '../../../components/disclosure.js';
import { useMessages } from '../../../language/language.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { EnrolmentTable, type EnrolmentDeed } from './enrolment-table.js';
import { NominateCard } from './nominate-card.js';
import { ReasonDialog } from './reason-dialog.js';

interface SessionPeopleProps {
  readonly detail: TrainingSessionDetail;
  readonly onChanged: () => void;
}

interface Chosen {
  readonly deed: EnrolmentDeed;
  readonly enrolment: Enrolment;
}

/** Who has a seat, who waits, who gave it back; and what HR can do about it. */
export function SessionPeople({ detail, onChanged }: SessionPeopleProps) {
  const messages = useMessages(trainingSessionMessages);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { session, enrolments } = detail;
  const having = (place: Enrolment['place']): Enrolment[] => enrolments.filter((each) => each.place === place);
  const [seated, waiting, cancelled] = [having('seated'), having('waiting'), having('cancelled')];
  const onDeed = (deed: EnrolmentDeed, enrolment: Enrolment): void => setChosen({ deed, enrolment });
  const open = session.state === 'scheduled' ? { onDeed } : {};
  return (
    <>
      <Card title={messages.seatedTitle(seated.length)}>
        {seated.length === 0 ? (
          <EmptyState title={messages.nobodySeated} />
        ) : (
          <EnrolmentTable caption={messages.seatedCaption} enrolments={seated} {...open} />
        )}
      </Card>
      {waiting.length > 0 && (
        <Card title={messages.waitingTitle(waiting.length)}>
          <EnrolmentTable caption={messages.waitingCaption} enrolments={waiting} {...open} />
        </Card>
      )}
      {session.state === 'scheduled' && <NominateCard sessionId={session.id} onDone={onChanged} />}
      {cancelled.length > 0 && (
        <Disclosure title={messages.cancelledTitle(cancelled.length)}>
          <EnrolmentTable caption={messages.cancelledCaption} enrolments={cancelled} />
        </Disclosure>
      )}
      {chosen && <DeedDialog chosen={chosen} onClose={() => setChosen(null)} onDone={onChanged} />}
    </>
  );
}

interface DeedDialogProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DeedDialog({ chosen, onClose, onDone }: DeedDialogProps) {
  const messages = useMessages(trainingSessionMessages);
  const { deed, enrolment } = chosen;
  const { id, name } = enrolment;
  const words = {
    approve: [messages.approveOf(name), messages.approveLead, messages.approve],
    decline: [messages.declineOf(name), messages.declineLead, messages.decline],
    cancel: [messages.cancelPlaceOf(name), messages.cancelPlaceLead, messages.cancelPlaceDo],
  } as const;
  const [title, lead, confirmLabel] = words[deed];
  return (
    <ReasonDialog
      title={title}
      lead={lead}
      confirmLabel={confirmLabel}
      danger={deed !== 'approve'}
      act={(reason) =>
        deed === 'cancel' ? cancelEnrolment(id, reason) : decideEnrolment(id, deed === 'approve', reason)
      }
      onClose={onClose}
      onDone={onDone}
    />
  );
}
