import { DEFAULT_TARGET_RULE, isTarget } from '#survey-model';
import type { DemoCity, DemoPerson } from './demo-city.js';
import { Random } from './random.js';

export interface DemoCompletion {
  readonly staffNumber: string;
  readonly programme: string;
  readonly completedOn: string;
}

/** 令和7年度 as planned (100 promoters, 500 of all staff), 令和8年度 under way until October. */
const YEARS = [
  { first: '2025-06-02', days: 280, promoters: 100, allStaff: 500 },
  { first: '2026-05-11', days: 165, promoters: 46, allStaff: 231 },
] as const;

/** A person becomes a promoter once; the all-staff programme counts once a fiscal year. 土木部 lags behind. */
export function demoCompletions(city: DemoCity, seed = 500): DemoCompletion[] {
  const random = new Random(seed);
  const staff = city.staff.filter(
    (person) => isTarget({ ...person, status: 'active' }, DEFAULT_TARGET_RULE) && person.status === '在職',
  );
  const willing = random.shuffle(
    staff.filter((person) => isCandidate(person) && (person.department.bureau !== '土木部' || random.next() < 0.15)),
  );
  const completions: DemoCompletion[] = [];
  let promoters = 0;
  for (const { first, days, promoters: count, allStaff } of YEARS) {
    const add = (programme: string) => (person: DemoPerson) => {
      completions.push({
        staffNumber: person.staffNumber,
        programme,
        completedOn: dayAfter(first, random.between(0, days)),
      });
    };
    willing.slice(promoters, promoters + count).forEach(add('DX推進員'));
    promoters += count;
    random.shuffle(staff).slice(0, allStaff).forEach(add('全職員'));
  }
  return completions.sort((a, b) => a.completedOn.localeCompare(b.completedOn));
}

function isCandidate({ position }: DemoPerson): boolean {
  return ['課長級', '主幹級・主査級', '主事級'].includes(position);
}

function dayAfter(first: string, days: number): string {
  return new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
