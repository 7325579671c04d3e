import type { ReactNode } from 'react';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

const SYMBOL: Readonly<Record<NoticeKind, string>> = { info: 'i', success: '✓', warning: '!', error: '×' };

interface NoticeProps {
  readonly kind?: NoticeKind;
  readonly title?: string;
  readonly children?: ReactNode;
  /** Read out when it appears. Errors always are. */
  readonly live?: boolean;
}

export function Notice({ kind = 'info', title, children, live = kind === 'error' }: NoticeProps) {
  const role = !live ? undefined : kind === 'error' ? 'alert' : 'status';
  return (
    <div className={`notice notice--${kind}`} role={role}>
      <span className="notice__symbol" aria-hidden="true">
        {SYMBOL[kind]}
      </span>
      <div className="notice__body">
        {title && <p className="notice__title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
