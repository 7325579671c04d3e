import { useCallback, useState } from 'react';
import { listTrainingSessions, nominate, type Nomination } from '../../api-client/courses.js';
import type { Candidate } from '../../api-client/training-people.js';
import { Button } from '../../components/button.js';
import { Dialog } from '../../components/dialog.js';
import { EmptyState } from '../../components/empty-state.js';
import { LoadView } from '../../components/load-view.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { TextField } from '../../components/text-field.js';
import { useAction } from '../../components/use-action.js';
import { useLoad } from '../../components/use-load.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { shellMessages } from '../../messages/shell.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';
import type { Outcome } from '../../training/outcome-line.js';
import { NominationResult } from './nomination-result.js';
import { SessionRadios } from './session-radios.js';

interface NominateDialogProps {
  readonly programmeKey: string;
  readonly people: readonly Candidate[];
  readonly onClose: () => void;
  /** Closed after people were nominated. */
  readonly onNominated: (said: Outcome) => void;
}

/** Chooses a session for the people chosen, and says what became of each. */
export function NominateDialog({ programmeKey, people, onClose, onNominated }: NominateDialogProps) {
  const messages = useMessages(unitTrainingMessages);
  const { close } = useMessages(shellMessages);
  const [result, setResult] = useState<Nomination | null>(null);
  const leave = (): void => {
    onClose();
    if (!result) return;
    const { seated, waiting, refused } = result;
    onNominated({
      title: messages.nominationDone(formatCount(seated + waiting)),
      kind: refused > 0 ? 'warning' : 'success',
      ...(refused > 0 && { more: messages.refused(formatCount(refused)) }),
    });
  };
  return (
    <Dialog title={messages.nominateTitle(formatCount(people.length))} onClose={leave}>
      {result ? (
        <>
          <NominationResult nomination={result} people={people} />
          <div className="dialog__actions">
            <Button onClick={leave}>{close}</Button>
          </div>
        </>
      ) : (
        <NominateForm programmeKey={programmeKey} people={people} onClose={onClose} onResult={setResult} />
      )}
    </Dialog>
  );
}

interface NominateFormProps extends Omit<NominateDialogProps, 'onNominated'> {
  readonly onResult: (result: Nomination) => void;
}

function NominateForm({ programmeKey, people, onClose, onResult }: NominateFormProps) {
  const messages = useMessages(unitTrainingMessages);
  const { cancel } = useMessages(shellMessages);
  const [sessionId, setSessionId] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [reason, setReason] = useState('');
  const sessions = useLoad(
    useCallback(
      async () =>
        (await listTrainingSessions()).filter((session) => session.open && session.programmeKey === programmeKey),
      [programmeKey],
    ),
  );
  const send = useAction(async (id: string) => {
    const numbers = people.map(({ staffNumber }) => staffNumber);
    onResult(await nominate(id, numbers, reason.trim()));
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(sessionId === null);
        if (sessionId !== null) void send.run(sessionId);
      }}
    >
      <p>{people.map(({ name }) => name).join('、')}</p>
      <p>{messages.nominateLead}</p>
      <LoadView loaded={sessions} skeletonLines={4}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={messages.noSessions}>
              <p>{messages.noSessionsLead}</p>
            </EmptyState>
          ) : (
            <>
              <SessionRadios
                sessions={list}
                chosen={sessionId}
                error={missing && sessionId === null ? messages.sessionMissing : null}
                onChoose={setSessionId}
              />
              <TextField
                label={messages.reason}
                hint={messages.reasonHint}
                value={reason}
                onChange={setReason}
                maxLength={500}
              />
            </>
          )
        }
      </LoadView>
      {send.problem && <ProblemNotice problem={send.problem} />}
      <div className="dialog__actions">
        <Button kind="secondary" onClick={onClose}>
          {cancel}
        </Button>
        {sessions.data !== null && sessions.data.length > 0 && (
          <Button type="submit" busy={send.busy}>
            {messages.nominateDo(formatCount(people.length))}
          </Button>
        )}
      </div>
    </form>
  );
}
