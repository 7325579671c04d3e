import {
  exactMean,
  favourableOptions,
  meanOfShown,
  rational,
  scoredItems,
  shownMean,
  type Category,
  type EarlierCell,
  type Questionnaire,
  type Rational,
  type Release,
  type ReleasedItem,
  type ReleasedScore,
  type Scale,
  type ShownMean,
} from '#survey-model';

/** One line of a score table. */
export type ScoreLine =
  | { readonly kind: 'overall'; readonly text: string }
  | { readonly kind: 'category'; readonly text: string; readonly category: Category }
  | {
      readonly kind: 'item';
      readonly text: string;
      readonly code: string;
      readonly number: number;
      readonly scale: Scale;
    };

export type ItemLine = Extract<ScoreLine, { kind: 'item' }>;

/** What one cell says on one line. `n` is null on category lines: a category has no respondents of its own. */
export interface ScoreFigure {
  readonly mean: ShownMean;
  readonly n: number | null;
}

/** The scored items in the questionnaire's order, numbered from 1. */
export function itemLines(questionnaire: Questionnaire): ItemLine[] {
  return scoredItems(questionnaire).map((question, index) => ({
    kind: 'item',
    text: question.text,
    code: question.code,
    number: index + 1,
    scale: question.scale,
  }));
}

/** Overall first, then each category with its items, then items that belong to none. An item in two categories stands in the first. */
export function scoreLines(questionnaire: Questionnaire): ScoreLine[] {
  const left = new Map(itemLines(questionnaire).map((line) => [line.code, line]));
  const lines: ScoreLine[] = [{ kind: 'overall', text: '総合スコア' }];
  for (const category of questionnaire.scoring.categories) {
    lines.push({ kind: 'category', text: category.name, category });
    for (const code of category.items) {
      const line = left.get(code);
      if (line && left.delete(code)) lines.push(line);
    }
  }
  return [...lines, ...left.values()];
}

/** What figures are read from: a released score, or what an earlier release adds up to. */
type Source = ReleasedScore | EarlierCell;
/** The items, and from how many answers on the survey that they are of shows distributions. */
export type Rules = Pick<Release, 'questionnaire' | 'detailMinGroup'>;

/** The figure of one line in one published cell; null where it may not be shown. */
export function figureOf(score: Source | null, line: ScoreLine, release: Rules): ScoreFigure | null {
  if (!score) return null;
  if (line.kind === 'item') {
    const item = releasedItem(score, line.code);
    return item ? { mean: shownMean(item, line.scale, release.detailMinGroup), n: item.n } : null;
  }
  const exact = line.kind === 'overall' ? score.overall : (score.categories[line.category.key] ?? null);
  const codes = line.kind === 'overall' ? release.questionnaire.scoring.items : line.category.items;
  if (!exact) return null;
  return { mean: combined(score, codes, exact, release), n: line.kind === 'overall' ? score.n : null };
}

/** Share of the favourable options, or null where the distribution may not be shown. */
export function favourableShare(item: ReleasedItem | null, scale: Scale): Rational | null {
  if (!item?.counts || item.n === 0) return null;
  const favourable = item.counts.slice(-favourableOptions(scale)).reduce((sum, count) => sum + count, 0);
  return rational(favourable, item.n);
}

export function releasedItem(score: Source | null, code: string): ReleasedItem | null {
  return score?.items.find((item) => item.item === code && item.n > 0) ?? null;
}

/** The released mean where all its items are shown exactly, else the range that follows from what is shown of them. */
function combined(score: Source, codes: readonly string[], exact: Rational, release: Rules): ShownMean {
  const shown = itemLines(release.questionnaire)
    .filter((line) => codes.includes(line.code))
    .flatMap((line) => figureOf(score, line, release)?.mean ?? []);
  return shown.every((mean) => mean.kind === 'exact') ? exactMean(exact) : meanOfShown(shown);
}
