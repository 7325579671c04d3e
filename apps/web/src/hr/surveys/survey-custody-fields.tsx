import { CUSTODIES, type Custody } from '#survey-model';
import type { SurveyDraft } from '../../api-client/types.js';
import { Field } from '../../components/field.js';
import { TextField } from '../../components/text-field.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';

const DAYS = { min: 0, max: 90 };

interface SurveyCustodyFieldsProps {
  readonly draft: SurveyDraft;
  readonly onChange: (part: Partial<SurveyDraft>) => void;
}

export function SurveyCustodyFields({ draft, onChange }: SurveyCustodyFieldsProps) {
  const messages = useMessages(surveyMessages);
  const choose = (value: string): void => {
    const custody = CUSTODIES.find((known): known is Custody => known === value);
    if (custody) onChange({ custody });
  };
  return (
    <div className="stack">
      <Field label={messages.custodyLabel} hint={messages.custodyHint} required>
        {(control) => (
          <select {...control} className="input" value={draft.custody} onChange={(event) => choose(event.target.value)}>
            {CUSTODIES.map((custody) => (
              <option key={custody} value={custody}>
                {messages.custody[custody]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={messages.destroyAfterDays}
        hint={messages.destroyAfterDaysHint}
        type="number"
        min={DAYS.min}
        max={DAYS.max}
        className="input input--short"
        value={String(draft.destroyAfterDays)}
        onChange={(value) => onChange({ destroyAfterDays: Number(value) })}
        required
      />
    </div>
  );
}
