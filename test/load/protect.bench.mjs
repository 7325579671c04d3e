/**
 * Deciding and auditing a pattern of 500, 5,000 and 20,000 cells, and the audit by linear programming by itself.
 * The reference run beside each: one JSON.parse of the same cells, which reads every place of every cell once. Ratios to it, and the
 * growth between sizes (seconds ~ cells^exponent), hold on any machine; the seconds do not. They are seconds of processor time, so that
 * other work on the machine does not count.
 * Run after a build: node test/load/protect.bench.mjs [rounds=3] [largest size for linear programming=5000]
 */
import { derivable, FeasibilityAudit, suppress } from '../../dist/libs/disclosure/src/index.js';
import { city } from './protect-city.mjs';

/** Sections that give about so many cells (protect-city.mjs). */
const SIZES = [500, 5_000, 20_000];
const MIN_GROUP = 5;
const rounds = Number(process.argv[2] ?? 3);
const largestProgrammed = Number(process.argv[3] ?? 5_000);

function cityOf(cells) {
  let [low, high] = [1, cells];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (city(middle).cells.length < cells) low = middle + 1;
    else high = middle;
  }
  return city(low);
}

/** One run after another until it is long enough to be measured. */
function timed(work, atLeast = 0) {
  const began = process.cpuUsage();
  for (let runs = 1; ; runs += 1) {
    const result = work();
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1_000_000;
    if (seconds >= atLeast) return { seconds: seconds / runs, result };
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function size(innerN, ones) {
  return ones.reduce((sum, at) => sum + innerN[at], 0);
}

function audit({ innerN, cells }, { status, remainders }) {
  const small = cells.filter((_, at) => status[at] === 'primary');
  const innermost = innerN.flatMap((n, at) => (n > 0 && n < MIN_GROUP ? [[at]] : []));
  return derivable({
    width: innerN.length,
    published: cells.filter((_, at) => status[at] === 'published'),
    protected: [...small, ...innermost, ...remainders],
  });
}

function measure(target) {
  const made = cityOf(target);
  const text = JSON.stringify(made.cells);
  const runs = [];
  for (let round = 0; round < rounds; round += 1) {
    const reference = timed(() => JSON.parse(text), 0.2).seconds;
    const pattern = timed(() => suppress({ ...made, minGroup: MIN_GROUP }));
    const audited = timed(() => audit(made, pattern.result));
    if (audited.result.length > 0) throw new Error('the audit found something derivable');
    runs.push({ reference, pattern: pattern.seconds, audit: audited.seconds, found: pattern.result });
  }
  const of = (key) => median(runs.map((run) => run[key]));
  return {
    made,
    found: runs[0].found,
    cells: made.cells.length,
    reference: of('reference'),
    pattern: of('pattern'),
    audit: of('audit'),
  };
}

/** Random answers from 1 to 5; what a reader knows is n and the scale. */
async function program({ made: { innerN, cells }, found: { status, remainders } }) {
  const actual = innerN.map((n) => {
    let sum = 0;
    for (let person = 0; person < n; person += 1) sum += 1 + Math.floor(Math.random() * 5);
    return sum;
  });
  const guarded = [...cells.filter((_, at) => status[at] === 'primary'), ...remainders];
  const began = process.cpuUsage();
  const published = cells.filter((_, at) => status[at] === 'published');
  const programme = await FeasibilityAudit.of({ width: innerN.length, published, guarded });
  const { user, system } = process.cpuUsage(began);
  const built = (user + system) / 1_000_000;
  const values = { actual, lower: innerN, upper: innerN.map((n) => 5 * n) };
  const width = guarded.map((ones) => size(innerN, ones));
  const { seconds, result } = timed(() => programme.narrow(values, width));
  programme.dispose();
  return { built, seconds, guarded: guarded.length, narrow: result.length };
}

const line = (...columns) => console.log(columns.map((each, at) => String(each).padStart(at === 0 ? 7 : 12)).join(''));
const growth = (now, before, key) => Math.log(now[key] / before[key]) / Math.log(now.cells / before.cells);

console.log(`median of ${rounds}; seconds, and how many times one JSON.parse of the cells`);
line('cells', 'groups', 'parse s', 'pattern s', 'audit s', 'pattern ×', 'audit ×');
const measured = [];
for (const target of SIZES) {
  const each = measure(target);
  measured.push(each);
  const times = (key) => (each[key] / each.reference).toFixed(0);
  const seconds = ['reference', 'pattern', 'audit'].map((key) => each[key].toFixed(4));
  line(each.cells, each.made.innerN.length, ...seconds, times('pattern'), times('audit'));
}
for (const [at, each] of measured.slice(1).entries()) {
  const exponents = ['reference', 'pattern', 'audit'].map(
    (key) => `${key} ${growth(each, measured[at], key).toFixed(2)}`,
  );
  console.log(`growth exponent from ${measured[at].cells} to ${each.cells} cells: ${exponents.join(', ')}`);
}
console.log('one item by linear programming');
line('cells', 'guarded', 'narrow', 'model s', 'solve s', '× pattern');
for (const each of measured.filter(({ cells }) => cells <= largestProgrammed * 1.1)) {
  const { built, seconds, guarded, narrow } = await program(each);
  line(each.cells, guarded, narrow, built.toFixed(2), seconds.toFixed(2), (seconds / each.pattern).toFixed(1));
}
