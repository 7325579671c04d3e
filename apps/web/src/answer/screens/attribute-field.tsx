import { WITHHELD, type AttributeDefinition } from '#survey-model';
import { Field } from '../../components/field.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { attributeOptions } from './attribute-options.js';

interface AttributeFieldProps {
  readonly definition: AttributeDefinition;
  /** undefined: nothing chosen, which counts as withheld. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

export function AttributeField({ definition, value, onChange }: AttributeFieldProps) {
  const messages = useMessages(answerMessages);
  return (
    <Field label={definition.label}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        >
          <option value="">{messages.choose}</option>
          <option value={WITHHELD}>{messages.withhold}</option>
          {attributeOptions(definition).map((option) => (
            <option key={option.key} value={option.key}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
