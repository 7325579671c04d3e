import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type * as ballot from '#ballot';

const ENTRY = 'dist/libs/ballot/src/index.js';
const THREADS = 2;

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly failure?: string;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Threads that do the browser's arithmetic, so that a test can have hundreds of tickets. They end with the process. */
class BallotThreads {
  private readonly waiting = new Map<number, Waiting>();
  private readonly workers: Worker[];
  private asked = 0;

  constructor() {
    if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing: run "npm run build" first`);
    this.workers = Array.from({ length: THREADS }, () => {
      const worker = new Worker(new URL('./ballot-worker.mjs', import.meta.url));
      worker.on('message', ({ id, value, failure }: Answer) => {
        const asker = this.waiting.get(id);
        this.waiting.delete(id);
        if (failure === undefined) asker?.resolve(value);
        else asker?.reject(new Error(failure));
      });
      worker.unref();
      return worker;
    });
  }

  ask(name: string, args: readonly unknown[]): Promise<unknown> {
    const id = (this.asked += 1);
    const answer = new Promise<unknown>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.workers[id % THREADS]?.postMessage({ id, name, args });
    return answer;
  }
}

let threads: BallotThreads | undefined;

type Asynchronous = 'requestTicket' | 'finalizeTicket' | 'makeCast';

/** The function of #ballot of that name, in another thread. */
export function inThread<Name extends Asynchronous>(name: Name): (typeof ballot)[Name] {
  const call = (...args: unknown[]): Promise<unknown> => (threads ??= new BallotThreads()).ask(name, args);
  return call as (typeof ballot)[Name];
}
