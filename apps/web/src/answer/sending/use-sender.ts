import { useCallback, useEffect, useState } from 'react';
import { problemOf } from '../../api-client/api-problem.js';
import type { Problem } from '../../api-client/types.js';
import { isWorthRetrying, retryDelay } from './retry-delay.js';

export interface Sending {
  readonly state: 'sending' | 'waiting' | 'refused' | 'sent';
  /** Why the last try failed. */
  readonly problem: Problem | null;
  readonly retryNow: () => void;
}

interface Progress {
  readonly state: Sending['state'];
  readonly attempt: number;
  readonly problem: Problem | null;
}

/**
 * Sends until it arrives: at once, then after growing pauses, as soon as the browser is online again, or when the person says so.
 * Stops at a refusal that sending again cannot change. `deliver` must be harmless to repeat, and stable (`useCallback`).
 */
export function useSender(deliver: () => Promise<void>): Sending {
  const [progress, setProgress] = useState<Progress>({ state: 'sending', attempt: 0, problem: null });
  const retryNow = useCallback(
    () => setProgress((before) => (before.state === 'waiting' ? { ...before, state: 'sending' } : before)),
    [],
  );
  const { state, attempt } = progress;

  useEffect(() => {
    if (state !== 'sending') return undefined;
    let current = true;
    deliver().then(
      () => current && setProgress({ state: 'sent', attempt, problem: null }),
      (error: unknown) => {
        const problem = problemOf(error);
        const next = isWorthRetrying(problem.status) ? 'waiting' : 'refused';
        if (current) setProgress({ state: next, attempt: attempt + 1, problem });
      },
    );
    return () => {
      current = false;
    };
  }, [deliver, state, attempt]);

  useEffect(() => {
    if (state !== 'waiting') return undefined;
    const timer = setTimeout(retryNow, retryDelay(attempt) * 1000);
    window.addEventListener('online', retryNow);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', retryNow);
    };
  }, [state, attempt, retryNow]);

  return { state, problem: progress.problem, retryNow };
}
