import { formatPercent, type Scale } from '#survey-model';

export interface DistributionShare {
  /** The option's number on the scale. */
  readonly option: number;
  readonly label: string;
  readonly count: number;
  /** Percent to one decimal, half up. */
  readonly percent: string;
}

/** The answers by option from the scale's minimum up. Nobody answered: no shares. */
export function distribution(counts: readonly number[], scale: Scale): DistributionShare[] {
  const n = counts.reduce((total, count) => total + count, 0);
  if (n === 0) return [];
  return counts.map((count, index) => ({
    option: scale.min + index,
    label: scale.labels?.[index] ?? String(scale.min + index),
    count,
    percent: formatPercent(count, n),
  }));
}
