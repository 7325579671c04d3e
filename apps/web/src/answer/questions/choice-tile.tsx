import type { ReactNode } from 'react';

interface ChoiceTileProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
  readonly quiet?: boolean;
  readonly children: ReactNode;
}

/** One option, large enough for a thumb. */
export function ChoiceTile({ type, name, checked, onChange, disabled, quiet, children }: ChoiceTileProps) {
  return (
    <label className={quiet ? 'tile tile--quiet' : 'tile'}>
      <input
        type={type}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="tile__text">{children}</span>
    </label>
  );
}
