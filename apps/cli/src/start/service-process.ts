import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { DomainError } from '#survey-model';
import { serviceEntry } from '../installation.js';

export type ServiceName = 'api' | 'collector' | 'tally' | 'office';

export interface ServiceSpec {
  readonly name: ServiceName;
  readonly port: number;
  /** The only settings the process gets: no service sees another's credentials. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where its log goes; null keeps none, as on the anonymous side. */
  readonly logFile: string | null;
}

const READY_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 10_000;

/** One service as a child process: started, watched, started again when it dies, stopped on request. */
export class ServiceProcess {
  private child: ChildProcess | null = null;
  private stopping = false;
  private restarts = 0;
  private errors = '';

  constructor(
    private readonly spec: ServiceSpec,
    private readonly say: (line: string) => void,
  ) {}

  get name(): ServiceName {
    return this.spec.name;
  }

  async start(): Promise<void> {
    this.launch();
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (!(await this.isReady())) {
      if (this.child === null || Date.now() > deadline) throw this.failure();
      await wait(60);
    }
    this.restarts = 0;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const late = new AbortController();
    await Promise.race([ended, wait(STOP_TIMEOUT_MS, undefined, { signal: late.signal }).catch(() => undefined)]);
    late.abort();
    if (this.child) child.kill('SIGKILL');
  }

  private launch(): void {
    const { name, port, environment, logFile } = this.spec;
    const log = logFile === null ? null : openSync(logFile, 'a', 0o600);
    const child = spawn(process.execPath, ['--enable-source-maps', serviceEntry(name)], {
      env: { ...inherited(), NODE_ENV: 'production', NOBINOBI_SERVICE_PORT: String(port), ...environment },
      stdio: ['ignore', log ?? 'ignore', 'pipe'],
      // Ctrl-C reaches the whole foreground group; the launcher alone decides who stops when.
      detached: process.platform !== 'win32',
    });
    if (log !== null) closeSync(log);
    this.child = child;
    child.stderr?.on('data', (chunk: Buffer) => {
      this.errors = (this.errors + chunk.toString('utf8')).slice(-4000);
      if (logFile !== null) appendFileSync(logFile, chunk);
    });
    child.once('exit', (code, signal) => {
      this.child = null;
      if (!this.stopping && this.restarts > 0) this.say(`${name} が止まりました(${signal ?? code})。`);
      if (!this.stopping && this.restarts < 20 && this.wasReady) void this.relaunch();
    });
  }

  private wasReady = false;

  private async relaunch(): Promise<void> {
    this.restarts += 1;
    this.say(`${this.spec.name} を起動し直します(${this.restarts} 回目)。`);
    await wait(Math.min(200 * 2 ** this.restarts, 10_000));
    if (!this.stopping) this.launch();
  }

  private async isReady(): Promise<boolean> {
    try {
      const reply = await fetch(`http://127.0.0.1:${this.spec.port}/health/ready`);
      this.wasReady ||= reply.ok;
      return reply.ok;
    } catch {
      return false;
    }
  }

  private failure(): DomainError {
    return new DomainError(
      'unavailable',
      'service-start',
      `${this.spec.name} を起動できませんでした。\n${this.errors}`,
      `The service ${this.spec.name} did not start.\n${this.errors}`,
    );
  }
}

function inherited(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'LANG', 'TZ'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
