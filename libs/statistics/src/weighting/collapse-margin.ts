/** People who share their categories in all margins. */
export interface RakingCell {
  readonly respondents: number;
  /** The category in each margin, in the margins' order. One that the margin does not list is a missing answer. */
  readonly margins: readonly string[];
}

/** 周辺分布: how many of the roster are in each category of one attribute; categories in their natural order. */
export interface RakingMargin {
  readonly name: string;
  readonly counts: ReadonlyMap<string, number>;
}

/** Neighbouring categories of a margin that were taken together. */
export interface CollapsedCategories {
  readonly margin: string;
  readonly categories: readonly string[];
}

/** Categories that are weighted as one. */
export interface CategoryGroup {
  readonly categories: readonly string[];
  readonly respondents: number;
  readonly population: number;
}

/**
 * Takes each category with under `least` respondents or people together with the next one of the margin (the last with the one before),
 * until none is left. A category with neither respondents nor people is dropped.
 * @param respondents by category
 * @param least at least 1: without respondents there is nobody to weight
 */
export function collapseMargin(
  margin: RakingMargin,
  respondents: ReadonlyMap<string, number>,
  least: number,
): CategoryGroup[] {
  const groups: CategoryGroup[] = [...margin.counts]
    .map(([category, population]) => ({
      categories: [category],
      respondents: respondents.get(category) ?? 0,
      population,
    }))
    .filter((group) => group.respondents > 0 || group.population > 0);
  const isSmall = (group: CategoryGroup) => group.respondents < least || group.population < least;
  for (let at = groups.findIndex(isSmall); at >= 0 && groups.length > 1; at = groups.findIndex(isSmall)) {
    const first = Math.min(at, groups.length - 2);
    const [a, b] = groups.slice(first, first + 2);
    if (a && b) groups.splice(first, 2, join(a, b));
  }
  return groups;
}

function join(a: CategoryGroup, b: CategoryGroup): CategoryGroup {
  return {
    categories: [...a.categories, ...b.categories],
    respondents: a.respondents + b.respondents,
    population: a.population + b.population,
  };
}
