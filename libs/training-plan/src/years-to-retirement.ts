import { ageOn } from '#survey-model';

/**
 * Age of retirement (定年) of general staff by fiscal year: raised from 60 to 65 by one year every second fiscal year
 * (国家公務員法 as amended in 2021, by which local governments set theirs: 地方公務員法 第28条の6).
 */
export function retirementAgeIn(fiscalYear: number): number {
  return Math.min(65, Math.max(60, 61 + Math.floor((fiscalYear - 2023) / 2)));
}

/**
 * Full years from the end of a fiscal year until somebody retires: on the first 31 March on which the age of retirement of that fiscal
 * year has been reached. 0: at the end of this very year, or already past it (再任用).
 *
 * Age is reached on the eve of the birthday (年齢計算ニ関する法律), so that whoever is born on 1 April reaches it on 31 March. Of an age
 * without a birth date nothing is known but that it was so at import; it is taken as the age at the end of the year.
 * @returns null when neither is known
 */
export function yearsToRetirement(
  { birthDate, age }: { readonly birthDate: string | null; readonly age: number | null },
  fiscalYear: number,
): number | null {
  const reached = birthDate === null ? age : ageOn(birthDate, `${fiscalYear + 1}-04-01`);
  if (reached === null) return null;
  let years = 0;
  while (reached + years < retirementAgeIn(fiscalYear + years)) years += 1;
  return years;
}
