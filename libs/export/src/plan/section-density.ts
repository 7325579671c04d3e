import { compareRational, rational, type SectionDensity } from '#survey-model';

/** A section with staff and nobody trained among them. */
export function isWithoutAnybody({ headcount, active }: SectionDensity): boolean {
  return headcount > 0 && active === 0;
}

/** Those with nobody first, then by how many of a hundred ascending, the larger section first among equals; empty sections last. */
export function sortedByDensity(sections: readonly SectionDensity[]): SectionDensity[] {
  return [...sections].sort((a, b) => {
    if (a.headcount === 0 || b.headcount === 0) return Number(a.headcount === 0) - Number(b.headcount === 0);
    return compareRational(densityOf(a), densityOf(b)) || b.headcount - a.headcount;
  });
}

function densityOf({ headcount, active }: SectionDensity): ReturnType<typeof rational> {
  return rational(active, headcount);
}
