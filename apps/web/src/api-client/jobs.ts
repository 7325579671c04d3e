import { client, send } from './client.js';
import type { Job } from './types.js';

export const getJob = (id: string): Promise<Job> => send(client.GET('/api/jobs/{id}', { params: { path: { id } } }));

export const jobFileUrl = (id: string): string => `/api/jobs/${encodeURIComponent(id)}/file`;

export const isFinished = (job: Job): boolean => job.state === 'done' || job.state === 'failed';

const POLL_MS = 2000;

/**
 * Follows a job until it is done or failed: by server-sent events, and by asking every two seconds where a proxy in between does
 * not let events through. Returns the function that stops following.
 */
export function watchJob(id: string, onJob: (job: Job) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const events = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);

  const stop = (): void => {
    stopped = true;
    events.close();
    clearTimeout(timer);
  };
  const take = (job: Job): void => {
    if (stopped) return;
    if (isFinished(job)) stop();
    onJob(job);
  };
  const poll = (): void => {
    void getJob(id)
      .then(take, () => undefined)
      .then(() => {
        if (!stopped) timer = setTimeout(poll, POLL_MS);
      });
  };
  events.onmessage = (event: MessageEvent<string>) => take(JSON.parse(event.data) as Job);
  events.onerror = () => {
    events.close();
    if (!stopped && timer === undefined) poll();
  };
  return stop;
}
