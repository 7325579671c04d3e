import type { ReactNode } from 'react';
import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';
import { Button } from './button.js';
import { ProblemNotice } from './problem-notice.js';
import { Skeleton } from './skeleton.js';
import type { Loaded } from './use-load.js';

interface LoadViewProps<T> {
  readonly loaded: Loaded<T>;
  readonly children: (data: T) => ReactNode;
  readonly skeletonLines?: number;
}

/** Skeleton, problem with a retry, or the content. A failed refresh keeps the last content under the problem. */
export function LoadView<T>({ loaded, children, skeletonLines = 6 }: LoadViewProps<T>) {
  const messages = useMessages(shellMessages);
  return (
    <>
      {loaded.loading && <Skeleton lines={skeletonLines} />}
      {loaded.problem && (
        <ProblemNotice problem={loaded.problem}>
          <Button kind="secondary" onClick={loaded.reload}>
            {messages.retry}
          </Button>
        </ProblemNotice>
      )}
      {loaded.data !== null && children(loaded.data)}
    </>
  );
}
