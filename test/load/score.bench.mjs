// Scores 1,000,000 answers with libs/scoring and lets PostgreSQL compute the same means with one GROUP BY. Prints the ratio.
// Run after a build: node test/load/score.bench.mjs [answers]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { TallyBook } from '../../dist/libs/scoring/src/index.js';
import { startCluster } from '../../dist/libs/embedded/src/index.js';

const ITEMS = 13;
const people = Math.ceil(Number(process.argv[2] ?? 1_000_000) / ITEMS);
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

const folder = mkdtempSync(join(tmpdir(), 'nobinobi-bench-'));
const cluster = await startCluster({ folder: join(folder, 'main'), ownerPassword: 'bench', database: 'bench' });
const client = new pg.Client({ connectionString: cluster.ownerUrl });
await client.connect();
try {
  await client.query(`CREATE TABLE answer AS SELECT p AS person, p % ${departments} AS department, i AS item,
    ((p * 31 + i * 17 + ((p * p) % 13)) % 5) + 1 AS value
    FROM generate_series(0::bigint, ${people - 1}) p, generate_series(0, ${ITEMS - 1}) i`);
  await client.query('ANALYZE answer');
  const runs = [];
  for (let run = 0; run < 5; run += 1) runs.push({ ours: ours(), theirs: await theirs() });
  const best = (side) => Math.min(...runs.map((run) => run[side].seconds));
  const means = (side) => JSON.stringify(runs[0][side].means);
  if (means('ours') !== means('theirs')) throw new Error('the means differ');
  console.log(`${people * ITEMS} answers of ${people} people, ${departments} departments; best of 5`);
  console.log(`libs/scoring   ${best('ours').toFixed(2)} s`);
  console.log(`GROUP BY       ${best('theirs').toFixed(2)} s (PostgreSQL 18, embedded, table in memory)`);
  console.log(`ratio          ${(best('ours') / best('theirs')).toFixed(2)}`);
} finally {
  await client.end();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

function ours() {
  const rows = Array.from({ length: people }, (_, person) => ({
    attributes: { department: `d${person % departments}` },
    answers: Object.fromEntries(codes.map((code, item) => [code, value(person, item)])),
  }));
  const began = performance.now();
  const book = new TallyBook(questionnaire, [attribute]);
  for (const row of rows) book.add(row);
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
