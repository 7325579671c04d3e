import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DemoCast } from './cast-demo-ballot.js';

/** People at a time in one thread: while one waits for the server, another calculates. */
const AT_ONCE = 3;
/** More threads would only wait for the services, and each holds some tens of megabytes. */
const MOST_THREADS = 8;

interface Outcome {
  readonly id: number;
  readonly failure?: string;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Threads that do what people's browsers do: a ticket is a fifth of a second of arithmetic, and there are over a thousand. */
class CastingThreads {
  private readonly waiting = new Map<number, Waiting>();
  private readonly threads: Worker[];
  private asked = 0;

  constructor() {
    const count = Math.min(availableParallelism(), MOST_THREADS);
    this.threads = Array.from({ length: count }, () => this.startThread());
  }

  /** People who may be under way in all threads together. */
  get capacity(): number {
    return this.threads.length * AT_ONCE;
  }

  cast(cast: DemoCast): Promise<void> {
    const id = this.asked;
    this.asked += 1;
    const done = new Promise<void>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.threads[id % this.threads.length]?.postMessage({ id, cast });
    return done;
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }

  private startThread(): Worker {
    const thread = new Worker(new URL('./casting-thread.js', import.meta.url));
    thread.on('message', ({ id, failure }: Outcome) => {
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (failure === undefined) waiting?.resolve();
      else waiting?.reject(new Error(failure));
    });
    thread.on('error', (error) => {
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    });
    return thread;
  }
}

/** Casts all ballots on every core. Ends its threads whatever happens. @throws Error of the first cast that fails, or the signal's */
export async function castAll(casts: readonly DemoCast[], signal: AbortSignal): Promise<void> {
  const threads = new CastingThreads();
  const queue = [...casts];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      signal.throwIfAborted();
      await threads.cast(next);
    }
  };
  try {
    await Promise.all(Array.from({ length: threads.capacity }, work));
  } finally {
    await threads.stop();
  }
}
