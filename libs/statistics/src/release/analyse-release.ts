import {
  scoredItems,
  type CellAnalysis,
  type FigureAnalysis,
  type PopulationCount,
  type Release,
  type ReleaseAnalysis,
  type ReleasedScore,
  type WholeStatistics,
  favourableOptions,
  cellName,
} from '#survey-model';
import { meanInterval } from '../intervals/mean-interval.js';
import { shareInterval } from '../intervals/share-interval.js';
import type { Sample } from '../sample.js';
import { Comparisons, type FigureName } from './differences.js';
import { earlierWave, type EarlierRelease } from './earlier-wave.js';
import { FigureReader, type Figures } from './figures.js';
import { Population } from './population.js';
import { smallGroupEstimates } from './small-groups.js';

export interface AnalysisSource {
  readonly release: Release;
  readonly whole: WholeStatistics | null;
  readonly population: readonly PopulationCount[];
  /** Latest first; changes are measured against the first. */
  readonly earlier: readonly EarlierRelease[];
}

/**
 * Intervals, comparisons and estimates of every published cell, and earlier surveys beside it. Works on released scores alone, so it
 * gives nothing away: whatever it says, a reader of the release could work out.
 */
export function analyseRelease(source: AnalysisSource): ReleaseAnalysis {
  const { release, whole } = source;
  const waves = source.earlier.map((each) => earlierWave(release, each));
  const reader = new FigureReader(release.questionnaire, whole?.correlations ?? null);
  const analysis = new Analysis(source, reader);
  return { whole, cells: analysis.cells(waves[0]?.cells ?? []), waves };
}

type Compared = ReturnType<Comparisons['adjusted']>;

class Analysis {
  private readonly population: Population;
  private readonly published: readonly ReleasedScore[];
  private readonly favourable: ReadonlyMap<string, number>;

  constructor(
    private readonly source: AnalysisSource,
    private readonly reader: FigureReader,
  ) {
    const { release, population } = source;
    this.population = new Population(population, release.attributes);
    this.published = release.scores.filter(({ status }) => status === 'published');
    this.favourable = new Map(
      scoredItems(release.questionnaire).map(({ code, scale }) => [code, favourableOptions(scale)]),
    );
  }

  cells(previous: ReleaseAnalysis['waves'][number]['cells']): CellAnalysis[] {
    const before = new Map(previous.map((cell) => [cellName(cell.key), cell]));
    const [rest, change] = [new Comparisons(), new Comparisons()];
    const everybody = this.published.find(({ key }) => Object.keys(key).length === 0);
    for (const score of this.published) {
      const own = this.reader.read(score);
      const others =
        everybody && everybody !== score ? this.reader.read(complement(everybody, score, this.least)) : null;
      if (others) compareAll(rest, score, own, others);
      const earlier = before.get(cellName(score.key));
      if (earlier) compareAll(change, score, own, this.reader.read(earlier));
    }
    const [againstRest, againstBefore] = [rest.adjusted(), change.adjusted()];
    const estimates = smallGroupEstimates(this.source.release, this.reader);
    return this.published.map((score) => this.cell(score, againstRest, againstBefore, estimates.overall(score.key)));
  }

  private get least(): number {
    return this.source.release.detailMinGroup;
  }

  private cell(score: ReleasedScore, rest: Compared, previous: Compared, estimate: number | undefined): CellAnalysis {
    const { key } = score;
    const population = this.population.of(key);
    const own = this.reader.read(score);
    const figure = (name: FigureName, sample: Sample | null | undefined): FigureAnalysis => ({
      ...intervalOf(sample, population),
      ...optional('rest', rest(name)),
      ...optional('previous', previous(name)),
    });
    const { scoring } = this.source.release.questionnaire;
    const categories = scoring.categories.map(
      ({ key: code }) => [code, figure({ key, kind: 'category', code }, own.categories.get(code))] as const,
    );
    const items = score.items.map(({ item: code, counts, n }) => {
      const sample = own.items.get(code);
      const added = {
        ...figure({ key, kind: 'item', code }, sample),
        ...optional('deviation', sample && Math.sqrt(sample.variance)),
        ...optional('favourable', counts && this.favourableShare(code, counts, n, population)),
      };
      return [code, added] as const;
    });
    return {
      key,
      population,
      overall: { ...figure({ key, kind: 'overall', code: '' }, own.overall), ...optional('estimate', estimate) },
      categories: Object.fromEntries(categories),
      items: Object.fromEntries(items),
    };
  }

  private favourableShare(code: string, counts: readonly number[], n: number, population: number | null) {
    const top = counts.slice(-(this.favourable.get(code) ?? 0)).reduce((sum, count) => sum + count, 0);
    return shareInterval(top, n, population) ?? undefined;
  }
}

function intervalOf(sample: Sample | null | undefined, population: number | null): Pick<FigureAnalysis, 'interval'> {
  const interval = sample ? meanInterval(sample, population) : null;
  return interval ? { interval: { low: interval.low, high: interval.high } } : {};
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>;
}

/** Everybody but the people of a cell, item by item; only where enough are left for a distribution. */
function complement(whole: ReleasedScore, part: ReleasedScore, least: number): Pick<ReleasedScore, 'items'> {
  const own = new Map(part.items.map((item) => [item.item, item]));
  const items = whole.items.flatMap(({ item, n, sum, counts }) => {
    const taken = own.get(item);
    if (!counts || !taken?.counts || n - taken.n < least) return [];
    const left = counts.map((count, at) => count - (taken.counts?.[at] ?? 0));
    return [{ item, n: n - taken.n, sum: sum - taken.sum, counts: left }];
  });
  return { items };
}

function compareAll(comparisons: Comparisons, { key }: ReleasedScore, own: Figures, other: Figures): void {
  if (own.overall && other.overall) comparisons.add({ key, kind: 'overall', code: '' }, own.overall, other.overall);
  for (const [code, sample] of own.categories) {
    const against = other.categories.get(code);
    if (against) comparisons.add({ key, kind: 'category', code }, sample, against);
  }
  for (const [code, sample] of own.items) {
    const against = other.items.get(code);
    if (against) comparisons.add({ key, kind: 'item', code }, sample, against);
  }
}
