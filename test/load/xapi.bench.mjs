/**
 * 10,000 completions in one POST to the statements endpoint, against a bare INSERT of the same 10,000 rows (statement and completion) on the
 * same server, and the same request again, which changes nothing. Prints the ratios of the medians and how far the api's memory rises.
 *
 *   npm run build && node test/load/xapi.bench.mjs [statements=10000]
 *
 * The api runs as in production: a process of its own, under its own role, with PostgreSQL's durable settings.
 */
import { fork } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ensureRoles, MAIN_ROLES, migrate, urlForRole } from '#database';
import { startCluster, startValkey } from '#embedded';

const ROUNDS = 4;
const STAFF = 4000;

if (process.send) await serve();
else await bench(Number(process.argv[2] ?? 10_000));

/** The child: the api, and its peak of memory whenever asked. */
async function serve() {
  const { createApi } = await import('../../dist/apps/api/src/create-api.js');
  const { apiLog } = await import('../../dist/apps/api/src/log/api-log.js');
  const { databaseUrl, redisUrl } = JSON.parse(process.argv[2]);
  const settings = { host: '127.0.0.1', port: 0, clock: () => new Date(), publicUrl: 'http://localhost:8080' };
  const keys = { sessionSecret: randomBytes(32).toString('base64url'), ticketKeyKey: randomBytes(32) };
  const api = await createApi({ ...settings, ...keys, databaseUrl, redisUrl }, apiLog('silent'));
  await api.listen(0, '127.0.0.1');
  const peak = () => process.resourceUsage().maxRSS / 1024;
  process.on('message', () => process.send({ peak: peak() }));
  process.send({ url: await api.getUrl() });
}

async function bench(count) {
  const folder = await mkdtemp(join(tmpdir(), 'nobinobi-bench-'));
  const cluster = await startCluster({ folder: join(folder, 'data'), ownerPassword: 'bench', database: 'main' });
  const valkey = await startValkey();
  const { MAIN_MIGRATIONS } = await import('../../dist/migrations/main/index.js');
  const passwords = { nobinobi_api: 'a', nobinobi_office: 'o', nobinobi_tally: 't', nobinobi_collector: 'c' };
  await ensureRoles(cluster.ownerUrl, MAIN_ROLES, passwords);
  await migrate(cluster.ownerUrl, MAIN_MIGRATIONS);
  const client = new pg.Client({ connectionString: cluster.ownerUrl });
  await client.connect();
  const secret = await prepare(client);
  const parts = { databaseUrl: urlForRole(cluster.ownerUrl, 'nobinobi_api', 'a'), redisUrl: valkey.url };
  const api = fork(fileURLToPath(import.meta.url), [JSON.stringify(parts)]);
  try {
    const [{ url }] = await once(api, 'message');
    await compare(client, api, { url, secret, count });
  } finally {
    api.kill('SIGTERM');
    await once(api, 'exit');
    await client.end();
    await valkey.stop();
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepare(client) {
  const secret = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(secret).digest('hex');
  await client.query(`INSERT INTO training.statement_source VALUES ('bench', 'bench', '${hash}', now(), 'bench')`);
  await client.query(`INSERT INTO training.programme VALUES ('dx', 'DX', 'once-in-plan', '[]', 0)`);
  await client.query(`INSERT INTO training.course (key, name, programme_key, method, activity_id)
    SELECT 'course-' || i, 'course', 'dx', 'x', 'https://lms.example/course/' || i FROM generate_series(0, 199) i`);
  await client.query(`INSERT INTO identity.department VALUES ('A', 'A', NULL, '2026-04-01', NULL, 0)`);
  await client.query(`INSERT INTO identity.staff_member (staff_number, name, department_code, position_key, job_type, employment_type, status)
    SELECT (100000 + i)::text, 'x', 'A', 'x', 'x', 'regular', 'active' FROM generate_series(0, ${STAFF - 1}) i`);
  await client.query('CREATE SCHEMA bench');
  await client.query('CREATE TABLE bench.statement (id uuid PRIMARY KEY, statement jsonb)');
  await client.query(`CREATE TABLE bench.completion (staff_number text, course_key text, completed_on date, mark smallint,
    PRIMARY KEY (staff_number, course_key, completed_on))`);
  return secret;
}

async function compare(client, api, { url, secret, count }) {
  const authorization = `Basic ${Buffer.from(`bench:${secret}`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' };
  const post = async (body) => {
    const reply = await fetch(`${url}/api/xapi/statements`, { method: 'POST', headers, body });
    if (reply.status !== 200) throw new Error(`${reply.status} ${await reply.text()}`);
    await reply.arrayBuffer();
  };
  const peak = async () => {
    api.send('peak');
    const [message] = await once(api, 'message');
    return message.peak;
  };
  await post(JSON.stringify(statements(100, 99)));
  const before = await peak();
  const times = { bare: [], first: [], again: [] };
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = statements(count, round);
    const body = JSON.stringify(rows);
    bytes = body.length;
    times.bare.push(await seconds(() => insertBare(client, rows)));
    times.first.push(await seconds(() => post(body)));
    times.again.push(await seconds(() => post(body)));
  }
  const stored = await client.query('SELECT count(*)::integer AS n FROM training.course_completion');
  if (stored.rows[0].n !== count * ROUNDS + 100) throw new Error(`${stored.rows[0].n} completions`);
  const [bare, first, again] = [times.bare, times.first, times.again].map(median);
  console.log(`${count} statements, ${(bytes / 2 ** 20).toFixed(1)} MiB; medians of ${ROUNDS} rounds`);
  console.log(`bare INSERT of statements and completions ${bare.toFixed(2)} s`);
  console.log(`one POST       ${first.toFixed(2)} s, ratio ${(first / bare).toFixed(1)}`);
  console.log(`the same again ${again.toFixed(2)} s, ratio ${(again / bare).toFixed(1)}`);
  console.log(`the api's peak memory rises by ${((await peak()) - before).toFixed(0)} MiB (from ${before.toFixed(0)})`);
}

function statements(count, round) {
  return Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: String(100_000 + (at % STAFF)) } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
    object: {
      id: `https://lms.example/course/${(Math.floor(at / STAFF) + 7 * round) % 200}`,
      definition: { name: { ja: '講座' } },
    },
    result: { completion: true, score: { scaled: (at % 101) / 100, raw: at % 101, min: 0, max: 100 } },
    context: { platform: 'Moodle', language: 'ja', contextActivities: { grouping: [{ id: 'https://lms.example' }] } },
    timestamp: new Date(Date.UTC(2026, round % 12, 1 + (at % 28), 3)).toISOString(),
  }));
}

/** What no endpoint can do without: the rows themselves, in one transaction, in two statements. */
async function insertBare(client, rows) {
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO bench.statement SELECT (s ->> 'id')::uuid, s FROM jsonb_array_elements($1::jsonb) s`,
    [JSON.stringify(rows)],
  );
  const completions = rows.map(({ actor, object, timestamp }) => [
    actor.account.name,
    object.id,
    timestamp.slice(0, 10),
  ]);
  await client.query(
    `INSERT INTO bench.completion SELECT c ->> 0, c ->> 1, (c ->> 2)::date, 1 FROM jsonb_array_elements($1::jsonb) c`,
    [JSON.stringify(completions)],
  );
  await client.query('COMMIT');
}

async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}
