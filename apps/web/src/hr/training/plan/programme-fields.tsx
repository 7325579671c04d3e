import { COUNTING_RULES } from '#survey-model';
import type { Course } from '../../../api-client/courses.js';
import type { GroupProgress, ProgrammeDraft } from '../../../api-client/training.js';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { TextField } from '../../../components/text-field.js';
import { useMessages } from '../../../language/language.js';
import { trainingPlanMessages } from '../../../messages/training-plan.js';
import { trainingMessages } from '../../../messages/training.js';
import { AudienceList } from './audience-list.js';
import { CompletionFields } from './completion-fields.js';
import { MethodList } from './method-list.js';

export interface ProgrammeFieldsProps {
  readonly programme: ProgrammeDraft;
  /** Not saved yet: its key can still be chosen. */
  readonly isNew: boolean;
  readonly courses: readonly Course[];
  readonly positions: readonly Pick<GroupProgress, 'key' | 'label'>[];
  readonly onChange: (programme: ProgrammeDraft) => void;
  readonly onRemove: () => void;
}

/** Everything about one programme but its targets. */
export function ProgrammeFields({ programme, isNew, courses, positions, onChange, onRemove }: ProgrammeFieldsProps) {
  const messages = useMessages(trainingPlanMessages);
  const { counting } = useMessages(trainingMessages);
  const { key, name } = programme;
  return (
    <Card
      title={name || messages.unnamed}
      actions={
        <Button kind="quiet" aria-label={messages.removeProgrammeOf(name)} onClick={onRemove}>
          {messages.removeProgramme}
        </Button>
      }
    >
      <div className="stack">
        <TextField
          label={messages.name}
          value={name}
          onChange={(next) => onChange({ ...programme, name: next })}
          maxLength={60}
          required
        />
        {isNew && <p className="muted">{messages.keyNote(key)}</p>}
        <fieldset className="fieldset">
          <legend className="fieldset__legend">{messages.counting}</legend>
          {COUNTING_RULES.map((rule) => (
            <label key={rule} className="check">
              <input
                type="radio"
                name={`counting-${key}`}
                checked={programme.counting === rule}
                onChange={() => onChange({ ...programme, counting: rule })}
              />
              <span>{counting[rule]}</span>
            </label>
          ))}
        </fieldset>
        <AudienceList programme={programme} positions={positions} onChange={onChange} />
        <MethodList programme={programme} onChange={onChange} />
        <CompletionFields
          programmeKey={key}
          rule={programme.completion}
          courses={courses.filter(({ programmeKey }) => programmeKey === key)}
          onChange={(completion) => onChange({ ...programme, completion })}
        />
      </div>
    </Card>
  );
}
