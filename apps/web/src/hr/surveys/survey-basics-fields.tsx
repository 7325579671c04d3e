import { fiscalYearLabel } from '#survey-model';
import type { SurveyDraft } from '../../api-client/types.js';
import { Field } from '../../components/field.js';
import { TextField } from '../../components/text-field.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { periodFault } from './draft-values.js';

const YEARS_AROUND = [-3, -2, -1, 0, 1, 2];
const MIN_GROUP = { min: 5, max: 100 };

interface SurveyBasicsFieldsProps {
  readonly draft: SurveyDraft;
  readonly onChange: (part: Partial<SurveyDraft>) => void;
}

export function SurveyBasicsFields({ draft, onChange }: SurveyBasicsFieldsProps) {
  const messages = useMessages(surveyMessages);
  return (
    <div className="stack">
      <TextField
        label={messages.surveyTitle}
        value={draft.title}
        onChange={(title) => onChange({ title })}
        maxLength={120}
        required
      />
      <FiscalYearField year={draft.fiscalYear} onChange={(fiscalYear) => onChange({ fiscalYear })} />
      <PeriodFields draft={draft} onChange={onChange} />
      <TextField
        label={messages.minGroup}
        hint={messages.minGroupHint}
        type="number"
        min={MIN_GROUP.min}
        max={MIN_GROUP.max}
        className="input input--short"
        value={String(draft.minGroup)}
        onChange={(value) => onChange({ minGroup: Number(value) })}
        required
      />
    </div>
  );
}

interface FiscalYearFieldProps {
  readonly year: number;
  readonly onChange: (year: number) => void;
}

function FiscalYearField({ year, onChange }: FiscalYearFieldProps) {
  const messages = useMessages(surveyMessages);
  return (
    <Field label={messages.fiscalYear} required>
      {(control) => (
        <select {...control} className="input" value={year} onChange={(event) => onChange(Number(event.target.value))}>
          {YEARS_AROUND.map((offset) => new Date().getFullYear() + offset)
            .concat(year)
            .filter((option, index, all) => all.indexOf(option) === index)
            .sort((a, b) => a - b)
            .map((option) => (
              <option key={option} value={option}>
                {fiscalYearLabel(option)}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}

function PeriodFields({ draft, onChange }: SurveyBasicsFieldsProps) {
  const messages = useMessages(surveyMessages);
  const fault = periodFault(draft);
  return (
    <div className="field-row">
      <TextField
        label={messages.opensOn}
        type="date"
        value={draft.opensOn}
        onChange={(opensOn) => onChange({ opensOn })}
        required
      />
      <TextField
        label={messages.closesOn}
        type="date"
        value={draft.closesOn}
        error={fault === 'closes-before-opens' ? messages.closesBeforeOpens : null}
        onChange={(closesOn) => onChange({ closesOn })}
        required
      />
      <TextField
        label={messages.paperUntil}
        hint={messages.paperUntilHint}
        type="date"
        value={draft.paperUntil ?? ''}
        error={fault === 'paper-before-closes' ? messages.paperBeforeCloses : null}
        onChange={(value) => onChange({ paperUntil: value === '' ? null : value })}
      />
    </div>
  );
}
