import { addDays } from '#survey-model';
import type { Course } from '../../../api-client/courses.js';
import { Field } from '../../../components/field.js';
import { TextField } from '../../../components/text-field.js';
import { formatDate } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { withDate, type SessionFault, type SessionForm } from './session-draft.js';

interface SessionFieldsProps {
  readonly courses: readonly Course[];
  readonly form: SessionForm;
  readonly faults: ReadonlySet<SessionFault>;
  readonly onChange: (form: SessionForm) => void;
}

export function SessionFields({ courses, form, faults, onChange }: SessionFieldsProps) {
  const messages = useMessages(trainingSessionMessages);
  const { language } = useLanguage();
  const set = (change: Partial<SessionForm>): void => onChange({ ...form, ...change });
  return (
    <>
      <Field label={messages.course} required>
        {(control) => (
          <select
            {...control}
            className="input"
            value={form.courseKey}
            onChange={(event) => set({ courseKey: event.target.value })}
          >
            {courses.map(({ key, name, method }) => (
              <option key={key} value={key}>
                {messages.courseOption(name, method)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="field-row field-row--top">
        <TextField
          label={messages.date}
          type="date"
          value={form.date}
          onChange={(date) => onChange(withDate(form, date))}
          required
        />
        <TextField
          label={messages.start}
          type="time"
          value={form.start}
          onChange={(start) => set({ start })}
          required
        />
        <TextField
          label={messages.end}
          type="time"
          value={form.end}
          onChange={(end) => set({ end })}
          hint={
            form.days > 0 && form.date !== ''
              ? messages.lastDay(formatDate(addDays(form.date, form.days), language))
              : undefined
          }
          error={faults.has('end') ? messages.endFault : null}
          required
        />
      </div>
      <p className="muted">{messages.japanTime}</p>
      <div className="field-row field-row--top">
        <TextField label={messages.room} value={form.room} onChange={(room) => set({ room })} maxLength={100} />
        <TextField
          label={messages.capacity}
          type="number"
          min={1}
          max={10_000}
          inputMode="numeric"
          value={form.capacity}
          onChange={(capacity) => set({ capacity })}
          required
        />
        <TextField
          label={messages.applyUntil}
          type="date"
          value={form.applyUntil}
          onChange={(applyUntil) => set({ applyUntil })}
          error={faults.has('applyUntil') ? messages.applyUntilFault : null}
          required
        />
      </div>
      <Field label={messages.note} hint={messages.noteHint}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            maxLength={1000}
            value={form.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
