import { addDays, DEFAULT_TARGET_RULE, isTarget } from '#survey-model';
import { isFixture } from './city-turnover.js';
import type { DemoCity, DemoPerson } from './demo-city.js';
import { DEMO_SESSIONS, type DemoSessionPlan } from './demo-courses.js';
import { Random } from './random.js';

export interface DemoCompletion {
  readonly staffNumber: string;
  readonly programme: string;
  readonly completedOn: string;
}

/** A session and whom HR nominates for it, in order; those beyond the capacity wait. */
export interface DemoSession {
  readonly plan: DemoSessionPlan;
  readonly staffNumbers: readonly string[];
}

export interface DemoTraining {
  /** 令和7年度, before the city had the system: a list from HR's spreadsheet. */
  readonly completions: readonly DemoCompletion[];
  /** 令和8年度. */
  readonly sessions: readonly DemoSession[];
  /** Staff who did the e-learning in 令和8年度, with the day, in the order of days. */
  readonly learners: readonly { readonly staffNumber: string; readonly day: string }[];
}

/** 令和7年度 went as planned. */
const FIRST_YEAR = { first: '2025-06-02', days: 280, promoters: 100, allStaff: 500 } as const;
/** The e-learning of 令和8年度: open from May, this many by mid November. */
const LEARNING = { first: '2026-05-11', days: 190, people: 243 } as const;

/**
 * Who trains when. A person becomes a promoter once; the all-staff programme counts once a fiscal year. 土木部 lags behind, and some of
 * the first year's have left since. Those whose sign-ins are printed are left out.
 * @param before the city as it was in 令和7年度
 * @param after the city as it is since the reorganisation
 */
export function demoTraining(before: DemoCity, after: DemoCity, seed = 500): DemoTraining {
  const random = new Random(seed);
  const earlier = trainable(before);
  const first = random.shuffle(earlier.filter((person) => isWilling(random, person))).slice(0, FIRST_YEAR.promoters);
  const day = (): string => addDays(FIRST_YEAR.first, random.between(0, FIRST_YEAR.days));
  const completions = [
    ...first.map((person) => completion(person, 'DX推進員', day())),
    ...random
      .shuffle(earlier)
      .slice(0, FIRST_YEAR.allStaff)
      .map((person) => completion(person, '全職員', day())),
  ].sort((a, b) => a.completedOn.localeCompare(b.completedOn));
  const trained = new Set(first.map(({ staffNumber }) => staffNumber));
  const serving = trainable(after);
  return { completions, sessions: sessionsOf(random, serving, trained), learners: learnersOf(random, serving) };
}

function trainable(city: DemoCity): DemoPerson[] {
  return city.staff.filter(
    (person) =>
      isTarget({ ...person, status: 'active' }, DEFAULT_TARGET_RULE) && person.status === '在職' && !isFixture(person),
  );
}

/** Everybody is nominated for one session at most. */
function sessionsOf(random: Random, staff: readonly DemoPerson[], trained: ReadonlySet<string>): DemoSession[] {
  const willing = staff.filter((person) => !trained.has(person.staffNumber) && isWilling(random, person));
  const waiting: Readonly<Record<string, DemoPerson[]>> = {
    'dx-promoter-training': random.shuffle(willing),
    'dx-for-managers': random.shuffle(staff.filter(({ position }) => MANAGERS.includes(position))),
    'first-year-tools': staff.filter(({ hireDate }) => hireDate >= '2026-04-01'),
  };
  return DEMO_SESSIONS.map((plan) => ({
    plan,
    staffNumbers: (waiting[plan.courseKey] ?? []).splice(0, plan.nominated).map(({ staffNumber }) => staffNumber),
  }));
}

function learnersOf(random: Random, staff: readonly DemoPerson[]): DemoTraining['learners'] {
  return random
    .shuffle(staff.filter(({ position }) => !MANAGERS.includes(position)))
    .slice(0, LEARNING.people)
    .map(({ staffNumber }) => ({ staffNumber, day: addDays(LEARNING.first, random.between(0, LEARNING.days)) }))
    .sort((a, b) => a.day.localeCompare(b.day));
}

const MANAGERS = ['部長級', '次長級', '課長級'];

function isWilling(random: Random, { position, department }: DemoPerson): boolean {
  if (!['課長級', '主幹級・主査級', '主事級'].includes(position)) return false;
  return department.bureau !== '土木部' || random.next() < 0.15;
}

function completion({ staffNumber }: DemoPerson, programme: string, completedOn: string): DemoCompletion {
  return { staffNumber, programme, completedOn };
}
