/**
 * What drawing lots would achieve. The statistic of every way of linking is its number of right links. The hypothesis is that, within the
 * people and ballots that the attacker matched, the ballots stand in an order that is random and independent of the people.
 */

/**
 * How many links are right on average by lot: each person who is linked, and whose ballot is among those matched, hits it with a
 * probability of 1 / (number of ballots matched), wherever in the order they stand.
 *
 * @param people who are linked to a ballot
 * @param ballots all ballots matched, whether or not a person fell to them
 */
export function rightByLot(
  people: Iterable<string>,
  ballots: readonly string[],
  truth: ReadonlyMap<string, string>,
): number {
  const inside = setOf(ballots);
  let pairs = 0;
  for (const person of people) if (inside.has(truth.get(person) ?? '')) pairs += 1;
  return inside.size === 0 ? 0 : pairs / inside.size;
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Every order of ballots is held against every order of people. */
function setOf(ballots: readonly string[]): ReadonlySet<string> {
  const known = sets.get(ballots) ?? new Set(ballots);
  sets.set(ballots, known);
  return known;
}

/**
 * A limit to the probability that lots give `right` links or more, where they give `mean` on average. For matched sets drawn independently,
 * the j-th factorial moment E[X … (X-j+1)] is at most mean^j, because (p)_j / (b)_j ≤ (p / b)^j for p ≤ b; so by Markov
 * P(X ≥ right) ≤ mean^j / (right)_j for every j ≤ right, and the best j is taken. It is exact when two small sets are matched whole, where
 * a Poisson tail is too low: of two people both are right half the time, and Poisson says 0.26.
 */
export function tailByLot(mean: number, right: number): number {
  let limit = 1;
  for (let factor = right; factor >= 1 && factor > mean; factor -= 1) limit *= mean / factor;
  return limit;
}

/**
 * The smallest number of right links that lots reach with a probability of at most `alpha` divided by how many ways are tried (Bonferroni):
 * all ways together go wrong in at most one of 1 / alpha surveys.
 */
export function chanceBound(mean: number, ways: number, alpha = 1e-6): number {
  for (let right = 1; ; right += 1) if (tailByLot(mean, right) <= alpha / ways) return right;
}
