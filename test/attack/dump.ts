import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';

/** One stored row as whoever copies the database files sees it: its place, the transaction that wrote it, and everything in it. */
export interface DumpedRow {
  readonly page: number;
  readonly line: number;
  readonly xmin: number;
  readonly xmax: number;
  readonly columns: Readonly<Record<string, unknown>>;
  /** By column: where its long value lies in the TOAST table, for values that lie there. */
  readonly chunkIds: Readonly<Record<string, number>>;
}

/** Everything that somebody with all rights on all machines can copy at one moment. Made with the owner's rights, not the product's. */
export interface Dump {
  /** "schema.table" of both clusters; the ballot cluster's begin with "ballot:". */
  readonly tables: ReadonlyMap<string, readonly DumpedRow[]>;
  /** Files of relations of the ballot cluster, dead rows and indexes included. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Segments of the ballot cluster's write-ahead log. */
  readonly writeAheadLog: ReadonlyMap<string, Buffer>;
  readonly valkey: readonly { readonly key: string; readonly ttl: number; readonly value: string }[];
  readonly logs: string;
}

interface Running {
  readonly mainOwnerUrl: string;
  readonly ballotOwnerUrl: string;
  readonly redisUrl: string;
}

export interface DumpOptions {
  /**
   * With the write-ahead log. After the close nothing of it is left; of the running survey it holds the last ballots in their order, which
   * docs/threat-model.md says of whoever copies the running cluster.
   */
  readonly writeAheadLog?: boolean;
}

export async function takeDump(dataDir: string, output: string, options: DumpOptions = {}): Promise<Dump> {
  const running = JSON.parse(await readFile(join(dataDir, 'running.json'), 'utf8')) as Running;
  const cluster = join(dataDir, 'postgres/ballot');
  // First: the checkpoint that brings the relations' files up to date throws segments away.
  const writeAheadLog = options.writeAheadLog ? await filesIn(join(cluster, 'pg_wal')) : new Map<string, Buffer>();
  const tables = new Map<string, DumpedRow[]>();
  for (const [name, rows] of await dumpTables(running.mainOwnerUrl)) tables.set(name, rows);
  for (const [name, rows] of await dumpTables(running.ballotOwnerUrl)) tables.set(`ballot:${name}`, rows);
  return {
    tables,
    files: await relationFiles(running.ballotOwnerUrl, cluster),
    writeAheadLog,
    valkey: await dumpValkey(running.redisUrl),
    logs: output + (await readLogs(dataDir)),
  };
}

async function dumpTables(url: string): Promise<[string, DumpedRow[]][]> {
  return connected(url, async (client) => {
    const found = await client.query<{ name: string; columns: string[]; long: string[] }>(
      `SELECT c.oid::regclass::text AS name,
         array_agg(a.attname::text) AS columns,
         coalesce(array_agg(a.attname::text) FILTER (WHERE a.atttypid = 'bytea'::regtype), '{}') AS long
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       GROUP BY c.oid ORDER BY 1`,
    );
    const tables: [string, DumpedRow[]][] = [];
    for (const { name, columns, long } of found.rows) tables.push([name, await dumpTable(client, name, columns, long)]);
    return tables;
  });
}

async function dumpTable(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  long: readonly string[],
): Promise<DumpedRow[]> {
  const chunks = long.map((column) => `'${column}', pg_column_toast_chunk_id(${client.escapeIdentifier(column)})`);
  const { rows } = await client.query<Record<string, unknown>>(
    `SELECT ctid::text AS dumped_ctid, xmin::text AS dumped_xmin, xmax::text AS dumped_xmax,
       ${chunks.length > 0 ? `json_build_object(${chunks.join(', ')})` : `'{}'::json`} AS dumped_chunks,
       ${columns.map((column) => client.escapeIdentifier(column)).join(', ')} FROM ${table}`,
  );
  return rows.map(({ dumped_ctid: ctid, dumped_xmin: xmin, dumped_xmax: xmax, dumped_chunks: chunkIds, ...values }) => {
    const [page, line] = String(ctid).replace(/[()]/g, '').split(',').map(Number);
    const known = Object.entries(chunkIds as Record<string, number | null>).filter(([, id]) => id !== null);
    return {
      page: page ?? 0,
      line: line ?? 0,
      xmin: Number(xmin),
      xmax: Number(xmax),
      columns: values,
      chunkIds: Object.fromEntries(known.map(([column, id]) => [column, Number(id)])),
    };
  });
}

/** As they lie on the disk: what was deleted is still there until it is overwritten. */
async function relationFiles(url: string, folder: string): Promise<Map<string, Buffer>> {
  const oid = await connected(url, async (client) => {
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ oid: string }>(
      'SELECT oid::text FROM pg_database WHERE datname = current_database()',
    );
    return rows[0]?.oid ?? '';
  });
  return filesIn(join(folder, 'base', oid));
}

/** Files may go while they are being read. */
async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const name of await readdir(folder)) {
    const content = await readFile(join(folder, name)).catch(() => null);
    if (content) files.set(name, content);
  }
  return files;
}

async function dumpValkey(url: string): Promise<{ key: string; ttl: number; value: string }[]> {
  const valkey = new Redis(url, { maxRetriesPerRequest: 3 });
  try {
    const found = [];
    for (const key of await valkey.keys('*')) {
      const kind = await valkey.type(key);
      const value =
        kind === 'string'
          ? await valkey.get(key)
          : kind === 'hash'
            ? JSON.stringify(await valkey.hgetall(key))
            : kind === 'zset'
              ? JSON.stringify(await valkey.zrange(key, '0', '-1', 'WITHSCORES'))
              : kind === 'list'
                ? JSON.stringify(await valkey.lrange(key, 0, -1))
                : kind === 'stream'
                  ? JSON.stringify(await valkey.xrange(key, '-', '+'))
                  : kind;
      found.push({ key, ttl: await valkey.pttl(key), value: value ?? '' });
    }
    return found;
  } finally {
    valkey.disconnect();
  }
}

async function readLogs(dataDir: string): Promise<string> {
  const texts: string[] = [];
  for (const entry of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && /\.log$/.test(entry.name))
      texts.push(await readFile(join(entry.parentPath, entry.name), 'utf8'));
  }
  return texts.join('\n');
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
