import { ageOn } from '#survey-model';
import { personName } from './city-names.js';
import { statusOf, type DemoDepartment, type DemoPerson } from './demo-city.js';
import { DEMO_SIGN_INS } from './demo-sign-ins.js';
import type { Random } from './random.js';

/** The day of the reorganisation, from which the second roster holds. */
export const TURNOVER_DAY = '2026-04-01';

/** The printed sign-ins go on working. */
export const isFixture = ({ staffNumber }: DemoPerson): boolean =>
  DEMO_SIGN_INS.some(({ login }) => login === staffNumber);

/** Whether somebody has left by the second wave: for age, at the end of a year's contract, or otherwise. About 8% do. */
export function hasLeft(random: Random, person: DemoPerson): boolean {
  const draw = random.next();
  if (isFixture(person)) return false;
  const age = ageOn(person.birthDate, TURNOVER_DAY);
  if (person.employmentType === '正規' && age >= 62) return true;
  if (person.employmentType === '再任用') return age >= 66;
  return draw < (person.employmentType === '会計年度任用' ? 0.1 : 0.035);
}

/** Two years later: some are promoted, leave ends and begins. Leaders stay what they are. */
export function twoYearsOn(random: Random, person: DemoPerson): DemoPerson {
  const age = ageOn(person.birthDate, TURNOVER_DAY);
  const status = statusOf(random, age, person.isHead ? 'manager' : 'member');
  const promoted = random.next() < 0.25;
  if (isFixture(person) || person.isHead) return person;
  if (person.position === '主事級' && age >= 32 && promoted)
    return { ...person, status, position: '主幹級・主査級', grade: 3 };
  return { ...person, status };
}

/** A new colleague in the place of a member who left. */
export function newHire(random: Random, number: number, leaver: DemoPerson, department: DemoDepartment): DemoPerson {
  const contract = leaver.employmentType === '会計年度任用';
  const midCareer = !contract && random.next() < 0.2;
  const age = contract ? random.between(22, 60) : midCareer ? random.between(33, 45) : random.between(18, 27);
  return {
    staffNumber: String(100000 + number),
    ...personName(random),
    department,
    position: contract ? '会計年度任用職員' : midCareer ? '主幹級・主査級' : '主事級',
    grade: contract ? null : midCareer ? 3 : 1,
    jobType: leaver.jobType === '技能労務職' ? '事務職' : leaver.jobType,
    employmentType: contract ? '会計年度任用' : '正規',
    birthDate: `${2025 - age}-${two(random.between(4, 12))}-${two(random.between(1, 28))}`,
    hireDate: `${random.pick([2025, 2026])}-04-01`,
    status: '在職',
    isHead: false,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
