import { useEffect, useRef } from 'react';
import { Notice } from '../components/notice.js';

export interface Outcome {
  readonly title: string;
  readonly more?: string;
  readonly kind?: 'success' | 'warning';
}

/**
 * What has just been done, read out. What was clicked is often gone by then: the focus comes here, so that the keyboard goes on from
 * this place.
 */
export function OutcomeLine({ outcome }: { readonly outcome: Outcome | null }) {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) region.current?.focus();
  }, [outcome]);
  return (
    <div ref={region} role="status" tabIndex={-1} className="outcome-line">
      {outcome && (
        <Notice kind={outcome.kind ?? 'success'} title={outcome.title}>
          {outcome.more && <p>{outcome.more}</p>}
        </Notice>
      )}
    </div>
  );
}
