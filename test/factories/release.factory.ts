import { readFileSync } from 'node:fs';
import {
  meanOfRationals,
  rational,
  type AttributeDefinition,
  type CellKey,
  type CellStatus,
  type Questionnaire,
  type Release,
  type ReleasedItem,
  type ReleasedScore,
  type ReleasedScoreFields,
} from '#survey-model';

/**
 * A released survey of an invented city whose whole-city figures are those of the published survey (golden reference): 636 answers are
 * dealt to sections and positions from a fixed seed, then small cells are hidden. Everything adds up, as in a real release.
 */
interface Golden {
  readonly fiscalYear: number;
  readonly period: { readonly opens: string; readonly closes: string };
  readonly population: { readonly invited: number; readonly answered: number };
  readonly scale: { readonly min: number; readonly max: number };
  readonly bands: { readonly high: number; readonly average: number; readonly low: number };
  readonly categories: readonly { key: string; name: string; items: readonly number[]; publishedMean: number }[];
  readonly items: readonly { number: number; text: string; publishedMean: number }[];
  readonly overall: { readonly publishedMean: number };
}

export const GOLDEN = JSON.parse(
  readFileSync(new URL('../golden/reference/engagement-2024.json', import.meta.url), 'utf8'),
) as Golden;

/** Section or team -> how many answered. What is under 5 is hidden. */
const ANSWERED: Readonly<Record<string, number>> = {
  'D10-1-1': 12,
  'D10-1-2': 7,
  'D10-2': 18,
  'D10-3': 3,
  'D10-4': 6,
  'D20-1': 60,
  'D20-2': 44,
  'D30-1': 150,
  'D30-2': 140,
  'D30-3': 192,
  D40: 4,
};

const DEPARTMENTS: AttributeDefinition = {
  key: 'department',
  label: '所属',
  values: [
    { key: 'D10', label: '総務部' },
    { key: 'D10-1', label: '人事課', parent: 'D10' },
    { key: 'D10-1-1', label: '人材育成チーム', parent: 'D10-1' },
    { key: 'D10-1-2', label: '給与チーム', parent: 'D10-1' },
    { key: 'D10-2', label: '契約課', parent: 'D10' },
    { key: 'D10-3', label: '文書法制室', parent: 'D10' },
    { key: 'D10-4', label: '庁舎管理課', parent: 'D10' },
    { key: 'D20', label: '市民部' },
    { key: 'D20-1', label: '市民課', parent: 'D20' },
    { key: 'D20-2', label: '国保医療年金課', parent: 'D20' },
    { key: 'D30', label: '福祉部' },
    { key: 'D30-1', label: '生活福祉課', parent: 'D30' },
    { key: 'D30-2', label: '子育て支援課', parent: 'D30' },
    { key: 'D30-3', label: '高齢者支援課', parent: 'D30' },
    { key: 'D40', label: '危機管理室' },
    { key: 'D50', label: '監査事務局' },
  ],
};

const POSITIONS: AttributeDefinition = {
  key: 'position',
  label: '職位',
  values: [
    { key: 'director', label: '部長級' },
    { key: 'deputy-director', label: '次長級' },
    { key: 'manager', label: '課長級' },
    { key: 'supervisor', label: '主幹級・主査級' },
    { key: 'officer', label: '主事級' },
    { key: 'technical', label: '技能労務職員' },
    { key: 'reappointed', label: '再任用職員' },
    { key: 'fixed-term', label: '会計年度任用職員' },
  ],
};
/** Of each hundred people, by position. */
const POSITION_SHARES = [2, 3, 11, 34, 36, 0, 6, 8];

const SCALE_LABELS = ['そう思わない', 'あまりそう思わない', 'どちらともいえない', 'ややそう思う', 'そう思う'];

export function goldenQuestionnaire(): Questionnaire {
  const code = (number: number): string => `q${number}`;
  return {
    key: 'engagement',
    title: 'エンゲージメント調査',
    sections: [
      {
        key: 'engagement',
        title: 'エンゲージメント',
        questions: GOLDEN.items.map((item) => ({
          type: 'scale',
          code: code(item.number),
          text: item.text.replaceAll('青森市', ORGANISATION),
          scale: { ...GOLDEN.scale, labels: SCALE_LABELS },
        })),
      },
    ],
    scoring: {
      items: GOLDEN.items.map((item) => code(item.number)),
      categories: GOLDEN.categories.map(({ key, name, items }) => ({ key, name, items: items.map(code) })),
      bands: { high: GOLDEN.bands.high, norm: GOLDEN.bands.average, low: GOLDEN.bands.low },
    },
  };
}

const ORGANISATION = '青葉市';

interface Respondent {
  readonly section: string;
  readonly position: string;
  readonly answers: Record<string, number>;
}

/** A seeded generator of numbers in [0, 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

function shuffled<T>(values: readonly T[], next: () => number): T[] {
  return values
    .map((value) => ({ value, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}

/** n answers whose sum is the smallest with a mean of at least `mean`: 60% around it, the rest moved outwards in balanced pairs. */
function answersWithMean(mean: number, n: number): number[] {
  const sum = Math.ceil(mean * n - 1e-9);
  const base = Math.floor(sum / n);
  const answers = Array.from({ length: n }, (_, index) => (index < sum - base * n ? base + 1 : base));
  const { min, max } = GOLDEN.scale;
  for (let index = 0; index + 1 < n * 0.7; index += 2) {
    const [low, high] = [index, n - 1 - index];
    const step = index % 3 === 0 ? 2 : 1;
    for (let moved = 0; moved < step && (answers[low] ?? max) < max && (answers[high] ?? min) > min; moved += 1) {
      answers[low] = (answers[low] ?? 0) + 1;
      answers[high] = (answers[high] ?? 0) - 1;
    }
  }
  return answers;
}

