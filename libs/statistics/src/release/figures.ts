import {
  rational,
  scoredItems,
  shownMean,
  type Category,
  type Questionnaire,
  type Rational,
  type ReleasedItem,
  type Scale,
} from '#survey-model';
import { sampleOfCounts, type Sample } from '../sample.js';

/** What figures are read from: a released score, or what an earlier release adds up to. */
export interface FigureSource {
  readonly items: readonly ReleasedItem[];
}

export interface Figures {
  readonly overall: Sample | null;
  readonly categories: ReadonlyMap<string, Sample>;
  readonly items: ReadonlyMap<string, Sample>;
}

/** Reads n, mean and variance of every figure of a cell off its released distributions. */
export class FigureReader {
  private readonly order: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, Scale>;

  /** @param correlations of the scored items in the whole organisation; without them combined figures have no variance */
  constructor(
    readonly questionnaire: Questionnaire,
    private readonly correlations: readonly (readonly number[])[] | null,
  ) {
    this.order = new Map(questionnaire.scoring.items.map((code, at) => [code, at]));
    this.scales = new Map(scoredItems(questionnaire).map(({ code, scale }) => [code, scale]));
  }

  read(source: FigureSource): Figures {
    const items = new Map(
      source.items.flatMap(({ item, counts }): [string, Sample][] => {
        const scale = this.scales.get(item);
        return counts && scale ? [[item, sampleOfCounts(counts, scale.min)]] : [];
      }),
    );
    const { categories, items: codes } = this.questionnaire.scoring;
    return {
      overall: this.combine(items, codes),
      categories: new Map(
        categories.flatMap(({ key, items: own }: Category): [string, Sample][] => {
          const sample = this.combine(items, own);
          return sample ? [[key, sample]] : [];
        }),
      ),
      items,
    };
  }

  /**
   * The plain mean of several items' means as a sample: Var = (1/m²) Σᵢ Σⱼ sᵢ sⱼ rᵢⱼ with the cell's own standard deviations and the whole
   * organisation's correlations, n the smallest of the items'. What a person's items have in common is thus never released by group.
   */
  private combine(items: ReadonlyMap<string, Sample>, codes: readonly string[]): Sample | null {
    const samples = codes.map((code) => items.get(code));
    const [only] = samples;
    if (codes.length === 1) return only ?? null;
    const known = samples.filter((sample) => sample !== undefined);
    if (known.length < codes.length || known.length === 0 || !this.correlations) return null;
    const places = codes.map((code) => this.order.get(code) ?? -1);
    let variance = 0;
    known.forEach((a, i) =>
      known.forEach((b, j) => {
        const r = this.correlations?.[places[i] ?? -1]?.[places[j] ?? -1] ?? NaN;
        variance += Math.sqrt(a.variance * b.variance) * (i === j ? 1 : r);
      }),
    );
    const m = known.length;
    return {
      n: Math.min(...known.map(({ n }) => n)),
      mean: known.reduce((sum, { mean }) => sum + mean, 0) / m,
      variance: Math.max(0, variance) / (m * m),
    };
  }

  /** Whether an item's mean may be shown as a number, or only as a range such as 「4.8以上」. */
  isExact(item: ReleasedItem, detailMinGroup: number): boolean {
    const scale = this.scales.get(item.item);
    return scale !== undefined && item.n > 0 && shownMean(item, scale, detailMinGroup).kind === 'exact';
  }
}

export function meanOf({ n, sum }: Pick<ReleasedItem, 'n' | 'sum'>): Rational {
  return rational(sum, n);
}
