import { useRef, useState } from 'react';
import { cancelEnrolment, invitationUrl } from '../../api-client/courses.js';
import type { MyEnrolment } from '../../api-client/training-people.js';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { useAction } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { myTrainingMessages } from '../../messages/my-training.js';
import { FactList } from '../../training/fact-list.js';
import { hasBegun } from '../../training/has-begun.js';
import { PlaceBadge } from '../../training/place-badge.js';
import { SessionWhen } from '../../training/session-when.js';
import { placeOf } from '../../training/shown-place.js';

interface OwnPlaceCardProps {
  readonly own: MyEnrolment;
  readonly onGivenBack: () => void;
}

/** A seat or a place in the line: what it means, when and where, and the way out. */
export function OwnPlaceCard({ own, onGivenBack }: OwnPlaceCardProps) {
  const messages = useMessages(myTrainingMessages);
  const { enrolment, session } = own;
  const [asking, setAsking] = useState(false);
  const place = placeOf(enrolment);
  const begun = hasBegun(session.startsAt);
  const what = place === 'declined' || place === 'cancelled' ? null : messages.what[place];
  const of = <span className="visually-hidden">{messages.of(session.course)}</span>;
  return (
    <article className="card own-place">
      <PlaceBadge enrolment={enrolment} />
      <h3 className="own-place__title">{session.course}</h3>
      <p className="own-place__when">
        <SessionWhen startsAt={session.startsAt} endsAt={session.endsAt} />
      </p>
      <p>
        {enrolment.source !== 'application' && messages.nominated[enrolment.source]} {what}
      </p>
      <FactList
        facts={[
          [messages.room, session.room],
          [messages.method, session.method],
          [messages.note, session.note],
        ]}
      />
      {(enrolment.place === 'seated' || !begun) && (
        <div className="card-actions">
          {enrolment.place === 'seated' && (
            <a className="button button--secondary" href={invitationUrl(enrolment.id)} download>
              {messages.calendar}
              {of}
            </a>
          )}
          {!begun && (
            <Button kind="secondary" onClick={() => setAsking(true)}>
              {messages.giveBack}
              {of}
            </Button>
          )}
        </div>
      )}
      {asking && <GiveBackDialog own={own} onClose={() => setAsking(false)} onGivenBack={onGivenBack} />}
    </article>
  );
}

interface GiveBackDialogProps extends OwnPlaceCardProps {
  readonly onClose: () => void;
}

function GiveBackDialog({ own, onClose, onGivenBack }: GiveBackDialogProps) {
  const messages = useMessages(myTrainingMessages);
  const { enrolment, session } = own;
  const done = useRef(false);
  const action = useAction(async () => {
    await cancelEnrolment(enrolment.id, '');
    done.current = true;
  });
  return (
    <ConfirmDialog
      title={messages.giveBackTitle(session.course)}
      confirmLabel={enrolment.place === 'seated' ? messages.giveBackSeatDo : messages.giveBackLineDo}
      danger
      action={action}
      onClose={() => {
        onClose();
        if (done.current) onGivenBack();
      }}
    >
      <p>
        <SessionWhen startsAt={session.startsAt} endsAt={session.endsAt} />
      </p>
      <p>{enrolment.place === 'seated' ? messages.giveBackSeat : messages.giveBackLine}</p>
      {session.open && <p>{messages.giveBackAgain}</p>}
    </ConfirmDialog>
  );
}
