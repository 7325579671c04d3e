import { useId, type ReactNode } from 'react';

interface CardProps {
  readonly title?: string;
  readonly level?: 2 | 3;
  /** Beside the title: links and buttons. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A section of a page; with a title it is a landmark region that carries it. */
export function Card({ title, level = 2, actions, children, className }: CardProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={className ? `card ${className}` : 'card'} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="card__head">
          <Heading id={id} className="card__title">
            {title}
          </Heading>
          {actions && <div className="cluster">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