function respondents(): Respondent[] {
  const next = generator(20_240_524);
  const pool = POSITION_SHARES.flatMap((share, index) => Array<string>(share).fill(POSITIONS.values[index]?.key ?? ''));
  const people = Object.entries(ANSWERED).flatMap(([section, n]) =>
    Array.from({ length: n }, () => ({
      section,
      position: pool[Math.floor(next() * pool.length)] ?? 'officer',
      answers: {},
    })),
  ) as Respondent[];
  for (const item of GOLDEN.items) {
    const dealt = shuffled(answersWithMean(item.publishedMean, people.length), next);
    people.forEach((person, index) => (person.answers[`q${item.number}`] = dealt[index] ?? 0));
  }
  return people;
}

function under(section: string, department: string): boolean {
  return section === department || section.startsWith(`${department}-`);
}

function cellOf(table: readonly string[], key: CellKey, people: readonly Respondent[]): ReleasedScoreFields {
  const n = people.length;
  if (n < 5) return hidden(table, key, 'primary');
  const items = GOLDEN.items.map(({ number }): ReleasedItem => {
    const answers = people.map((person) => person.answers[`q${number}`] ?? 0);
    const counts = [1, 2, 3, 4, 5].map((value) => answers.filter((answer) => answer === value).length);
    const sum = answers.reduce((a, b) => a + b, 0);
    return n >= 10 ? { item: `q${number}`, n, sum, counts } : { item: `q${number}`, n, sum };
  });
  const mean = (codes: readonly string[]) =>
    meanOfRationals(items.filter(({ item }) => codes.includes(item)).map((item) => rational(item.sum, item.n)));
  const categories = GOLDEN.categories.map(
    ({ key: name, items: numbers }) => [name, mean(numbers.map((each) => `q${each}`))] as const,
  );
  return {
    table,
    key,
    status: 'published',
    n,
    items,
    categories: Object.fromEntries(categories),
    overall: mean(items.map(({ item }) => item)),
    choices: [],
  };
}

/** A cell that may not be shown: nothing but its key and why. */
export function hidden(
  table: readonly string[],
  key: CellKey,
  status: Exclude<CellStatus, 'published'>,
): ReleasedScoreFields {
  return { table, key, status, n: null, items: [], categories: {}, overall: null, choices: [] };
}

function cityCells(): ReleasedScoreFields[] {
  const everybody = respondents();
  const cells = [cellOf(['department'], {}, everybody)];
  const add = (table: readonly string[], key: CellKey, people: readonly Respondent[]): void => {
    if (people.length > 0) cells.push(cellOf(table, key, people));
  };
  for (const { key, parent } of DEPARTMENTS.values) {
    const inside = everybody.filter((person) => under(person.section, key));
    add(['department'], { department: key }, inside);
    if (parent !== undefined) continue;
    for (const position of POSITIONS.values) {
      const people = inside.filter((person) => person.position === position.key);
      add(['department', 'position'], { department: key, position: position.key }, people);
    }
  }
  for (const { key } of POSITIONS.values)
    add(
      ['position'],
      { position: key },
      everybody.filter((person) => person.position === key),
    );
  // The three of 文書法制室 could be had from 総務部 minus the rest, so the next smallest section is hidden with them.
  return cells.map((cell) => (cell.key['department'] === 'D10-4' ? hidden(cell.table, cell.key, 'secondary') : cell));
}

export interface ReleaseOverrides extends Partial<Omit<Release, 'scores'>> {
  /** Changes cells, for example to hide one item of one cell. */
  readonly change?: (cell: ReleasedScoreFields) => ReleasedScoreFields;
}

/**
 * D10-1 published with teams of 12 and 7, D10-3 hidden (primary), D10-4 hidden (secondary), D40 hidden (primary), D50 without answers.
 * The brand is put on by a cast: tests of reports need no disclosure engine, only its output.
 */
export function releaseOf({ change = (cell) => cell, ...overrides }: ReleaseOverrides = {}): Release {
  return {
    surveyId: '0d6b4a52-7a5c-4f0e-9d58-3c1f4f6f2024',
    version: 1,
    title: '人材育成に関する職員アンケート',
    organisation: ORGANISATION,
    fiscalYear: GOLDEN.fiscalYear,
    opensOn: GOLDEN.period.opens,
    closesOn: GOLDEN.period.closes,
    invited: GOLDEN.population.invited,
    answered: GOLDEN.population.answered,
    minGroup: 5,
    detailMinGroup: 10,
    releasedAt: '2024-07-16T00:00:00.000Z',
    questionnaire: goldenQuestionnaire(),
    attributes: [DEPARTMENTS, POSITIONS],
    tables: [],
    ...overrides,
    scores: cityCells().map((cell) => change(cell) as ReleasedScore),
  };
}
