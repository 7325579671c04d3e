import type { Scale } from '#survey-model';

export type HeatStep = -3 | -2 | -1 | 0 | 1 | 2 | 3;

/** Distances from the norm at which the colour changes, in fortieths of the scale: 0.1, 0.4 and 0.8 on a scale from 1 to 5. */
const STEPS = [1, 4, 8] as const;

/** The middle of the colours: the questionnaire's norm, or the middle of the scale where it has none. */
export function heatMiddle(scale: Scale, norm: number | null): number {
  return norm ?? (scale.min + scale.max) / 2;
}

/**
 * The fixed diverging scale of every heat table: how far a mean lies from the norm, from -3 (far below) to 3 (far above). It does
 * not depend on the other cells, so colours mean the same in every table and every year.
 */
export function heatStep(mean: number, scale: Scale, norm: number | null): HeatStep {
  const distance = thousandths(mean - heatMiddle(scale, norm));
  const unit = thousandths(scale.max - scale.min) / 40;
  const reached = STEPS.filter((step) => Math.abs(distance) >= step * unit).length;
  return (distance < 0 && reached > 0 ? -reached : reached) as HeatStep;
}

export interface HeatClass {
  readonly step: HeatStep;
  /** null where the class has no such limit. */
  readonly from: string | null;
  readonly to: string | null;
}

/** The seven classes with their limits, for the legend. */
export function heatClasses(scale: Scale, norm: number | null): HeatClass[] {
  const unit = (scale.max - scale.min) / 40;
  const middle = heatMiddle(scale, norm);
  const values = [-8, -4, -1, 1, 4, 8].map((step) => thousandths(middle + step * unit) / 1000);
  const digits = Math.max(...values.map((value) => String(value).split('.')[1]?.length ?? 0));
  const limits = values.map((value) => value.toFixed(digits));
  const steps: readonly HeatStep[] = [-3, -2, -1, 0, 1, 2, 3];
  return steps.map((step, index) => ({ step, from: limits[index - 1] ?? null, to: limits[index] ?? null }));
}

/** Means have two decimals: whole thousandths take the binary noise off their differences. */
function thousandths(value: number): number {
  return Math.round(value * 1000);
}
