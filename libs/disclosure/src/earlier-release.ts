import { cellName, type ReleasedScore, type ScoredTables } from '#survey-model';

/** The ledger of a survey in terms of the cells at hand: what has been decided, and what was shown of it. */
export interface EarlierRelease {
  /** Cells that were decided before, shown or hidden: they stay as they are. */
  readonly decided: ReadonlySet<number>;
  /** Those that were shown. */
  readonly cells: ReadonlySet<number>;
  /** Those of which the item was shown. */
  readonly items: (item: string) => ReadonlySet<number>;
  /** Those of which the distribution of the item, or the frequencies of the choice question, were shown. */
  readonly details: (question: string) => ReadonlySet<number>;
}

/** @throws RangeError when the tables lack a cell that was released before: the ledger must be weighed whole */
export function questionsShown(tables: ScoredTables, earlier: readonly ReleasedScore[]): EarlierRelease {
  const index = new Map(tables.cells.map(({ key }, at) => [cellName(key), at]));
  const [decided, cells] = [new Set<number>(), new Set<number>()];
  const items = new Map<string, Set<number>>();
  const details = new Map<string, Set<number>>();
  const note = (shown: Map<string, Set<number>>, question: string, at: number): void => {
    const known = shown.get(question);
    if (known) known.add(at);
    else shown.set(question, new Set([at]));
  };
  for (const score of earlier) {
    const at = index.get(cellName(score.key));
    if (at === undefined)
      throw new RangeError(`protect: the released cell ${cellName(score.key)} is not in the tables`);
    decided.add(at);
    if (score.status === 'published') cells.add(at);
    for (const { item, counts } of score.items) {
      note(items, item, at);
      if (counts) note(details, item, at);
    }
    for (const { question } of score.choices) note(details, question, at);
  }
  const none: ReadonlySet<number> = new Set();
  return {
    decided,
    cells,
    items: (item) => items.get(item) ?? none,
    details: (question) => details.get(question) ?? none,
  };
}
