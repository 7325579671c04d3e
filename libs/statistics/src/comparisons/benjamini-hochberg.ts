import padjust from '@stdlib/stats-padjust';

/**
 * p-values adjusted for looking at many cells at once (偽発見率): p₍ᵢ₎ · m/i, made monotone from the largest down, at most 1.
 * Calling everything at or under q a difference keeps the expected share of false ones under q.
 *
 * Source: Benjamini & Hochberg 1995, JRSSB 57:289; R `p.adjust(method = "BH")`.
 * @param ps raw p-values; null where no test could be made: it stays null and is not counted in m
 */
export function benjaminiHochberg(ps: readonly (number | null)[]): (number | null)[] {
  const known = ps.filter((p) => p !== null);
  const adjusted = known.length === 0 ? [] : padjust(known, 'bh');
  let next = 0;
  return ps.map((p) => (p === null ? null : (adjusted[next++] ?? null)));
}
