import { useState } from 'react';
import { saveAttendance, type TrainingSessionDetail } from '../../../api-client/courses.js';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { EmptyState } from '../../../components/empty-state.js';
import { Notice } from '../../../components/notice.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { useAction } from '../../../components/use-action.js';
import { useMessages } from '../../../language/language.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { allAttended, bodyOf, countEntries, entriesOf, type Entries } from './attendance-entries.js';
import { AttendanceTable } from './attendance-table.js';

interface AttendanceCardProps {
  readonly detail: TrainingSessionDetail;
  readonly onChanged: () => void;
}

/** Attendance and marks of everybody with a seat, kept until they are settled. */
export function AttendanceCard({ detail, onChanged }: AttendanceCardProps) {
  const messages = useMessages(trainingSessionMessages);
  const { session, passMark } = detail;
  const seated = detail.enrolments.filter(({ place }) => place === 'seated');
  const [entries, setEntries] = useState<Entries>(() => entriesOf(seated));
  const [saved, setSaved] = useState(false);
  const [settling, setSettling] = useState(false);
  const [openedAt] = useState(() => Date.now());
  const { attended, absent, missing, wrong, unmarked } = countEntries(entries, seated);
  const put = async (close: boolean): Promise<void> => {
    setSaved(false);
    await saveAttendance(session.id, bodyOf(entries, seated), close);
    setSaved(true);
    onChanged();
  };
  const save = useAction(() => put(false));
  const settle = useAction(() => put(true));
  const change = (next: Entries): void => {
    setSaved(false);
    setEntries(next);
  };
  const table = (
    <AttendanceTable seated={seated} entries={entries} passMark={passMark} state={session.state} onChange={change} />
  );
  if (seated.length === 0) return <EmptyState title={messages.attendanceNone} />;
  if (session.state === 'scheduled' && Date.parse(session.startsAt) > openedAt)
    return <Notice title={messages.notBegun} />;
  if (session.state !== 'scheduled')
    return (
      <Card>
        {session.state === 'closed' && <p className="lead-in">{messages.settled}</p>}
        {table}
      </Card>
    );
  return (
    <Card>
      <p>{messages.attendanceLead}</p>
      <p className="muted lead-in">{messages.attendanceKeys}</p>
      <div className="cluster lead-in">
        <Button kind="secondary" onClick={() => change(allAttended(entries, seated, false))}>
          {messages.allAttended}
        </Button>
        {missing > 0 && missing < seated.length && (
          <Button kind="quiet" onClick={() => change(allAttended(entries, seated, true))}>
            {messages.onlyMissing}
          </Button>
        )}
        <span role="status">{missing > 0 ? messages.missing(missing) : messages.noneMissing}</span>
      </div>
      {table}
      {save.problem && <ProblemNotice problem={save.problem} />}
      {saved && <Notice kind="success" title={messages.savedAttendance} live />}
      {wrong > 0 && <p className="field__error">{messages.markWrong}</p>}
      <div className="cluster attendance-actions">
        <Button kind="secondary" busy={save.busy} disabled={wrong > 0} onClick={() => void save.run()}>
          {messages.saveAttendance}
        </Button>
        <Button disabled={missing > 0 || wrong > 0} onClick={() => setSettling(true)}>
          {messages.settle}
        </Button>
        {missing > 0 && <span className="muted">{messages.settleMissing(missing)}</span>}
      </div>
      {settling && (
        <ConfirmDialog
          title={messages.settleTitle}
          confirmLabel={messages.settle}
          action={settle}
          onClose={() => setSettling(false)}
        >
          <p>{messages.settleLead(attended, absent)}</p>
          {passMark !== null && unmarked > 0 && <p>{messages.unmarked(unmarked)}</p>}
        </ConfirmDialog>
      )}
    </Card>
  );
}
