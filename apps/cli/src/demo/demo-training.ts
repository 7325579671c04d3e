import { DEFAULT_TARGET_RULE, isTarget } from '#survey-model';
import type { DemoCity, DemoPerson } from './demo-city.js';
import { Random } from './random.js';

export interface DemoCompletion {
  readonly staffNumber: string;
  readonly programme: string;
  readonly completedOn: string;
}

/** 令和7年度 as planned (100 promoters, 500 of all staff), 令和8年度 under way until October, among those who serve then. */
const YEARS = [
  { first: '2025-06-02', days: 280, promoters: 100, allStaff: 500 },
  { first: '2026-05-11', days: 165, promoters: 46, allStaff: 231 },
] as const;

/**
 * A person becomes a promoter once; the all-staff programme counts once a fiscal year. 土木部 lags behind. Some of the first year's have
 * left since.
 * @param cities as they are in each of the two years
 */
export function demoCompletions(cities: readonly [DemoCity, DemoCity], seed = 500): DemoCompletion[] {
  const random = new Random(seed);
  const completions: DemoCompletion[] = [];
  const promoters = new Set<string>();
  for (const [at, { first, days, promoters: count, allStaff }] of YEARS.entries()) {
    const staff = (cities[at]?.staff ?? []).filter(
      (person) => isTarget({ ...person, status: 'active' }, DEFAULT_TARGET_RULE) && person.status === '在職',
    );
    const willing = random.shuffle(staff.filter((person) => isWilling(random, person)));
    const add = (programme: string) => (person: DemoPerson) => {
      completions.push({
        staffNumber: person.staffNumber,
        programme,
        completedOn: dayAfter(first, random.between(0, days)),
      });
    };
    const chosen = willing.filter(({ staffNumber }) => !promoters.has(staffNumber)).slice(0, count);
    chosen.forEach(add('DX推進員'));
    for (const { staffNumber } of chosen) promoters.add(staffNumber);
    random.shuffle(staff).slice(0, allStaff).forEach(add('全職員'));
  }
  return completions.sort((a, b) => a.completedOn.localeCompare(b.completedOn));
}

function isWilling(random: Random, { position, department }: DemoPerson): boolean {
  if (!['課長級', '主幹級・主査級', '主事級'].includes(position)) return false;
  return department.bureau !== '土木部' || random.next() < 0.15;
}

function dayAfter(first: string, days: number): string {
  return new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
