import { favourableOptions, type Scale } from '#survey-model';

/** 肯定的回答: how many chose one of the top options (two of four or more, one of two or three). `counts` run from scale.min up. */
export function favourableCount(counts: readonly number[], scale: Scale): number {
  return counts.slice(-favourableOptions(scale)).reduce((sum, count) => sum + count, 0);
}
