import type { AudienceRule, GroupProgress } from '../../../api-client/training.js';
import { CheckField } from '../../../components/check-field.js';
import { useMessages } from '../../../language/language.js';
import { trainingPlanMessages } from '../../../messages/training-plan.js';
import { withRule } from './plan-draft.js';

const LAST_GRADE = 20;
const LAST_YEARS = 50;

interface AudienceRuleFieldsProps {
  readonly name: string;
  readonly rule: AudienceRule;
  readonly positions: readonly Pick<GroupProgress, 'key' | 'label'>[];
  readonly onChange: (rule: AudienceRule) => void;
}

/** Everything ticked must hold. Positions that no member of staff has now stay in the rule until they are unticked. */
export function AudienceRuleFields({ name, rule, positions, onChange }: AudienceRuleFieldsProps) {
  const messages = useMessages(trainingPlanMessages);
  const chosen = rule.positions ?? [];
  const unknown = chosen.filter((key) => !positions.some((position) => position.key === key));
  const choices = [...positions, ...unknown.map((key) => ({ key, label: key }))];
  const setPosition = (key: string, on: boolean): void => {
    const next = on ? [...chosen, key] : chosen.filter((other) => other !== key);
    onChange(withRule(rule, 'positions', next.length > 0 ? next : undefined));
  };
  return (
    <>
      {choices.length > 0 && (
        <fieldset className="fieldset">
          <legend>{messages.positionsOf(name)}</legend>
          <div className="check-row">
            {choices.map(({ key, label }) => (
              <CheckField
                key={key}
                label={label}
                checked={chosen.includes(key)}
                onChange={(on) => setPosition(key, on)}
              />
            ))}
          </div>
        </fieldset>
      )}
      <div className="check-row">
        <CheckField
          label={messages.byGrade}
          checked={rule.grades !== undefined}
          onChange={(on) => onChange(withRule(rule, 'grades', on ? { from: 1, to: LAST_GRADE } : undefined))}
        />
        <CheckField
          label={messages.byHire}
          checked={rule.hiredWithinYears !== undefined}
          onChange={(on) => onChange(withRule(rule, 'hiredWithinYears', on ? 1 : undefined))}
        />
        <CheckField
          label={messages.heads}
          checked={rule.heads === true}
          onChange={(on) => onChange(withRule(rule, 'heads', on ? true : undefined))}
        />
        <CheckField
          label={messages.volunteers}
          checked={rule.volunteers === true}
          onChange={(on) => onChange(withRule(rule, 'volunteers', on ? true : undefined))}
        />
      </div>
      <div className="rule-numbers">
        {rule.grades && (
          <GradeRange
            name={name}
            grades={rule.grades}
            onChange={(grades) => onChange(withRule(rule, 'grades', grades))}
          />
        )}
        {rule.hiredWithinYears !== undefined && (
          <NumberInput
            before={messages.hiredBefore}
            after={messages.hiredAfter}
            label={messages.hiredWithin(name)}
            value={rule.hiredWithinYears}
            max={LAST_YEARS}
            onChange={(years) => onChange(withRule(rule, 'hiredWithinYears', years))}
          />
        )}
      </div>
    </>
  );
}

interface GradeRangeProps {
  readonly name: string;
  readonly grades: { readonly from: number; readonly to: number };
  readonly onChange: (grades: { from: number; to: number }) => void;
}

function GradeRange({ name, grades, onChange }: GradeRangeProps) {
  const messages = useMessages(trainingPlanMessages);
  return (
    <>
      <NumberInput
        after={messages.gradeFrom}
        label={messages.lowestGrade(name)}
        value={grades.from}
        max={LAST_GRADE}
        onChange={(from) => onChange({ from, to: grades.to })}
      />
      <NumberInput
        after={messages.gradeTo}
        label={messages.highestGrade(name)}
        value={grades.to}
        max={LAST_GRADE}
        onChange={(to) => onChange({ from: grades.from, to })}
      />
    </>
  );
}

interface NumberInputProps {
  readonly before?: string;
  readonly after: string;
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function NumberInput({ before, after, label, value, max, onChange }: NumberInputProps) {
  return (
    <span className="rule-number">
      {before && <span aria-hidden="true">{before}</span>}
      <input
        type="number"
        className="input rule-number__input"
        aria-label={label}
        min={1}
        max={max}
        value={value}
        onChange={(event) => onChange(Math.min(max, Math.max(1, Math.trunc(Number(event.target.value)) || 1)))}
      />
      <span aria-hidden="true">{after}</span>
    </span>
  );
}
