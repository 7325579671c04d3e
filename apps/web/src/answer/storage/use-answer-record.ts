import { useCallback, useRef, useState } from 'react';
import type { AnswerRecord } from './answer-record.js';
import { readRecord, removeRecord, writeRecord } from './record-store.js';

export interface KeptRecord {
  readonly record: AnswerRecord | null;
  /** Writes to the browser first, then shows it: nothing is ever sent that is not kept. */
  readonly keep: (record: AnswerRecord) => void;
  readonly forget: () => void;
  /** The record as it is now, for work that outlasts a render. */
  readonly latest: () => AnswerRecord | null;
  /** Whether the last change could be kept in the browser. */
  readonly kept: boolean;
}

export function useAnswerRecord(key: string): KeptRecord {
  const [record, setRecord] = useState(() => readRecord(localStorage, key));
  const [kept, setKept] = useState(true);
  const current = useRef(record);
  const keep = useCallback(
    (next: AnswerRecord) => {
      current.current = next;
      setKept(writeRecord(localStorage, key, next));
      setRecord(next);
    },
    [key],
  );
  const forget = useCallback(() => {
    current.current = null;
    removeRecord(localStorage, key);
    setRecord(null);
  }, [key]);
  const latest = useCallback(() => current.current, []);
  return { record, keep, forget, latest, kept };
}
