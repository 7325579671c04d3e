import type { ReactNode } from 'react';
import { Card } from './card.js';

interface DisclosureProps {
  readonly title: string;
  /** For links to it. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** A section that is seldom needed, closed until somebody asks for it. */
export function Disclosure({ title, id, children }: DisclosureProps) {
  return (
    <Card>
      <details className="disclosure" id={id}>
        <summary>{title}</summary>
        <div className="stack card__foot">{children}</div>
      </details>
    </Card>
  );
}
