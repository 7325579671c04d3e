import type { ReleasedItem, ReleasedScore, ReleasedScoreFields, ScoredCell, ScoredTables } from '#survey-model';
import { LayerSolver, publishedOf } from './layers.js';
import { checkIntervals } from './narrow-cells.js';
import { questionsShown, type EarlierRelease } from './earlier-release.js';
import type { SuppressionPattern } from './suppress.js';

export interface DisclosureRules {
  /** k: scores of fewer people are not shown. */
  readonly minGroup: number;
  /** Distributions and frequency tables of fewer people are not shown. */
  readonly detailMinGroup: number;
}

export interface DisclosureAudit {
  readonly cells: number;
  readonly published: number;
  readonly primary: number;
  readonly secondary: number;
  /** Remainders that had to be guarded as if they were cells. */
  readonly remainders: number;
  /** Span tests that were run, one a question and layer; every one found nothing derivable. */
  readonly spanTests: number;
  /** Intervals of hidden means that were looked at, one a cell and item, in the last round. */
  readonly intervals: number;
  /** How often more had to be hidden because an interval was narrower than a point. */
  readonly covered: number;
}

export interface Protected {
  readonly scores: readonly ReleasedScore[];
  readonly audit: DisclosureAudit;
}

interface Layers {
  readonly cells: SuppressionPattern;
  readonly items: ReadonlyMap<string, SuppressionPattern>;
  readonly details: ReadonlyMap<string, ReadonlySet<number>>;
  readonly spanTests: number;
}

/**
 * The entry of disclosure control: decides for all cells of a release together what may be shown, and makes the only objects that pages
 * and workbooks accept.
 *
 * Three layers over the same cells: cells by respondents, items of shown cells by the item's own n, distributions by 10. A category is
 * shown only where all of its items are, the overall score only where all items are; both are then functions of shown items and tell
 * nothing new. At the end the values are looked at: while a hidden mean of an item is known to within less than a point, a published cell
 * that pins it down is hidden too, for all items.
 * @param earlier what the survey has published before: it stays as it is, and the new cells are weighed against all of it
 * @returns the cells that are new
 * @throws Error when the independent audit finds something derivable: nothing is released then
 */
export async function protect(
  tables: ScoredTables,
  rules: DisclosureRules,
  earlier: readonly ReleasedScore[] = [],
): Promise<Protected> {
  const known = questionsShown(tables, earlier);
  const withheld = new Set<number>();
  const guarded: (readonly number[])[] = [];
  for (;;) {
    const layers = solveLayers(tables, rules, known, { withheld, guarded });
    const { cover, intervals } = await checkIntervals(tables, layers, known.cells, guarded);
    if (cover === null) {
      const isNew = (at: number): boolean => !known.decided.has(at);
      const scores = tables.cells.flatMap((cell, at) =>
        isNew(at) ? release(cell, layers.cells.status[at] ?? null, at, layers) : [],
      );
      const covered = guarded.length + withheld.size;
      return { scores, audit: { ...countStatuses(scores, layers), intervals, covered } };
    }
    if ('guard' in cover) guarded.push(cover.guard);
    else withheld.add(cover.hide);
  }
}

/** What looking at the values has asked for. */
interface Covered {
  readonly withheld: ReadonlySet<number>;
  readonly guarded: readonly (readonly number[])[];
}

function solveLayers(
  tables: ScoredTables,
  rules: DisclosureRules,
  known: EarlierRelease,
  { withheld, guarded }: Covered,
): Layers {
  const solver = new LayerSolver(tables, guarded);
  const open = new Set(tables.cells.flatMap((_, at) => (known.decided.has(at) || withheld.has(at) ? [] : [at])));
  const cells = solver.solve({
    name: 'respondents',
    countOf: (group) => group.n,
    minGroup: rules.minGroup,
    allowed: open,
    released: known.cells,
  });
  const shown = publishedOf(cells);
  const items = new Map<string, SuppressionPattern>();
  const details = new Map<string, ReadonlySet<number>>();
  const within = (allowed: ReadonlySet<number>): Set<number> => new Set([...allowed].filter((at) => open.has(at)));
  const solve = (question: string, minGroup: number, allowed: ReadonlySet<number>, released: ReadonlySet<number>) =>
    solver.solve({
      name: question,
      countOf: (group) => group.questionN[question] ?? 0,
      minGroup,
      allowed: within(allowed),
      released,
    });
  for (const { item } of tables.cells[0]?.items ?? []) {
    const pattern = solve(item, rules.minGroup, shown, known.items(item));
    items.set(item, pattern);
    details.set(item, publishedOf(solve(item, rules.detailMinGroup, publishedOf(pattern), known.details(item))));
  }
  for (const { question } of tables.cells[0]?.choices ?? [])
    details.set(question, publishedOf(solve(question, rules.detailMinGroup, shown, known.details(question))));
  return { cells, items, details, spanTests: solver.tests };
}

function countStatuses(scores: readonly ReleasedScore[], layers: Layers) {
  const count = (status: string): number => scores.filter((score) => score.status === status).length;
  return {
    cells: scores.length,
    published: count('published'),
    primary: count('primary'),
    secondary: count('secondary'),
    remainders: layers.cells.remainders.length,
    spanTests: layers.spanTests,
  };
}

/** The first of the two places where a ReleasedScore comes into being. */
function release(
  cell: ScoredCell,
  status: ReleasedScoreFields['status'] | null,
  at: number,
  layers: Layers,
): ReleasedScore[] {
  if (status === null) return [];
  const { table, key } = cell;
  const hidden = { table, key, status, n: null, items: [], categories: {}, overall: null, choices: [] };
  if (status !== 'published') return [hidden satisfies ReleasedScoreFields as ReleasedScoreFields as ReleasedScore];
  const items = cell.items
    .filter(({ item }) => layers.items.get(item)?.status[at] === 'published')
    .map(({ item, n, sum, counts }): ReleasedItem =>
      layers.details.get(item)?.has(at) ? { item, n, sum, counts } : { item, n, sum },
    );
  const shownItems = new Set(items.map(({ item }) => item));
  const categories = cell.categories.flatMap(({ category, items: codes, mean }) =>
    mean !== null && codes.every((code) => shownItems.has(code)) ? [[category, mean] as const] : [],
  );
  const fields: ReleasedScoreFields = {
    table,
    key,
    status,
    n: cell.n,
    items,
    categories: Object.fromEntries(categories),
    overall: shownItems.size === cell.items.length ? cell.overall : null,
    choices: cell.choices.filter(({ question }) => layers.details.get(question)?.has(at)),
  };
  return [fields as ReleasedScore];
}
