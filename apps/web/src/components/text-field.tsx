import type { InputHTMLAttributes, ReactNode } from 'react';
import { Field } from './field.js';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id' | 'required'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly required?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, hint, error, required, onChange, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error ?? null} required={required ?? false}>
      {(control) => (
        <input
          type="text"
          className="input"
          {...input}
          {...control}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
