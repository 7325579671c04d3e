import { useCallback, useState } from 'react';
import { problemOf } from '../api-client/api-problem.js';
import type { Problem } from '../api-client/types.js';

export interface Action<A extends readonly unknown[]> {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Does it unless it is being done already. Resolves to whether it succeeded. */
  readonly run: (...args: A) => Promise<boolean>;
  readonly clear: () => void;
}

/** One thing a person can set off: keeps whether it is under way and what went wrong. */
export function useAction<A extends readonly unknown[]>(act: (...args: A) => Promise<unknown>): Action<A> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (...args: A): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      await act(...args);
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const clear = useCallback(() => setProblem(null), []);
  return { busy, problem, run, clear };
}
