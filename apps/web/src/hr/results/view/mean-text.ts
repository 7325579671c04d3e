import type { Language } from '../../../language/language.js';

/** What a mean text of the api says: 「3.25」, 「4.80以上」, 「1.20以下」 or 「2.10〜2.30」. */
export interface ReadMean {
  readonly kind: 'exact' | 'at-least' | 'at-most' | 'between';
  readonly low: number;
  readonly high: number;
}

/** null for anything that is no mean text. */
export function readMean(text: string | null): ReadMean | null {
  const match = /^(-?\d+(?:\.\d+)?)(?:(以上)|(以下)|〜(-?\d+(?:\.\d+)?))?$/.exec(text ?? '');
  if (!match) return null;
  const low = Number(match[1]);
  const high = match[4] === undefined ? low : Number(match[4]);
  const kind = match[2] ? 'at-least' : match[3] ? 'at-most' : match[4] ? 'between' : 'exact';
  return { kind, low, high };
}

/** One number to draw a mean by: the value, the limit of an open range, the middle of a closed one. Never shown as a figure. */
export function drawnMean(text: string | null): number | null {
  const mean = readMean(text);
  return mean && (mean.low + mean.high) / 2;
}

/** The mean in the reader's language; the api writes Japanese. */
export function meanText(text: string, language: Language): string {
  const mean = readMean(text);
  if (language === 'ja' || mean === null || mean.kind === 'exact') return text;
  const figures = text.match(/-?\d+(?:\.\d+)?/g) ?? [];
  if (mean.kind === 'between') return figures.join('–');
  return `${mean.kind === 'at-least' ? '≥' : '≤'} ${figures.join('')}`;
}
