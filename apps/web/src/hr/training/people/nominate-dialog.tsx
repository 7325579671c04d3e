import { useState } from 'react';
import { listTrainingSessions, nominate, type Nomination, type TrainingSession } from '../../../api-client/courses.js';
import type { Candidate } from '../../../api-client/training-people.js';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { EmptyState } from '../../../components/empty-state.js';
import { LoadView } from '../../../components/load-view.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { TextField } from '../../../components/text-field.js';
import { useAction } from '../../../components/use-action.js';
import { useLoad } from '../../../components/use-load.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { shellMessages } from '../../../messages/shell.js';
import { trainingPeopleMessages } from '../../../messages/training-people.js';
import { NominationOutcomes } from '../session/nomination-outcomes.js';
import { SessionChoice } from './session-choice.js';

interface NominateDialogProps {
  readonly programmeKey: string;
  readonly people: readonly Candidate[];
  readonly onClose: () => void;
  /** Closed after people were nominated. */
  readonly onDone: () => void;
}

const loadUpcoming = (): Promise<TrainingSession[]> => listTrainingSessions();

/** Gives everybody selected a seat in one session, or a place in its line, and says what became of each. */
export function NominateDialog({ programmeKey, people, onClose, onDone }: NominateDialogProps) {
  const messages = useMessages(trainingPeopleMessages);
  const { cancel, close } = useMessages(shellMessages);
  const sessions = useLoad(loadUpcoming);
  const [chosen, setChosen] = useState<TrainingSession | null>(null);
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<Nomination | null>(null);
  const send = useAction(async () => {
    if (!chosen) return;
    const numbers = people.map(({ staffNumber }) => staffNumber);
    setOutcome(await nominate(chosen.id, numbers, reason.trim()));
  });
  const leave = (): void => {
    onClose();
    if (outcome) onDone();
  };
  const short = chosen ? people.length - (chosen.capacity - chosen.seated) : 0;
  return (
    <Dialog title={messages.nominateTitle(formatCount(people.length))} onClose={leave} wide>
      {outcome ? (
        <div className="stack">
          <NominationOutcomes nomination={outcome} />
          <div className="dialog__actions">
            <Button onClick={leave}>{close}</Button>
          </div>
        </div>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void send.run();
          }}
        >
          <LoadView loaded={sessions} skeletonLines={4}>
            {(all) => {
              const own = all.filter((each) => each.programmeKey === programmeKey && each.state === 'scheduled');
              if (own.length === 0) return <EmptyState title={messages.noSessions} />;
              return <SessionChoice sessions={own} chosen={chosen?.id ?? null} onChoose={setChosen} />;
            }}
          </LoadView>
          <p role="status">{short > 0 && messages.shortOfSeats(formatCount(short))}</p>
          <TextField
            label={messages.reason}
            hint={messages.reasonHint}
            value={reason}
            onChange={setReason}
            maxLength={500}
          />
          {send.problem && <ProblemNotice problem={send.problem} />}
          <div className="dialog__actions">
            <Button kind="secondary" onClick={onClose}>
              {cancel}
            </Button>
            <Button type="submit" busy={send.busy} disabled={chosen === null}>
              {messages.nominateDo(formatCount(people.length))}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
