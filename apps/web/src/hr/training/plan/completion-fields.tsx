import type { Course } from '../../../api-client/courses.js';
import type { CompletionRule } from '../../../api-client/training.js';
import { CheckField } from '../../../components/check-field.js';
import { TextField } from '../../../components/text-field.js';
import { useMessages } from '../../../language/language.js';
import { trainingPlanMessages } from '../../../messages/training-plan.js';

const KINDS = ['any-course', 'required-courses', 'points'] as const;

interface CompletionFieldsProps {
  readonly programmeKey: string;
  readonly rule: CompletionRule;
  /** Of the programme. */
  readonly courses: readonly Course[];
  readonly onChange: (rule: CompletionRule) => void;
}

/** 修了の条件. */
export function CompletionFields({ programmeKey, rule, courses, onChange }: CompletionFieldsProps) {
  const messages = useMessages(trainingPlanMessages);
  const required = rule.courses ?? [];
  return (
    <fieldset className="fieldset">
      <legend className="fieldset__legend">{messages.completion}</legend>
      {KINDS.map((kind) => (
        <label key={kind} className="check">
          <input
            type="radio"
            name={`completion-${programmeKey}`}
            checked={rule.kind === kind}
            onChange={() =>
              onChange({
                kind,
                ...(kind === 'required-courses' ? { courses: required } : {}),
                ...(kind === 'points' ? { points: rule.points ?? 1 } : {}),
              })
            }
          />
          <span>{messages.completionKind[kind]}</span>
        </label>
      ))}
      {rule.kind === 'required-courses' && (
        <fieldset className="fieldset plan-part">
          <legend>{messages.requiredCourses}</legend>
          {courses.length === 0 && <p className="muted">{messages.noCourses}</p>}
          {courses.map(({ key, name }) => (
            <CheckField
              key={key}
              label={name}
              checked={required.includes(key)}
              onChange={(on) =>
                onChange({ ...rule, courses: on ? [...required, key] : required.filter((other) => other !== key) })
              }
            />
          ))}
        </fieldset>
      )}
      {rule.kind === 'points' && (
        <div className="plan-part">
          <TextField
            label={messages.points}
            type="number"
            className="input input--short"
            min={1}
            max={1000}
            value={String(rule.points ?? '')}
            onChange={(text) => onChange({ ...rule, points: Math.trunc(Number(text)) || 0 })}
            required
          />
        </div>
      )}
    </fieldset>
  );
}
