import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#embedded';

export interface NobinobiOptions {
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Use this folder and leave it when stopping. */
  readonly dataDir?: string;
}

export interface RunningNobinobi {
  readonly url: string;
  readonly dataDir: string;
  /** The one-time link, when it was printed. */
  readonly setupUrl: string | null;
  output(): string;
  /** Ctrl-C, then waits. Resolves to the exit code. */
  stop(): Promise<number | null>;
}

const READY = /準備ができました/;

/** What `npm start` runs, on a free port with data of its own. */
export async function startNobinobi(options: NobinobiOptions = {}): Promise<RunningNobinobi> {
  const dataDir = options.dataDir ?? (await temporaryFolder());
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs', ...(options.arguments ?? [])], {
    env: { ...process.env, NOBINOBI_PORT: String(port), NOBINOBI_DATA_DIR: dataDir, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (output += chunk.toString('utf8')));
  await becomesReady(child, () => output);
  return {
    url: `http://localhost:${port}`,
    dataDir,
    setupUrl: /http\S+\/setup\?token=\S+/.exec(output)?.[0] ?? null,
    output: () => output,
    stop: async () => {
      const code = await end(child);
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}

/** Passable for the database's own user, when tests run as root. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nobinobi-'));
  await chmod(folder, 0o755);
  return folder;
}

function becomesReady(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (READY.test(output())) finish(resolve);
    };
    const finish = (then: () => void): void => {
      clearInterval(timer);
      child.removeListener('exit', ended);
      then();
    };
    const ended = (code: number | null): void =>
      finish(() => reject(new Error(`nobinobi ended with ${code}:\n${output()}`)));
    const timer = setInterval(look, 100);
    child.once('exit', ended);
  });
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  return ended;
}
