/**
 * Kish's design effect of weighting (デザイン効果): n·Σw²/(Σw)² = 1 + cv², what unequal weights make of the variance of a mean. The
 * weighted figures are worth n/effect plain answers.
 *
 * Source: Kish, Survey Sampling 1965, section 11.7. Holds where weights have nothing to do with the answers; errs upwards otherwise.
 * @param weights of each cell
 * @param respondents how many people have that weight
 * @returns 1 when nobody answered
 */
export function designEffect(weights: readonly number[], respondents: readonly number[]): number {
  let [n, sum, squares] = [0, 0, 0];
  weights.forEach((weight, at) => {
    const people = respondents[at] ?? 0;
    n += people;
    sum += people * weight;
    squares += people * weight * weight;
  });
  return n === 0 ? 1 : (n * squares) / (sum * sum);
}
