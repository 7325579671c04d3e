import {
  cellName,
  isComparable,
  meanOfRationals,
  parentsOf,
  scoredItems,
  WITHHELD,
  type CellKey,
  type DepartmentLineage,
  type EarlierCell,
  type EarlierStatus,
  type EarlierWave,
  type Rational,
  type Release,
  type ReleasedItem,
  type ReleasedScore,
} from '#survey-model';
import { meanOf } from './figures.js';

/** An earlier release, and where each department of this survey comes from, seen from it. */
export interface EarlierRelease {
  readonly release: Release;
  readonly lineage: readonly DepartmentLineage[];
}

/**
 * An earlier release in terms of a later survey's departments. A unit's earlier figures are sums of published cells of the units that
 * passed into it wholly, so they tell nothing that was not public. Only items on the same scale in both surveys are taken over.
 */
export function earlierWave(current: Release, { release, lineage }: EarlierRelease): EarlierWave {
  const recast = new Recast(current, release, lineage);
  return {
    surveyId: release.surveyId,
    title: release.title,
    fiscalYear: release.fiscalYear,
    answered: release.answered,
    invited: release.invited,
    detailMinGroup: release.detailMinGroup,
    cells: current.scores.map(({ key }) => recast.cell(key)),
  };
}

class Recast {
  private readonly scores: ReadonlyMap<string, ReleasedScore>;
  private readonly lineage: ReadonlyMap<string, DepartmentLineage>;
  private readonly parents: ReadonlyMap<string, string>;
  private readonly items: ReadonlySet<string>;

  constructor(
    private readonly current: Release,
    private readonly earlier: Release,
    lineage: readonly DepartmentLineage[],
  ) {
    this.scores = new Map(earlier.scores.map((score) => [cellName(score.key), score]));
    this.lineage = new Map(lineage.map((each) => [each.department, each]));
    const departments = earlier.attributes.find(({ key }) => key === 'department');
    this.parents = departments ? parentsOf(departments) : new Map<string, string>();
    this.items = sharedItems(current, earlier);
  }

  cell(key: CellKey): EarlierCell {
    const { department, ...rest } = key;
    if (!this.isKnown(rest)) return empty(key, 'none');
    if (department === undefined) return this.sum(key, [key]);
    const line = this.lineage.get(department);
    if (!line || line.sources.length === 0) return empty(key, 'none');
    if (!isComparable(line)) return empty(key, 'not-comparable');
    const sources = new Set(line.sources);
    // The highest units only: whoever stands below is in their figures already.
    const highest = line.sources.filter((code) => !sources.has(this.parents.get(code) ?? ''));
    return this.sum(
      key,
      highest.map((code) => ({ ...rest, department: code })),
    );
  }

  private isKnown(key: CellKey): boolean {
    return Object.entries(key).every(([attribute, value]) =>
      this.earlier.attributes.some(
        (definition) =>
          definition.key === attribute && (value === WITHHELD || definition.values.some((each) => each.key === value)),
      ),
    );
  }

  private sum(key: CellKey, sources: readonly CellKey[]): EarlierCell {
    const found = sources.map((source) => this.scores.get(cellName(source)));
    const scores = found.filter((score) => score !== undefined);
    // A cell that is not in the release: nobody answered there, or the table has no such row; the two are not told apart.
    if (scores.length < found.length) return empty(key, scores.length === 0 ? 'none' : 'hidden');
    if (scores.some(({ status }) => status !== 'published')) return empty(key, 'hidden');
    const items = [...this.items].flatMap((item) => sumItem(item, scores));
    const { scoring } = this.current.questionnaire;
    const categories = scoring.categories.flatMap(({ key: category, items: codes }): [string, Rational][] => {
      const mean = combinedMean(items, codes);
      return mean ? [[category, mean]] : [];
    });
    return {
      key,
      status: 'shown',
      n: scores.reduce((total, { n }) => total + (n ?? 0), 0),
      items,
      categories: Object.fromEntries(categories),
      overall: combinedMean(items, scoring.items),
    };
  }
}

function sharedItems(a: Release, b: Release): Set<string> {
  const scales = new Map(scoredItems(b.questionnaire).map(({ code, scale }) => [code, scale]));
  const shared = scoredItems(a.questionnaire).filter(({ code, scale }) => {
    const other = scales.get(code);
    return other?.min === scale.min && other.max === scale.max;
  });
  return new Set(shared.map(({ code }) => code));
}

/** One item over several cells; nothing where one of them does not show it, and no distribution where one has none. */
function sumItem(item: string, scores: readonly ReleasedScore[]): ReleasedItem[] {
  const parts = scores.map((score) => score.items.find((each) => each.item === item));
  const shown = parts.filter((part) => part !== undefined);
  if (shown.length < parts.length) return [];
  const n = shown.reduce((total, part) => total + part.n, 0);
  const sum = shown.reduce((total, part) => total + part.sum, 0);
  const [first] = shown;
  if (!first?.counts || shown.some(({ counts }) => !counts)) return [{ item, n, sum }];
  const counts = first.counts.map((_, at) => shown.reduce((total, part) => total + (part.counts?.[at] ?? 0), 0));
  return [{ item, n, sum, counts }];
}

function combinedMean(items: readonly ReleasedItem[], codes: readonly string[]): Rational | null {
  const parts = codes.flatMap((code) => items.find(({ item, n }) => item === code && n > 0) ?? []);
  return parts.length < codes.length || parts.length === 0 ? null : meanOfRationals(parts.map(meanOf));
}

function empty(key: CellKey, status: EarlierStatus): EarlierCell {
  return { key, status, n: null, items: [], categories: {}, overall: null };
}
