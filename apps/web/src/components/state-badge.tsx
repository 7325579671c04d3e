import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'active' | 'waiting' | 'done' | 'warning';

export function StateBadge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`badge badge--${tone}`}>{children}</span>;
}
