import type { CourseDraft } from '../../../api-client/courses.js';
import type { Programme } from '../../../api-client/types.js';
import { CheckField } from '../../../components/check-field.js';
import { Field } from '../../../components/field.js';
import { TextField } from '../../../components/text-field.js';
import { useMessages } from '../../../language/language.js';
import { trainingCourseMessages } from '../../../messages/training-course.js';

const USUAL_PASS_MARK = 60;

interface CourseFieldsProps {
  readonly programmes: readonly Programme[];
  readonly draft: CourseDraft;
  readonly onChange: (draft: CourseDraft) => void;
}

export function CourseFields({ programmes, draft, onChange }: CourseFieldsProps) {
  const messages = useMessages(trainingCourseMessages);
  const set = (change: Partial<CourseDraft>): void => onChange({ ...draft, ...change });
  const methods = programmes.find(({ key }) => key === draft.programmeKey)?.methods.map(({ method }) => method) ?? [];
  return (
    <>
      <TextField label={messages.name} value={draft.name} onChange={(name) => set({ name })} maxLength={100} required />
      <div className="field-row">
        <Choice
          label={messages.programme}
          value={draft.programmeKey}
          options={programmes.map(({ key, name }) => ({ key, name }))}
          onChange={(programmeKey) => {
            const own = programmes.find(({ key }) => key === programmeKey)?.methods ?? [];
            const keeps = own.some(({ method }) => method === draft.method);
            set({ programmeKey, method: keeps ? draft.method : (own[0]?.method ?? '') });
          }}
        />
        <Choice
          label={messages.method}
          value={draft.method}
          options={[...new Set([...methods, draft.method])].map((method) => ({ key: method, name: method }))}
          onChange={(method) => set({ method })}
        />
      </div>
      <Field label={messages.description}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            maxLength={2000}
            value={draft.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
      <TextField
        label={messages.points}
        hint={messages.pointsHint}
        className="input input--short"
        type="number"
        min={0}
        max={100}
        value={String(draft.points)}
        onChange={(text) => set({ points: Math.trunc(Number(text)) || 0 })}
        required
      />
      <div>
        <CheckField
          label={messages.hasPassMark}
          checked={draft.passMark !== null}
          onChange={(on) => set({ passMark: on ? USUAL_PASS_MARK : null })}
        />
        {draft.passMark !== null && (
          <TextField
            label={messages.passMark}
            className="input input--short"
            type="number"
            min={0}
            max={100}
            value={String(draft.passMark)}
            onChange={(text) => set({ passMark: Math.trunc(Number(text)) || 0 })}
            required
          />
        )}
      </div>
      <TextField
        label={messages.activityId}
        hint={messages.activityIdHint}
        value={draft.activityId ?? ''}
        onChange={(text) => set({ activityId: text.trim() === '' ? null : text.trim() })}
        maxLength={500}
        inputMode="url"
      />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly key: string; readonly name: string }[];
  readonly onChange: (key: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Field label={label} required>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
