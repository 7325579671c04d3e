import { readFileSync } from 'node:fs';
import {
  choiceQuestions,
  DEFAULT_TARGET_RULE,
  formatHalfUp,
  isTarget,
  questionsOf,
  rational,
  type Answer,
  type BallotContent,
  type Questionnaire,
} from '#survey-model';
import { dataFile } from '../installation.js';
import type { DemoCity, DemoPerson } from './demo-city.js';
import { Random } from './random.js';

/** What a survey of the demo must come to: item means, two decimals, by question code. */
export interface WantedMeans {
  readonly answered: number;
  readonly means: Readonly<Record<string, string>>;
}

export interface DemoRespondent {
  readonly person: DemoPerson;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Attributes that the person prefers not to say. */
  readonly withheld: readonly (keyof BallotContent['attributes'])[];
}

/** 令和6年度: as published. */
export function publishedMeans(): WantedMeans {
  return readMeans('demo/published-means-2024.json');
}

/** 令和8年度: invented. Learning, tools and talks about growth fare better, praise and pride worse, the rest as before. */
export function inventedMeans(): WantedMeans {
  return readMeans('demo/invented-means-2026.json');
}

function readMeans(name: string): WantedMeans {
  return JSON.parse(readFileSync(dataFile(name), 'utf8')) as WantedMeans;
}

const COMMENTS = [
  '窓口の応援体制を曜日で見直してほしい。',
  '1on1の時間が取れるようになり、相談しやすくなった。',
  '会計年度任用職員も研修を受けられるようにしてほしい。',
  '紙の決裁がまだ多い。DXを進めるなら様式から変えてほしい。',
  '若手が意見を言える打合せがあるのはありがたい。',
  '異動の時期を早めに知らせてほしい。',
];

/** Bureau -> how its answers differ from everybody's, in points. */
export type BureauMoods = ReadonlyMap<string, number>;

export function bureauMoods(city: DemoCity, seed = 28): BureauMoods {
  const random = new Random(seed);
  return new Map(
    [...new Set(city.departments.map(({ bureau }) => bureau))].map((name) => [name, 0.28 * random.normal()]),
  );
}

/** Two years later: much as before; a new bureau begins in the middle. */
export function laterMoods(city: DemoCity, before: BureauMoods, seed = 29): BureauMoods {
  const random = new Random(seed);
  const bureaus = [...new Set(city.departments.map(({ bureau }) => bureau))];
  return new Map(bureaus.map((name) => [name, (before.get(name) ?? 0) + 0.08 * random.normal()]));
}

/**
 * So many people of the city and their answers: a general mood, moods of bureau and position, item noise, a few blanks; then single
 * answers are moved by one point, at random places, until every item's sum is the smallest whose mean shows as the wanted one.
 */
export function demoRespondents(
  city: DemoCity,
  wanted: WantedMeans,
  questionnaire: Questionnaire,
  bureauMood: BureauMoods,
  seed = wanted.answered,
): DemoRespondent[] {
  const random = new Random(seed);
  const people = chooseRespondents(city, wanted.answered, random);
  const moods = people.map(
    (person) => 0.55 * random.normal() + (bureauMood.get(person.department.bureau) ?? 0) + positionMood(person),
  );
  const answers: Record<string, Answer>[] = people.map(() => ({}));
  for (const [code, mean] of Object.entries(wanted.means)) {
    const values = itemValues(random, moods, Number(mean));
    matchWantedMean(random, values, mean);
    values.forEach((value, at) => {
      const own = answers[at];
      if (own && value !== null) own[code] = value;
    });
  }
  return people.map((person, at) => ({
    person,
    answers: { ...answers[at], ...otherAnswers(random, questionnaire) },
    withheld: withheld(random),
  }));
}

function chooseRespondents(city: DemoCity, count: number, random: Random): DemoPerson[] {
  const target = city.staff.filter((person) => isTarget({ ...person, status: 'active' }, DEFAULT_TARGET_RULE));
  // Weighted draw without replacement (Efraimidis and Spirakis): the larger -log(u)/w, the later.
  const turn = new Map(target.map((person) => [person, -Math.log(1 - random.next()) / willingness(person)]));
  return [...target].sort((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0)).slice(0, count);
}

function willingness({ position, status }: DemoPerson): number {
  if (status !== '在職') return 0.15;
  return (
    { 部長級: 2.6, 次長級: 2.2, 課長級: 1.9, '主幹級・主査級': 1.1, 主事級: 1, 技能労務職員: 0.5, 再任用職員: 0.8 }[
      position
    ] ?? 0.6
  );
}

function positionMood({ position }: DemoPerson): number {
  return (
    { 部長級: 0.5, 次長級: 0.35, 課長級: 0.2, '主幹級・主査級': -0.08, 主事級: 0.02, 技能労務職員: -0.15 }[position] ??
    0.05
  );
}

function itemValues(random: Random, moods: readonly number[], mean: number): (number | null)[] {
  return moods.map((mood) => {
    if (random.next() < 0.004) return null;
    return clamp(Math.round(mean + mood + 0.85 * random.normal()));
  });
}

/** Moves answers until the sum is the smallest whole number with sum/n at or above the wanted mean. */
function matchWantedMean(random: Random, values: (number | null)[], wantedMean: string): void {
  const given = values.filter((value) => value !== null);
  const hundredths = BigInt(wantedMean.replace('.', ''));
  const wanted = Number((hundredths * BigInt(given.length) + 99n) / 100n);
  if (formatHalfUp(rational(wanted, given.length), 2) !== wantedMean)
    throw new RangeError(`no sum of ${given.length} shows as ${wantedMean}`);
  let gap = wanted - given.reduce((sum, value) => sum + value, 0);
  while (gap !== 0) {
    const at = random.between(0, values.length - 1);
    const value = values[at];
    if (value === null || value === undefined) continue;
    const moved = clamp(value + Math.sign(gap));
    values[at] = moved;
    gap -= moved - value;
  }
}

function clamp(value: number): number {
  return Math.min(5, Math.max(1, value));
}

/** Choices lean to the first option, the published favourite; one person in nine writes a comment. */
function otherAnswers(random: Random, questionnaire: Questionnaire): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const question of choiceQuestions(questionnaire)) {
    const keys = question.options.map(({ key }) => key);
    const favourite = keys[0];
    if (question.type === 'single-choice')
      answers[question.code] = random.next() < 0.3 ? (favourite ?? null) : random.pick(keys);
    else {
      const most = Math.min(question.maxChoices ?? 3, 3);
      const chosen = random.shuffle(keys).slice(0, random.between(1, most));
      if (favourite && random.next() < 0.45) chosen[0] = favourite;
      answers[question.code] = [...new Set(chosen)];
    }
  }
  for (const question of questionsOf(questionnaire)) {
    if (question.type === 'free-text' && random.next() < 0.11) answers[question.code] = random.pick(COMMENTS);
  }
  return answers;
}

function withheld(random: Random): (keyof BallotContent['attributes'])[] {
  if (random.next() >= 0.06) return [];
  return random.next() < 0.5 ? ['department'] : ['ageBand'];
}
