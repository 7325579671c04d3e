/**
 * A whole tally of 50,000 ballots: closing the box, opening, counting, Merkle root, scoring, protecting; against a plain SELECT of the
 * same rows in the same batches. The ballots lie in a real ballot box and are sealed as browsers seal them; tickets are not needed at the
 * tally, so there are none. The tally runs in a process of its own, so that its peak of memory is its own.
 * Run after a build: node test/load/tally.bench.mjs [ballots=50000]. Takes about 5 GB of disk for 50,000.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ballotLeaf, importTallyKey, merkleRoot, sealBallot } from '#ballot';
import { makeTallyKey } from '#ballot/custody';
import { generateTicketKey } from '#ballot/server';
import { BALLOT_ROLES, ensureRoles, migrate, urlForRole } from '#database';
import { openBallotBox } from '#database/ballot';
import { protect } from '#disclosure';
import { startCluster } from '#embedded';
import { TallyBook } from '#scoring';
import { STANDARD_TABLES } from '#survey-model';
import { countBallots } from '../../dist/apps/worker/src/survey-tally/count-ballots.js';
import { BALLOT_MIGRATIONS } from '../../dist/migrations/ballot/index.js';

const BATCH = 500;
const codes = Array.from({ length: 13 }, (_, at) => `q${at + 1}`);
const departments = Array.from({ length: 100 }, (_, at) =>
  at < 10 ? { key: `b${at}`, label: `第${at}部` } : { key: `s${at}`, label: `第${at}課`, parent: `b${at % 10}` },
);
const flat = (key, count) => ({
  key,
  label: key,
  values: Array.from({ length: count }, (_, at) => ({ key: `${key}-${at}`, label: `${at}` })),
});
const attributes = [
  { key: 'department', label: '所属', values: departments },
  flat('position', 7),
  flat('ageBand', 5),
  flat('employmentType', 3),
];
const questionnaire = {
  key: 'bench',
  title: '測定',
  sections: [
    {
      key: 's',
      title: '測定',
      questions: codes.map((code) => ({ code, text: code, type: 'scale', scale: { min: 1, max: 5 } })),
    },
  ],
  scoring: {
    items: codes,
    categories: [{ key: 'all', name: '全項目', items: codes }],
    bands: { high: 3.8, norm: 3.6, low: 3.2 },
  },
};
const formOf = (surveyId) => ({
  surveyId,
  title: '測定',
  organisation: '測定市',
  fiscalYear: 2026,
  opensOn: '2026-10-01',
  closesOn: '2026-10-31',
  minGroup: 5,
  questionnaire,
  attributes,
});

/** Sections and positions of very different sizes: the low ones far more often. */
const skewed = (count) => Math.floor(count * Math.random() ** 2);

function contentOf(surveyId) {
  return {
    surveyId,
    attributes: {
      department: departments[skewed(departments.length)].key,
      position: `position-${skewed(7)}`,
      ageBand: `ageBand-${skewed(5)}`,
      employmentType: `employmentType-${skewed(3)}`,
    },
    answers: Object.fromEntries(codes.map((code) => [code, 1 + Math.floor(5 * Math.random())])),
  };
}

/** Straight into the box's table: how long casting takes is cast.bench.mjs's question. */
async function fill(client, { surveyId, publicKey }, ballots) {
  const { rows } = await client.query("SELECT ballot.table_of('box', $1) AS box", [surveyId]);
  const own = Buffer.alloc(16_384);
  for (let filled = 0; filled < ballots; filled += BATCH) {
    const sealed = await Promise.all(
      Array.from({ length: Math.min(BATCH, ballots - filled) }, async () => {
        const serial = randomBytes(32);
        return { serial, ballot: Buffer.from(await sealBallot(publicKey, surveyId, serial, contentOf(surveyId))) };
      }),
    );
    await client.query(
      `INSERT INTO ${rows[0].box} SELECT serial, 1, sealed, $3 FROM unnest($1::bytea[], $2::bytea[]) AS each (serial, sealed)`,
      [sealed.map(({ serial }) => serial), sealed.map(({ ballot }) => ballot), own],
    );
  }
  return rows[0].box;
}

/** The same rows, by the same batches, and nothing done with them. */
async function select(client, box) {
  let after = Buffer.alloc(0);
  for (;;) {
    const { rows } = await client.query(
      `SELECT serial, sealed FROM ${box} WHERE serial > $1 ORDER BY serial LIMIT ${BATCH}`,
      [after],
    );
    if (rows.length === 0) return;
    after = rows.at(-1).serial;
  }
}

