/** Above this the estimate is too sure of itself to be said in whole percent; likewise below. */
const SURE = 0.99;
const HOPELESS = 0.01;

export interface ProbabilityWords {
  readonly about: (percent: number) => string;
  readonly atLeast: string;
  readonly under: string;
}

/** A simulated probability (0 to 1) in whole percent, never as certain: 99%以上, 約73%, 1%未満. */
export function probabilityText(probability: number, words: ProbabilityWords): string {
  if (probability >= SURE) return words.atLeast;
  if (probability < HOPELESS) return words.under;
  return words.about(Math.round(probability * 100));
}
