import { useCallback, useEffect, useState } from 'react';
import {
  applyImport,
  checkImport,
  getImport,
  uploadImport,
  type ColumnMapping,
  type ImportKind,
} from '../../api-client/imports.js';
import { isFinished } from '../../api-client/jobs.js';
import type { FileImport, Job } from '../../api-client/types.js';
import { useAction, type Action } from '../../components/use-action.js';
import { useJob } from '../../components/use-job.js';

export interface FileImportFlow {
  readonly current: FileImport | null;
  /** The job that reads or applies the file; null when none is at work. */
  readonly job: Job | null;
  readonly working: boolean;
  readonly upload: Action<[File]>;
  readonly check: Action<[ColumnMapping]>;
  readonly apply: Action<[boolean]>;
  readonly select: Action<[string]>;
  readonly close: () => void;
}

/** One uploaded file from the dry run to the applied rows. `onApplied` must be stable. */
export function useFileImport(kind: ImportKind, onApplied: () => void): FileImportFlow {
  const [current, setCurrent] = useState<FileImport | null>(null);
  const [watched, setWatched] = useState<string | null>(null);
  const job = useJob(watched);
  const follow = (started: FileImport): void => {
    setCurrent(started);
    setWatched(started.jobId);
  };
  const id = current?.id;
  const upload = useAction(async (file: File) => follow(await uploadImport(kind, file)));
  const check = useAction(async (mapping: ColumnMapping) => {
    if (id !== undefined) follow(await checkImport(id, mapping));
  });
  const apply = useAction(async (acceptValid: boolean) => {
    if (id !== undefined) follow(await applyImport(id, acceptValid));
  });
  const select = useAction(async (chosen: string) => follow(await getImport(chosen)));
  const close = useCallback(() => {
    setCurrent(null);
    setWatched(null);
  }, []);

  const finished = job !== null && isFinished(job);
  useEffect(() => {
    if (!finished || id === undefined) return undefined;
    let wanted = true;
    void getImport(id).then(
      (after) => {
        if (!wanted) return;
        setCurrent(after);
        if (after.state === 'applied') onApplied();
      },
      () => undefined, // The page goes on showing the last state; the list of imports has the new one.
    );
    return () => {
      wanted = false;
    };
  }, [finished, id, onApplied]);

  return { current, job, working: watched !== null && !finished, upload, check, apply, select, close };
}
