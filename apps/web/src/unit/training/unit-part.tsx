import type { ReactNode } from 'react';

interface UnitPartProps {
  /** For links to it. */
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** One part of a long page; its heading takes the focus when somebody follows a link to it. */
export function UnitPart({ id, title, lead, children }: UnitPartProps) {
  return (
    <section aria-labelledby={id} className="page-section">
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {lead && <p className="muted">{lead}</p>}
      {children}
    </section>
  );
}
