import { useCallback, useState } from 'react';
import { makeReceipt } from '#ballot';
import { accept, type AcceptedRecord } from './storage/answer-record.js';
import type { KeptRecord } from './storage/use-answer-record.js';

interface Accepted {
  readonly accepted: AcceptedRecord | null;
  readonly clearFinished: () => void;
  readonly onAccepted: (newest: boolean) => Promise<void>;
  readonly onMarked: () => void;
}

/** What is left once the ballot is in the box: kept for a correction, or, on a shared PC and for paper, shown and left nowhere. */
export function useAccepted({ record, keep, forget, latest }: KeptRecord, paper: boolean): Accepted {
  const [finished, setFinished] = useState<AcceptedRecord | null>(null);
  const onAccepted = useCallback(
    async (newest: boolean) => {
      const waiting = latest();
      if (waiting?.phase !== 'waiting') return;
      const done = accept(waiting, newest ? await makeReceipt(waiting.cast) : null);
      if (!paper && !done.shared) return keep(done);
      setFinished(done);
      forget();
    },
    [forget, keep, latest, paper],
  );
  const onMarked = useCallback(() => {
    const now = latest();
    if (now?.phase === 'accepted') keep({ ...now, marked: true });
  }, [keep, latest]);
  const clearFinished = useCallback(() => setFinished(null), []);
  return {
    accepted: finished ?? (record?.phase === 'accepted' ? record : null),
    clearFinished,
    onAccepted,
    onMarked,
  };
}
