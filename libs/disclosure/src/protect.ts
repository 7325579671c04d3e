import type { ReleasedItem, ReleasedScore, ReleasedScoreFields, ScoredCell, ScoredTables } from '#survey-model';
import { derivable } from './audit.js';
import { suppress, type SuppressionPattern } from './suppress.js';

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
}

export interface Protected {
  readonly scores: readonly ReleasedScore[];
  readonly audit: DisclosureAudit;
}

/**
 * The entry of disclosure control: decides for all cells of a release together what may be shown, and makes the only objects that pages
 * and workbooks accept.
 *
 * Three layers over the same cells: cells by respondents, items of shown cells by the item's own n, distributions by 10. A category is
 * shown only where all of its items are, the overall score only where all items are; both are then functions of shown items and tell
 * nothing new.
 * @throws Error when the independent audit finds something derivable: nothing is released then
 */
export function protect(tables: ScoredTables, rules: DisclosureRules): Protected {
  const layers = new Layers(tables);
  const cells = layers.solve('respondents', (group) => group.n, rules.minGroup, null);
  const shownCells = publishedOf(cells);
  const questions = tables.cells[0];
  const items = new Map<string, ReadonlySet<number>>();
  const details = new Map<string, ReadonlySet<number>>();
  for (const { item } of questions?.items ?? []) {
    const shown = publishedOf(layers.solve(item, (group) => group.questionN[item] ?? 0, rules.minGroup, shownCells));
    items.set(item, shown);
    details.set(
      item,
      publishedOf(layers.solve(item, (group) => group.questionN[item] ?? 0, rules.detailMinGroup, shown)),
    );
  }
  for (const { question } of questions?.choices ?? []) {
    details.set(
      question,
      publishedOf(layers.solve(question, (group) => group.questionN[question] ?? 0, rules.detailMinGroup, shownCells)),
    );
  }
  const scores = tables.cells.flatMap((cell, at) => release(cell, cells.status[at] ?? null, at, { items, details }));
  const count = (status: string): number => scores.filter((score) => score.status === status).length;
  return {
    scores,
    audit: {
      cells: scores.length,
      published: count('published'),
      primary: count('primary'),
      secondary: count('secondary'),
      remainders: cells.remainders.length,
      spanTests: layers.tests,
    },
  };
}

interface Shown {
  readonly items: ReadonlyMap<string, ReadonlySet<number>>;
  readonly details: ReadonlyMap<string, ReadonlySet<number>>;
}

/** The first of the two places where a ReleasedScore comes into being. */
function release(
  cell: ScoredCell,
  status: ReleasedScoreFields['status'] | null,
  at: number,
  shown: Shown,
): ReleasedScore[] {
  if (status === null) return [];
  const { table, key } = cell;
  const hidden = { table, key, status, n: null, items: [], categories: {}, overall: null, choices: [] };
  if (status !== 'published') return [hidden satisfies ReleasedScoreFields as ReleasedScoreFields as ReleasedScore];
  const items = cell.items
    .filter(({ item }) => shown.items.get(item)?.has(at))
    .map(({ item, n, sum, counts }): ReleasedItem =>
      shown.details.get(item)?.has(at) ? { item, n, sum, counts } : { item, n, sum },
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
    choices: cell.choices.filter(({ question }) => shown.details.get(question)?.has(at)),
  };
  return [fields as ReleasedScore];
}

function publishedOf({ status }: SuppressionPattern): ReadonlySet<number> {
  return new Set(status.flatMap((each, at) => (each === 'published' ? [at] : [])));
}

/** Solves and audits one layer after the other; layers with the same counts are solved once. */
class Layers {
  tests = 0;
  private readonly solved = new Map<string, SuppressionPattern>();
  private readonly cells: readonly (readonly number[])[];

  constructor(private readonly tables: ScoredTables) {
    this.cells = tables.cells.map(({ inner }) => inner);
  }

  solve(
    name: string,
    countOf: (group: ScoredTables['innerGroups'][number]) => number,
    minGroup: number,
    allowed: ReadonlySet<number> | null,
  ): SuppressionPattern {
    const innerN = this.tables.innerGroups.map(countOf);
    const signature = `${minGroup}|${innerN.join()}|${allowed ? [...allowed].join() : ''}`;
    const known = this.solved.get(signature);
    if (known) return known;
    const { families } = this.tables;
    const pattern = suppress({ cells: this.cells, innerN, minGroup, families, ...(allowed ? { allowed } : {}) });
    this.audit(name, pattern, innerN, minGroup);
    this.solved.set(signature, pattern);
    return pattern;
  }

  private audit(
    name: string,
    { status, remainders }: SuppressionPattern,
    innerN: readonly number[],
    minGroup: number,
  ): void {
    const filled = (ones: readonly number[]): number[] => ones.filter((at) => (innerN[at] ?? 0) > 0);
    const size = (ones: readonly number[]): number => ones.reduce((sum, at) => sum + (innerN[at] ?? 0), 0);
    const small = this.cells.filter((ones) => size(ones) > 0 && size(ones) < minGroup);
    const found = derivable({
      width: innerN.length,
      published: this.cells.filter((_, at) => status[at] === 'published').map(filled),
      protected: [...small, ...remainders].map(filled),
    });
    this.tests += 1;
    if (found.length > 0)
      throw new Error(`disclosure audit: ${found.length} protected groups of "${name}" are derivable`);
  }
}
