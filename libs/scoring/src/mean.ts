import { meanOfRationals, rational, type Category, type ItemTally, type Rational } from '#survey-model';

/** Mean of one item over those who answered it, exact. null when nobody did. */
export function itemMean(tally: Pick<ItemTally, 'n' | 'sum'>): Rational | null {
  return tally.n === 0 ? null : rational(tally.sum, tally.n);
}

/**
 * 区分: the plain mean of its items' means, never of respondents' means (DESIGN.md section 5, rule 2).
 * null when one of the items has no answer.
 */
export function categoryMean(category: Pick<Category, 'items'>, tallies: readonly ItemTally[]): Rational | null {
  const means = category.items.map((code) => {
    const tally = tallies.find(({ item }) => item === code);
    return tally ? itemMean(tally) : null;
  });
  return plainMean(means);
}

/** 総合: the plain mean of all scored items' means, not of the categories'. null when one of the items has no answer. */
export function overallMean(tallies: readonly ItemTally[]): Rational | null {
  return plainMean(tallies.map(itemMean));
}

function plainMean(means: readonly (Rational | null)[]): Rational | null {
  const known = means.filter((mean) => mean !== null);
  return known.length === 0 || known.length < means.length ? null : meanOfRationals(known);
}
