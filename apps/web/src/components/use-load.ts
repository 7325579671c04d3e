import { useCallback, useEffect, useState } from 'react';
import { problemOf } from '../api-client/api-problem.js';
import type { Problem } from '../api-client/types.js';

export interface Loaded<T> {
  /** The last good answer; kept while a reload is under way and when it fails. */
  readonly data: T | null;
  readonly problem: Problem | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

interface Outcome<T> {
  readonly of: () => Promise<T>;
  readonly data: T | null;
  readonly problem: Problem | null;
}

/**
 * Loads when shown and again whenever `load` is another function: wrap it in `useCallback` (or keep it outside the component).
 * An answer that comes after the next question was asked is dropped.
 */
export function useLoad<T>(load: () => Promise<T>): Loaded<T> {
  const [version, setVersion] = useState(0);
  const [outcome, setOutcome] = useState<Outcome<T> | null>(null);
  useEffect(() => {
    let current = true;
    load().then(
      (data) => current && setOutcome({ of: load, data, problem: null }),
      (error: unknown) =>
        current &&
        setOutcome((last) => ({ of: load, data: last?.of === load ? last.data : null, problem: problemOf(error) })),
    );
    return () => {
      current = false;
    };
  }, [load, version]);
  const reload = useCallback(() => setVersion((before) => before + 1), []);
  const mine = outcome?.of === load ? outcome : null;
  return { data: mine?.data ?? null, problem: mine?.problem ?? null, loading: mine === null, reload };
}
