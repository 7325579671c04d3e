import type { ReactNode } from 'react';

interface StatProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly unit?: string;
  readonly note?: ReactNode;
  readonly large?: boolean;
}

/** One figure with its name; put several into a <dl className="stats">. */
export function Stat({ label, value, unit, note, large = false }: StatProps) {
  return (
    <div className={large ? 'stat stat--large' : 'stat'}>
      <dt className="stat__label">{label}</dt>
      <dd className="stat__value">
        {value}
        {unit && <span className="stat__unit">{unit}</span>}
      </dd>
      {note && <dd className="stat__note">{note}</dd>}
    </div>
  );
}
