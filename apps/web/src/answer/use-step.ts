import { useCallback, useSyncExternalStore } from 'react';
import { stepOf, stepToHash, type Step } from './step.js';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

const readHash = (): string => window.location.hash;

/** Where the person is, kept in the part of the address that no server sees, so that the browser's back button works. */
export function useStep(questions: number): readonly [Step, (step: Step, replace?: boolean) => void] {
  const hash = useSyncExternalStore(subscribe, readHash);
  const goTo = useCallback((step: Step, replace = false) => {
    if (replace) window.location.replace(stepToHash(step));
    else window.location.hash = stepToHash(step);
  }, []);
  return [stepOf(hash, questions), goTo];
}
