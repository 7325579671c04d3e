import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { JobResponse } from '#contract';
import type { Response } from 'express';

const POLL_MS = 500;
/** Proxies cut connections on which nothing is said. */
const HEARTBEAT_MS = 15_000;

/** Tells browsers how jobs get on, by server-sent events. */
@Injectable()
export class JobEventsService implements OnModuleDestroy {
  private readonly shutdown = new AbortController();

  /** Before the server waits for its last answers: a stream would keep it waiting for as long as a job takes. */
  onModuleDestroy(): void {
    this.shutdown.abort();
  }

  /** Sends the job now and at each change, until it is done or failed, the browser goes away, or `read` fails. */
  async stream(response: Response, first: JobResponse, read: () => Promise<JobResponse>): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, this.shutdown.signal]);
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
    try {
      await send(response, first, read, signal);
    } catch (error) {
      // The headers are out: all that can be done is to end, and the browser asks again and is told why.
      if (!signal.aborted) response.destroy(error instanceof Error ? error : undefined);
    }
    response.end();
  }
}

async function send(
  response: Response,
  first: JobResponse,
  read: () => Promise<JobResponse>,
  signal: AbortSignal,
): Promise<void> {
  let [job, sent, quietSince] = [first, '', Date.now()];
  for (;;) {
    const data = JSON.stringify(job);
    if (data !== sent) {
      response.write(`data: ${data}\n\n`);
      [sent, quietSince] = [data, Date.now()];
    } else if (Date.now() - quietSince > HEARTBEAT_MS) {
      response.write(': still here\n\n');
      quietSince = Date.now();
    }
    if (job.state === 'done' || job.state === 'failed' || signal.aborted) return;
    await wait(POLL_MS, undefined, { signal });
    job = await read();
  }
}
