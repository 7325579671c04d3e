import { useState } from 'react';
import { resolveParkedStatement, type ParkedStatement } from '../../../api-client/learning-records.js';
import { listCourses } from '../../../api-client/courses.js';
import { Button } from '../../../components/button.js';
import { CheckField } from '../../../components/check-field.js';
import { Dialog } from '../../../components/dialog.js';
import { Field } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { useAction } from '../../../components/use-action.js';
import { useLoad } from '../../../components/use-load.js';
import { formatDate } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { shellMessages } from '../../../messages/shell.js';
import { trainingRecordMessages } from '../../../messages/training-record.js';
import { StaffPicker } from './staff-picker.js';

interface ResolveDialogProps {
  readonly statement: ParkedStatement;
  readonly onClose: () => void;
  readonly onResolved: (count: number) => void;
}

/** Says whose completion it is, or of which course; or that it is not wanted. */
export function ResolveDialog({ statement, onClose, onResolved }: ResolveDialogProps) {
  const messages = useMessages(trainingRecordMessages);
  const { language } = useLanguage();
  const { cancel } = useMessages(shellMessages);
  const [staffNumber, setStaffNumber] = useState<string | null>(null);
  const [courseKey, setCourseKey] = useState('');
  const [alike, setAlike] = useState(true);
  const person = statement.reason === 'person-unknown';
  const resolve = useAction(async (dismiss: boolean) => {
    const answer = person ? { staffNumber: staffNumber ?? '' } : { courseKey };
    const { resolved } = await resolveParkedStatement(statement.id, {
      ...(dismiss ? { dismiss: true } : answer),
      ...(alike ? { alike: true } : {}),
    });
    onResolved(resolved);
  });
  const answered = person ? staffNumber !== null : courseKey !== '';
  const { actor, activityName, activityId, completedOn, mark } = statement;
  return (
    <Dialog title={messages.resolveOf(actor)} onClose={onClose} wide>
      <div className="stack">
        <p>
          {messages.statementText(actor, activityName || activityId, formatDate(completedOn, language))}
          {mark !== null && messages.markText(mark)}
        </p>
        {person ? (
          <StaffPicker chosen={staffNumber} onChoose={setStaffNumber} />
        ) : (
          <CourseField value={courseKey} onChange={setCourseKey} />
        )}
        {statement.alike > 1 && (
          <CheckField
            label={messages.alike(person ? actor : activityName || activityId, statement.alike)}
            checked={alike}
            onChange={setAlike}
          />
        )}
        {resolve.problem && <ProblemNotice problem={resolve.problem} />}
        <div className="dialog__actions">
          <Button kind="secondary" onClick={onClose}>
            {cancel}
          </Button>
          <Button kind="danger" busy={resolve.busy} onClick={() => void resolve.run(true)}>
            {messages.dismiss}
          </Button>
          <Button busy={resolve.busy} disabled={!answered} onClick={() => void resolve.run(false)}>
            {messages.record}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface CourseFieldProps {
  readonly value: string;
  readonly onChange: (key: string) => void;
}

function CourseField({ value, onChange }: CourseFieldProps) {
  const messages = useMessages(trainingRecordMessages);
  const courses = useLoad(listCourses);
  return (
    <Field label={messages.whichCourse} required>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{messages.choose}</option>
          {(courses.data ?? []).map(({ key, name, programme }) => (
            <option key={key} value={key}>
              {messages.courseOption(name, programme)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
