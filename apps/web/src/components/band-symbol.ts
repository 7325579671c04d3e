import type { Band } from '#survey-model';

/** One sign a band, so that no band is told by colour alone. */
export const BAND_SYMBOL: Readonly<Record<Band, string>> = { high: '▲', middle: '●', low: '▼' };