async function announce(box) {
  const surveyId = randomUUID();
  const { publicKey, privateKey } = await makeTallyKey();
  await box.announce({
    form: formOf(surveyId),
    ticketPublicKey: (await generateTicketKey()).publicKey,
    tallyPublicKey: publicKey,
    custody: 'worker',
    closesAt: new Date(Date.now() + 86_400_000),
    paper: null,
    destroyOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  });
  return { surveyId, publicKey, privateKey };
}

/** As apps/worker/src/survey-tally does it. @returns seconds per phase, and the peak of memory */
async function tally({ tallyUrl, surveyId, privateKey }) {
  const seconds = {};
  const during = async (phase, work) => {
    const began = performance.now();
    const result = await work();
    seconds[phase] = (seconds[phase] ?? 0) + (performance.now() - began) / 1000;
    return result;
  };
  const box = await openBallotBox(tallyUrl);
  const [key, form] = [await importTallyKey(privateKey), formOf(surveyId)];
  const book = new TallyBook(questionnaire, attributes);
  const leaves = [];
  let answered = 0;
  const batches = box.readBallots(surveyId, BATCH);
  for (;;) {
    const { value: batch, done } = await during('read', () => batches.next());
    if (done) break;
    answered += await during('open and count', () => countBallots(book, key, batch, form));
    leaves.push(
      ...(await during('leaves', () => Promise.all(batch.map(({ serial, sealed }) => ballotLeaf(serial, sealed))))),
    );
  }
  await during('leaves', () => merkleRoot(leaves));
  const tables = await during('score', () => book.finish(STANDARD_TABLES));
  const { audit } = await during('protect', () => protect(tables, { minGroup: 5, detailMinGroup: 10 }));
  await box.close();
  return { seconds, answered, audit, peak: process.resourceUsage().maxRSS / 1024 };
}

async function main(ballots) {
  const folder = await mkdtemp(join(tmpdir(), 'nobinobi-bench-'));
  const cluster = await startCluster({ folder: join(folder, 'data'), ownerPassword: 'bench', database: 'ballot' });
  const client = new pg.Client({ connectionString: cluster.ownerUrl });
  client.on('error', () => undefined);
  try {
    const passwords = { nobinobi_api: 'a', nobinobi_office: 'o', nobinobi_tally: 't', nobinobi_collector: 'c' };
    await ensureRoles(cluster.ownerUrl, BALLOT_ROLES, passwords);
    await migrate(cluster.ownerUrl, BALLOT_MIGRATIONS);
    await client.connect();
    const tallyUrl = urlForRole(cluster.ownerUrl, 'nobinobi_tally', 't');
    const box = await openBallotBox(tallyUrl);
    const survey = await announce(box);
    const table = await fill(client, survey, ballots);
    const closing = performance.now();
    // Not through the repository: its connections give up on a statement before a box of 50,000 is laid out on a slow disk.
    await client.query('SELECT ballot.close_survey($1)', [survey.surveyId]);
    const closed = (performance.now() - closing) / 1000;
    await box.close();
    const plain = await plainSelect(client, table);
    report({ ...part('tally', { tallyUrl, ...survey }), closed, plain, ballots });
  } finally {
    await client.end();
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Median of three; the first also warms the cache for the tally. */
async function plainSelect(client, table) {
  const runs = [];
  for (let run = 0; run < 3; run += 1) {
    const began = performance.now();
    await select(client, table);
    runs.push((performance.now() - began) / 1000);
  }
  return runs.sort((a, b) => a - b)[1];
}

function part(name, given) {
  const options = { encoding: 'utf8', input: JSON.stringify(given) };
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], options);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function report({ seconds, answered, audit, peak, closed, plain, ballots }) {
  if (answered !== ballots) throw new Error(`${answered} of ${ballots} ballots were counted`);
  const line = (phase, each) =>
    console.log(
      `${phase.padEnd(18)}${each.toFixed(2).padStart(9)} s${(each / plain).toFixed(2).padStart(9)} × plain SELECT`,
    );
  line('plain SELECT', plain);
  line('close (lays anew)', closed);
  for (const [phase, each] of Object.entries(seconds)) line(phase, each);
  line(
    'whole tally',
    Object.values(seconds).reduce((a, b) => a + b, closed),
  );
  console.log(`${ballots} ballots; peak memory of the tally ${peak.toFixed(0)} MiB; ${JSON.stringify(audit)}`);
}

if (process.argv[2] === 'tally') {
  const input = [];
  for await (const chunk of process.stdin) input.push(chunk);
  process.stdout.write(JSON.stringify(await tally(JSON.parse(Buffer.concat(input).toString('utf8')))));
} else await main(Number(process.argv[2] ?? 50_000));
