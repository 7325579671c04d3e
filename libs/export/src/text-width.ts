/** Characters that East Asian fonts draw a full em wide (Unicode East_Asian_Width W, F and the ambiguous signs used here). */
const FULL_WIDTH =
  /[\u{1100}-\u{115F}\u{2010}-\u{2027}\u{2030}-\u{203B}\u{2190}-\u{21FF}\u{2460}-\u{27BF}\u{2E80}-\u{A4CF}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE6F}\u{FF01}-\u{FF60}\u{FFE0}-\u{FFE6}\u{1F000}-\u{3FFFD}]/u;

/** Width in half-width characters, the unit of Excel's column widths: 「職員 A」 is 6. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += FULL_WIDTH.test(character) ? 2 : 1;
  return width;
}

/** At 10 points a full-width character is 13.3 pixels wide and a unit of column width 7 pixels, hence a little under 2. */
const UNITS_PER_HALF_WIDTH = 0.96;

/** Lines that 10-point text wrapped in a column of `columnWidth` takes; at least 1. */
export function wrappedLines(text: string, columnWidth: number): number {
  const usable = Math.max(2, columnWidth - 1) / UNITS_PER_HALF_WIDTH;
  return text
    .split('\n')
    .reduce((lines, paragraph) => lines + Math.max(1, Math.ceil(textWidth(paragraph) / usable)), 0);
}
