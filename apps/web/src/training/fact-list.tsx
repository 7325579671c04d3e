import type { ReactNode } from 'react';

interface FactListProps {
  /** Name and value; a value of null or "" is left out. */
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** A few facts about a session, each with its name. */
export function FactList({ facts }: FactListProps) {
  return (
    <dl className="fact-list">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name} className="fact-list__fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
