import { useId, type ReactNode } from 'react';

interface TableFrameProps {
  readonly caption: string;
  /** The caption is shown unless the heading above says the same. */
  readonly captionHidden?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A table that scrolls sideways by itself on narrow screens; the frame can be focused, so that the keyboard can scroll it. */
export function TableFrame({ caption, captionHidden = false, className, children }: TableFrameProps) {
  const id = useId();
  return (
    <div className="table-frame" role="region" aria-labelledby={id} tabIndex={0}>
      <table className={className ? `table ${className}` : 'table'}>
        <caption id={id} className={captionHidden ? 'visually-hidden' : undefined}>
          <span className="table__caption">{caption}</span>
        </caption>
        {children}
      </table>
    </div>
  );
}
