/** Excel's limit for one cell. */
const MAX_LENGTH = 32_767;

/**
 * Text from outside (labels, wording, names) as it may stand in a cell: without control characters and half surrogate pairs, which
 * XML cannot hold, with Excel's own `_x0041_` escapes made literal, and within Excel's length.
 *
 * It stays text: cells written with `putText` are typed strings, so a value such as `=1+1` is never stored as a formula.
 */
export function safeText(value: string): string {
  const clean = value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\t\n]|[\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : clean;
}

/** Whether a spreadsheet would read the text as a formula if somebody typed it. */
export function looksLikeFormula(text: string): boolean {
  return /^[\s'"]*[=+\-@＝＋－＠]/.test(text);
}
