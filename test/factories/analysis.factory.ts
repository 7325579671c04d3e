import { analyseRelease } from '#statistics';
import type {
  DepartmentLineage,
  PopulationCount,
  Questionnaire,
  Release,
  ReleaseAnalysis,
  WholeStatistics,
} from '#survey-model';
import { hidden, releaseOf } from './release.factory.js';

/** Staff of the sections and teams of `releaseOf`. */
export const STAFF: Readonly<Record<string, number>> = {
  'D10-1-1': 20,
  'D10-1-2': 9,
  'D10-2': 40,
  'D10-3': 10,
  'D10-4': 15,
  'D20-1': 210,
  'D20-2': 180,
  'D30-1': 500,
  'D30-2': 450,
  'D30-3': 580,
  D40: 15,
  D50: 12,
};

/** Every two items correlate so much in the whole organisation. */
export const CORRELATION = 0.5;

/** Figures that are no part of any computation here: the workbook has to show them as they are. */
export function wholeOf({ scoring }: Questionnaire): WholeStatistics {
  const { items, categories } = scoring;
  const shares = items.map((item, at) => ({ item, share: (at + 1) / 100, correlation: 0.5 }));
  return {
    completeCases: 600,
    correlations: items.map((_, i) => items.map((_unused, j) => (i === j ? 1 : CORRELATION))),
    weighted: {
      overall: 3.185,
      categories: Object.fromEntries(categories.map(({ key }, at) => [key, 3 + at / 8])),
      items: {},
      designEffect: 1.2346,
      effectiveN: 515.5,
      converged: true,
      margins: ['department', 'position'],
      collapsed: [],
    },
    reliability: [
      { category: '', items, alpha: 0.912, omega: 0.9249 },
      ...categories
        .slice(0, 1)
        .map(({ key, items: own }) => ({ category: key, items: own, alpha: 0.684, omega: null })),
    ],
    drivers: [
      { outcome: '', r2: 1, shares },
      { outcome: items.at(-1) ?? '', r2: 0.4567, shares: shares.slice(0, -1) },
    ],
  };
}

/**
 * The analysis of a release as the tally makes it, with two earlier surveys of the same departments. D10-1 was made of other people
 * (比較不可), D10-2 was hidden last year, D50 is new, and the survey before the last did not ask item 13. Last year 総務部 answered item 1 low.
 */
export function analysisOf(release: Release): ReleaseAnalysis {
  const lineage = release.attributes
    .filter(({ key }) => key === 'department')
    .flatMap(({ values }) => values)
    .map(({ key }): DepartmentLineage => {
      const sources = key === 'D50' ? [] : [key];
      return { department: key, sources, before: 100, after: 90, common: key === 'D10-1' ? 49 : 80 };
    });
  const position = release.attributes.find(({ key }) => key === 'position')?.values[0]?.key ?? '';
  const population = Object.entries(STAFF).map(([department, n]): PopulationCount => ({
    department,
    position,
    ageBand: '',
    employmentType: 'regular',
    n,
  }));
  const earlier = [lastYear(), { ...lastYear(), ...withoutItem('q13'), surveyId: 'before-last', fiscalYear: 2022 }];
  const whole = wholeOf(release.questionnaire);
  return analyseRelease({ release, whole, population, earlier: earlier.map((each) => ({ release: each, lineage })) });
}

/** What the department of item 1 said last year: most of them disagreed. */
export const LAST_YEAR = { department: 'D10', item: 'q1', counts: [30, 12, 4, 0, 0] } as const;

function lastYear(): Release {
  return releaseOf({
    surveyId: 'last',
    fiscalYear: 2023,
    title: '前年度の職員アンケート',
    invited: 2000,
    answered: 1000,
    change: (cell) => {
      const { department } = cell.key;
      if (department === 'D10-2') return hidden(cell.table, cell.key, 'secondary');
      if (department !== LAST_YEAR.department || Object.keys(cell.key).length > 1) return cell;
      const [n, sum] = [46, LAST_YEAR.counts.reduce<number>((total, count, at) => total + count * (at + 1), 0)];
      const items = cell.items.map((item) =>
        item.item === LAST_YEAR.item ? { item: item.item, n, sum, counts: LAST_YEAR.counts } : item,
      );
      return { ...cell, items };
    },
  });
}

function withoutItem(code: string): Pick<Release, 'questionnaire'> {
  const { questionnaire } = releaseOf();
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.filter((question) => question.code !== code),
  }));
  const { scoring } = questionnaire;
  const items = scoring.items.filter((item) => item !== code);
  const categories = scoring.categories.filter((category) => !category.items.includes(code));
  return { questionnaire: { ...questionnaire, sections, scoring: { ...scoring, items, categories } } };
}
