/**
 * Accepted ballots per second through the collector over HTTP, against a bare INSERT of the same row on the same server.
 *
 *   npm run build && node test/load/cast.bench.mjs [ballots=2000] [senders=16]
 *
 * The server is PostgreSQL with its durable settings (every commit waits for the disk). The collector runs as in production: a
 * process of its own, under its own role. Rounds of both kinds alternate, and the ratio is that of the medians.
 */
import { spawn } from 'node:child_process';
import { constants, randomBytes, randomUUID, sign, webcrypto } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ballotSerial, fromBase64Url, makeCast, makeRecoveryCode, TICKET_SCHEME, toBase64Url } from '#ballot';
import { makeTallyKey } from '#ballot/custody';
import { generateTicketKey } from '#ballot/server';
import { BALLOT_ROLES, ensureRoles, migrate, urlForRole } from '#database';
import { openBallotBox } from '#database/ballot';
import { freePort, startCluster } from '#embedded';
import { BALLOT_MIGRATIONS } from '../../dist/migrations/ballot/index.js';

const ROUNDS = 4;
const ballots = Number(process.argv[2] ?? 2000);
const senders = Number(process.argv[3] ?? 16);
const perRound = Math.floor(ballots / ROUNDS);

/** Calls `work` for every item, `senders` at a time. @returns items per second */
async function rate(items, work) {
  const next = items.values();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (const item of next) await work(item);
    }),
  );
  return items.length / ((performance.now() - start) / 1000);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

async function announce(tallyUrl) {
  const box = await openBallotBox(tallyUrl);
  const { publicKey, privateKey } = await generateTicketKey();
  const tallyPublicKey = (await makeTallyKey()).publicKey;
  const form = { surveyId: randomUUID(), title: 'bench', questionnaire: { sections: [] }, attributes: [] };
  const closesAt = new Date(Date.now() + 86_400_000);
  const destroyOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await box.announce({
    form,
    ticketPublicKey: publicKey,
    tallyPublicKey,
    custody: 'worker',
    closesAt,
    paper: null,
    destroyOn,
  });
  return { surveyId: form.surveyId, privateKey, tallyPublicKey, box };
}

/** What blinding, signing and unblinding come to (RFC 9474, section 4.5: an ordinary PSS signature), without the cost of blinding. */
async function makeTicket(ticketPrivateKey) {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const publicKey = new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey));
  const privateKey = new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', pair.privateKey));
  const prepared = Buffer.concat([randomBytes(32), publicKey]);
  const options = { key: ticketPrivateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  const signature = sign('sha384', prepared, options);
  const ticket = { scheme: TICKET_SCHEME, prepared: toBase64Url(prepared), signature: toBase64Url(signature) };
  return { ticket, keys: { publicKey: toBase64Url(publicKey), privateKey: toBase64Url(privateKey) } };
}

async function makeCasts({ surveyId, privateKey, tallyPublicKey }, count) {
  const answers = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`q${index + 1}`, (index % 5) + 1]));
  const content = { surveyId, attributes: { position: 'chief' }, answers };
  const recoveryCode = makeRecoveryCode();
  const casts = [];
  for (let made = 0; made < count; made++) {
    const own = await makeTicket(privateKey);
    const cast = await makeCast({ surveyId, own, recoveryCode, tallyPublicKey, revision: 1, content });
    casts.push({
      body: Buffer.from(JSON.stringify(cast)),
      serial: Buffer.from(await ballotSerial(own.ticket.prepared)),
      sealed: Buffer.from(fromBase64Url(cast.ballot)),
      copy: Buffer.from(fromBase64Url(cast.copy)),
    });
  }
  return casts;
}

