/**
 * Weights of mean 1 with none above the cap: what exceeds it is spread over the others in proportion, again and again until nobody
 * exceeds it. The nearest such weights in the sense of Kullback and Leibler.
 * @param cap above 1, so that there always are others
 */
export function trimWeights(weights: readonly number[], respondents: readonly number[], cap: number): number[] {
  const n = respondents.reduce((sum, people) => sum + people, 0);
  let trimmed = [...weights];
  for (;;) {
    let [atCap, below] = [0, 0];
    trimmed.forEach((weight, at) => {
      const people = respondents[at] ?? 0;
      if (weight >= cap) atCap += people;
      else below += people * weight;
    });
    const factor = below > 0 ? (n - cap * atCap) / below : 1;
    trimmed = trimmed.map((weight) => (weight >= cap ? cap : weight * factor));
    if (trimmed.every((weight) => weight <= cap)) return trimmed;
  }
}
