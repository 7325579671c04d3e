/**
 * Scores 2,000, 50,000 and 2,800,000 answers with libs/scoring in one pass, and lets PostgreSQL compute the same means with one GROUP BY
 * over the same rows. Prints the ratio of the times, and how far the peak of memory rises with the number of answers.
 * Run after a build: node test/load/score.bench.mjs [answers ...]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { TallyBook } from '../../dist/libs/scoring/src/index.js';
import { startCluster } from '../../dist/libs/embedded/src/index.js';

const RUNS = 5;
const ITEMS = 13;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [2_000, 50_000, 2_800_000];
const departments = 100;
const codes = Array.from({ length: ITEMS }, (_, at) => `q${at + 1}`);
const value = (person, item) => ((person * 31 + item * 17 + ((person * person) % 13)) % 5) + 1;
const questionnaire = {
  key: 'bench',
  title: 'bench',
  sections: [
    {
      key: 's',
      title: 's',
      questions: codes.map((code) => ({ code, text: code, type: 'scale', scale: { min: 1, max: 5 } })),
    },
  ],
  scoring: { items: codes, categories: [], bands: null },
};
const attribute = { key: 'department', values: Array.from({ length: departments }, (_, at) => ({ key: `d${at}` })) };

/** Answers repeat after so many people (5, 13 and 100 divide it), so that one pass over millions needs no more rows than these. */
const PERIOD = 1300;
const people = Array.from({ length: PERIOD }, (_, person) => ({
  attributes: { department: `d${person % departments}` },
  answers: Object.fromEntries(codes.map((code, item) => [code, value(person, item)])),
}));

const folder = mkdtempSync(join(tmpdir(), 'nobinobi-bench-'));
const cluster = await startCluster({ folder: join(folder, 'main'), ownerPassword: 'bench', database: 'bench' });
const client = new pg.Client({ connectionString: cluster.ownerUrl });
await client.connect();
try {
  console.log(`${departments} departments; best of ${RUNS}; PostgreSQL embedded, its table in memory`);
  console.log('  answers   scoring s   GROUP BY s   ratio   peak memory rises by MiB');
  for (const answers of sizes) await compare(Math.ceil(answers / ITEMS));
} finally {
  await client.end();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function compare(count) {
  await client.query('DROP TABLE IF EXISTS answer');
  await client.query(`CREATE TABLE answer AS SELECT p AS person, p % ${departments} AS department, i AS item,
    ((p * 31 + i * 17 + ((p * p) % 13)) % 5) + 1 AS value
    FROM generate_series(0::bigint, ${count - 1}) p, generate_series(0, ${ITEMS - 1}) i`);
  await client.query('ANALYZE answer');
  const peak = () => process.resourceUsage().maxRSS / 1024;
  const before = peak();
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push({ ours: ours(count) });
  const risen = peak() - before;
  for (const run of runs) run.theirs = await theirs();
  const means = (side) => JSON.stringify(runs[0][side].means);
  if (means('ours') !== means('theirs')) throw new Error('the means differ');
  const [scoring, groupBy] = ['ours', 'theirs'].map((side) => Math.min(...runs.map((run) => run[side].seconds)));
  const columns = [
    [count * ITEMS, 9],
    [scoring.toFixed(4), 12],
    [groupBy.toFixed(4), 13],
  ];
  const ratio = (scoring / groupBy).toFixed(2);
  console.log(
    `${columns.map(([text, width]) => String(text).padStart(width)).join('')}${ratio.padStart(8)}${risen.toFixed(0).padStart(27)}`,
  );
}

function ours(count) {
  const began = performance.now();
  const book = new TallyBook(questionnaire, [attribute]);
  for (let person = 0; person < count; person += 1) book.add(people[person % PERIOD]);
  const { cells } = book.finish([{ attributes: ['department'] }]);
  const seconds = (performance.now() - began) / 1000;
  const means = cells.slice(1).map((cell) => cell.items.map(({ n, sum }) => [n, sum]));
  return { seconds, means };
}

async function theirs() {
  const began = performance.now();
  const { rows } = await client.query(
    'SELECT department, item, count(*)::int AS n, sum(value)::int AS sum FROM answer GROUP BY department, item ORDER BY department, item',
  );
  const seconds = (performance.now() - began) / 1000;
  const means = Array.from({ length: departments }, (_, d) =>
    rows.slice(d * ITEMS, (d + 1) * ITEMS).map(({ n, sum }) => [n, sum]),
  );
  return { seconds, means };
}
