/** Unknown sums within bounds, of which some totals are published. */
export interface BoundedSums {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly published: readonly { readonly ones: readonly number[]; readonly sum: number }[];
}

export interface Range {
  low: number;
  high: number;
}

const NEARLY = 1e-7;

/**
 * Between which values totals over some unknowns can lie, by looking at every corner of the feasible region: each unknown stands at a
 * bound or follows from the published totals. For a handful of unknowns; knows nothing of linear programming.
 */
export function vertexRanges(
  { lower, upper, published }: BoundedSums,
  totals: readonly (readonly number[])[],
): Range[] {
  const ranges = totals.map(unseen);
  const values = lower.map(() => 0);
  const visit = (at: number, free: readonly number[]): void => {
    if (at < values.length) {
      for (const bound of [lower[at] ?? 0, upper[at] ?? 0]) {
        values[at] = bound;
        visit(at + 1, free);
      }
      return visit(at + 1, [...free, at]);
    }
    const corner = solve(values, free, published);
    if (!corner?.every((value, place) => isWithin(value, lower[place] ?? 0, upper[place] ?? 0))) return;
    widen(ranges, totals, corner);
  };
  visit(0, []);
  return ranges;
}

/** The smallest and the largest totals over all whole sums, tried one by one. */
export function wholeRanges({ lower, upper, published }: BoundedSums, totals: readonly (readonly number[])[]): Range[] {
  const ranges = totals.map(unseen);
  const values = lower.map(() => 0);
  const settled = [-1, ...values.keys()].map((last) => published.filter(({ ones }) => Math.max(...ones) === last));
  const visit = (at: number): void => {
    // A total is looked at as soon as all of its unknowns have a value.
    if (settled[at]?.some((each) => each.ones.reduce((sum, place) => sum + (values[place] ?? 0), 0) !== each.sum))
      return;
    if (at === values.length) return widen(ranges, totals, values);
    for (let value = lower[at] ?? 0; value <= (upper[at] ?? 0); value += 1) {
      values[at] = value;
      visit(at + 1);
    }
  };
  visit(0);
  return ranges;
}

function unseen(): Range {
  return { low: Infinity, high: -Infinity };
}

function widen(ranges: readonly Range[], totals: readonly (readonly number[])[], values: readonly number[]): void {
  ranges.forEach((range, at) => {
    const total = (totals[at] ?? []).reduce((sum, place) => sum + (values[place] ?? 0), 0);
    range.low = Math.min(range.low, total);
    range.high = Math.max(range.high, total);
  });
}

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low - NEARLY && value <= high + NEARLY;
}

/** The free unknowns from the published totals; null when they do not follow, or contradict each other. */
function solve(
  fixed: readonly number[],
  free: readonly number[],
  published: BoundedSums['published'],
): readonly number[] | null {
  const rows = published.map(({ ones, sum }) => [
    ...free.map((place) => (ones.includes(place) ? 1 : 0)),
    ones.reduce((left, place) => (free.includes(place) ? left : left - (fixed[place] ?? 0)), sum),
  ]);
  for (const [column] of free.entries()) {
    const best = rows.slice(column).sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0))[0];
    if (!best || Math.abs(best[column] ?? 0) < NEARLY) return null;
    rows.splice(rows.indexOf(best), 1);
    rows.splice(column, 0, best);
    clear(rows, best, column);
  }
  if (rows.slice(free.length).some((row) => Math.abs(row[free.length] ?? 0) > NEARLY)) return null;
  const values = [...fixed];
  free.forEach((place, at) => (values[place] = (rows[at]?.[free.length] ?? 0) / (rows[at]?.[at] ?? 1)));
  return values;
}

function clear(rows: readonly number[][], by: readonly number[], column: number): void {
  for (const row of rows) {
    const factor = (row[column] ?? 0) / (by[column] ?? 1);
    if (row === by || factor === 0) continue;
    by.forEach((value, place) => (row[place] = (row[place] ?? 0) - factor * value));
  }
}
