import { useEffect, useRef, type ReactNode } from 'react';
import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';

interface PageHeadProps {
  readonly title: string;
  readonly back?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}

let firstPage = true;

/** The page's h1 and window title. After a move between pages the focus goes to it, so that screen readers notice the new page. */
export function PageHead({ title, back, lead, actions }: PageHeadProps) {
  const messages = useMessages(shellMessages);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true });
    firstPage = false;
  }, []);
  return (
    <div className="page-head">
      <title>{`${title} | ${messages.product}`}</title>
      {back && <div className="page-head__back">{back}</div>}
      <div className="page-head__row">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className="cluster">{actions}</div>}
      </div>
      {lead && <div className="page-head__lead">{lead}</div>}
    </div>
  );
}
