import { favourableCount } from '#scoring';
import { rational, roundHalfUp, scoredItems, WITHHELD, type ReleasedScore, type Scale } from '#survey-model';
import type { ScoredFile } from './score-table.js';

/** People whose attribute is blank in the file. */
export const BLANK_LABEL = '(空欄)';

interface ItemJson {
  readonly n: number;
  readonly mean: number;
  /** Absent under 10 answers, and where it would give such a group away. */
  readonly favourablePercent?: number;
}

export type CellJson =
  | { readonly n: number; readonly items: Readonly<Record<string, ItemJson>>; readonly overall: number | null }
  | { readonly suppressed: 'primary' | 'secondary' };

export interface ScoreJson {
  readonly overall: CellJson;
  readonly by: Readonly<Record<string, Readonly<Record<string, CellJson>>>>;
}

/** The shape that `nobinobi score --json` promises: means to 2 decimals, shares to 1, half up. */
export function scoreJson(file: ScoredFile): ScoreJson {
  const scales = new Map(scoredItems(file.questionnaire).map(({ code, scale }) => [code, scale]));
  const whole = file.scores.find(({ key }) => Object.keys(key).length === 0);
  return {
    overall: whole ? cellJson(whole, scales) : { n: 0, items: {}, overall: null },
    by: Object.fromEntries(
      file.by.map((name) => [
        name,
        Object.fromEntries(
          cellsOf(file, name).map((score) => [valueLabel(score.key[name] ?? WITHHELD), cellJson(score, scales)]),
        ),
      ]),
    ),
  };
}

/** Cells of one attribute alone. */
export function cellsOf(file: ScoredFile, name: string): ReleasedScore[] {
  return file.scores.filter(({ key }) => Object.keys(key).length === 1 && key[name] !== undefined);
}

export function valueLabel(value: string): string {
  return value === WITHHELD ? BLANK_LABEL : value;
}

function cellJson(score: ReleasedScore, scales: ReadonlyMap<string, Scale>): CellJson {
  if (score.status !== 'published' || score.n === null)
    return { suppressed: score.status === 'primary' ? 'primary' : 'secondary' };
  const items = score.items.map(({ item, n, sum, counts }): [string, ItemJson] => {
    const scale = scales.get(item);
    const mean = roundHalfUp(rational(sum, n), 2);
    if (!counts || !scale) return [item, { n, mean }];
    return [item, { n, mean, favourablePercent: roundHalfUp(rational(100 * favourableCount(counts, scale), n), 1) }];
  });
  return { n: score.n, items: Object.fromEntries(items), overall: score.overall && roundHalfUp(score.overall, 2) };
}