async function startCollector(databaseUrl) {
  const port = await freePort();
  const env = {
    ...process.env,
    COLLECTOR_DATABASE_URL: databaseUrl,
    NOBINOBI_SERVICE_PORT: String(port),
    NOBINOBI_HOST: '127.0.0.1',
  };
  const program = new URL('../../dist/services/collector.js', import.meta.url);
  const child = spawn(process.execPath, [fileURLToPath(program)], { env, stdio: 'inherit' });
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (reply) => reply.ok,
      () => false,
    );
  while (!(await ready())) {
    if (child.exitCode !== null) throw new Error('the collector did not start');
    await setTimeout(50);
  }
  const stop = () => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGTERM'));
  return { port, stop };
}

function post(agent, port, surveyId, body) {
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  const options = {
    agent,
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: `/ballot/surveys/${surveyId}/ballots`,
    headers,
  };
  return new Promise((resolve, reject) => {
    const sending = request(options, (response) => {
      response
        .resume()
        .on('end', () => (response.statusCode === 201 ? resolve() : reject(new Error(`HTTP ${response.statusCode}`))));
    });
    sending.on('error', reject).end(body);
  });
}

const folder = await mkdtemp(join(tmpdir(), 'nobinobi-bench-'));
const cluster = await startCluster({ folder: join(folder, 'data'), ownerPassword: 'bench', database: 'ballot' });
const passwords = { nobinobi_api: 'a', nobinobi_office: 'o', nobinobi_tally: 't', nobinobi_collector: 'c' };
await ensureRoles(cluster.ownerUrl, BALLOT_ROLES, passwords);
await migrate(cluster.ownerUrl, BALLOT_MIGRATIONS);
const survey = await announce(urlForRole(cluster.ownerUrl, 'nobinobi_tally', 't'));
const collector = await startCollector(urlForRole(cluster.ownerUrl, 'nobinobi_collector', 'c'));
// As many connections as the collector's own pool.
const pool = new pg.Pool({ connectionString: cluster.ownerUrl, max: 10 });
// Its last connections may still be leaving when the server stops.
pool.on('error', () => undefined);
const agent = new Agent({ keepAlive: true, maxSockets: senders });
try {
  await pool.query('CREATE SCHEMA bench');
  await pool.query('CREATE TABLE bench.bare OF ballot.sealed_ballot (PRIMARY KEY (serial))');
  for (const column of ['sealed', 'copy'])
    await pool.query(`ALTER TABLE bench.bare ALTER COLUMN ${column} SET STORAGE EXTERNAL`);
  const insert = ({ serial, sealed, copy }) =>
    pool.query('INSERT INTO bench.bare VALUES ($1, 1, $2, $3)', [serial, sealed, copy]);
  const cast = ({ body }) => post(agent, collector.port, survey.surveyId, body);
  const warmUp = await makeCasts(survey, 100);
  const casts = await makeCasts(survey, perRound * ROUNDS);
  await rate(warmUp, insert);
  await rate(warmUp, cast);
  const bareRates = [];
  const castRates = [];
  for (let round = 0; round < ROUNDS; round++) {
    const share = casts.slice(round * perRound, (round + 1) * perRound);
    bareRates.push(await rate(share, insert));
    castRates.push(await rate(share, cast));
  }
  await survey.box.closeSurvey(survey.surveyId);
  const stored = await survey.box.countBallots(survey.surveyId);
  if (stored !== casts.length + warmUp.length)
    throw new Error(`${stored} ballots in the box, ${casts.length + warmUp.length} accepted`);
  const [bare, accepted] = [median(bareRates), median(castRates)];
  console.log(
    `bare INSERT:         ${bare.toFixed(0)} rows/s   (rounds: ${bareRates.map((r) => r.toFixed(0)).join(', ')})`,
  );
  console.log(
    `collector over HTTP: ${accepted.toFixed(0)} ballots/s (rounds: ${castRates.map((r) => r.toFixed(0)).join(', ')})`,
  );
  console.log(
    `ratio ${(accepted / bare).toFixed(2)}   (${casts.length} ballots, ${senders} senders, ${availableParallelism()} cores shared by all)`,
  );
} finally {
  agent.destroy();
  await collector.stop();
  await survey.box.close();
  await pool.end();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
