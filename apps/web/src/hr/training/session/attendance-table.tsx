import type { KeyboardEvent } from 'react';
import { ATTENDANCES } from '#survey-model';
import type { Enrolment, TrainingSession } from '../../../api-client/courses.js';
import { TableFrame } from '../../../components/table-frame.js';
import { useMessages } from '../../../language/language.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { enteredOf, isMark, type Entered, type Entries } from './attendance-entries.js';

interface AttendanceTableProps {
  readonly seated: readonly Enrolment[];
  readonly entries: Entries;
  readonly passMark: number | null;
  readonly state: TrainingSession['state'];
  readonly onChange: (entries: Entries) => void;
}

/** One row a person. While the session is open: a radio group and, where a mark counts, a field; afterwards what was settled. */
export function AttendanceTable({ seated, entries, passMark, state, onChange }: AttendanceTableProps) {
  const messages = useMessages(trainingSessionMessages);
  const open = state === 'scheduled';
  return (
    <TableFrame caption={messages.attendanceCaption} captionHidden className="attendance">
      <thead>
        <tr>
          {messages.attendanceColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {passMark !== null && <th scope="col">{messages.mark}</th>}
          {!open && <th scope="col">{messages.result}</th>}
        </tr>
      </thead>
      <tbody onKeyDown={toNextMark}>
        {seated.map((person) => {
          const entered = enteredOf(entries, person.id);
          const set = (change: Partial<Entered>): void =>
            onChange({ ...entries, [person.id]: { ...entered, ...change } });
          return (
            <tr key={person.id}>
              <td>{person.staffNumber}</td>
              <th scope="row" className="person-name">
                {person.name}
              </th>
              <td className="person-department">{person.department}</td>
              <td>
                {open ? (
                  <AttendanceChoice person={person} entered={entered} onChange={set} />
                ) : (
                  person.attendance && messages[person.attendance]
                )}
              </td>
              {passMark !== null && (
                <td>{open ? <MarkField person={person} entered={entered} onChange={set} /> : (person.mark ?? '—')}</td>
              )}
              {!open && <td>{person.completed ? `✓ ${messages.completed}` : messages.notCompleted}</td>}
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
}

interface EntryProps {
  readonly person: Enrolment;
  readonly entered: Entered;
  readonly onChange: (change: Partial<Entered>) => void;
}

function AttendanceChoice({ person, entered, onChange }: EntryProps) {
  const messages = useMessages(trainingSessionMessages);
  return (
    <fieldset className="fieldset attendance__choice">
      <legend className="visually-hidden">{messages.attendanceOf(person.name)}</legend>
      {ATTENDANCES.map((attendance) => (
        <label key={attendance} className="check">
          <input
            type="radio"
            name={`attendance-${person.id}`}
            checked={entered.attendance === attendance}
            onChange={() => onChange({ attendance })}
          />
          <span>{messages[attendance]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function MarkField({ person, entered, onChange }: EntryProps) {
  const messages = useMessages(trainingSessionMessages);
  return (
    <input
      className="input attendance__mark"
      data-mark
      inputMode="numeric"
      aria-label={messages.markOf(person.name)}
      aria-invalid={!isMark(entered.mark) || undefined}
      disabled={entered.attendance === 'absent'}
      value={entered.attendance === 'absent' ? '' : entered.mark}
      onChange={(event) => onChange({ mark: event.target.value.normalize('NFKC').trim() })}
    />
  );
}

/** Enter in a mark goes on to the next one below that can be written in. */
function toNextMark(event: KeyboardEvent<HTMLTableSectionElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || !event.target.matches('[data-mark]'))
    return;
  event.preventDefault();
  const marks = [...event.currentTarget.querySelectorAll<HTMLInputElement>('[data-mark]:not(:disabled)')];
  marks[marks.indexOf(event.target) + 1]?.focus();
}
