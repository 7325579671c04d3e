import { describe, expect, it } from '@jest/globals';
import {
  cellName,
  formatHalfUp,
  rational,
  type AttributeDefinition,
  type CellKey,
  type DepartmentLineage,
  type PopulationCount,
  type Questionnaire,
  type Release,
  type ReleasedScore,
  type ReleasedScoreFields,
} from '#survey-model';
import { analyseRelease } from './analyse-release.js';

const scale = { min: 1, max: 5 };
const QUESTIONNAIRE: Questionnaire = {
  key: 'q',
  title: '調査票',
  sections: [
    {
      key: 's',
      title: '',
      questions: ['q1', 'q2'].map((code) => ({ code, text: code, type: 'scale' as const, scale })),
    },
  ],
  scoring: { items: ['q1', 'q2'], categories: [{ key: 'c', name: '区分', items: ['q1', 'q2'] }], bands: null },
};

type Counts = readonly [number, number, number, number, number];

/** A published cell in which both items were answered alike. */
function shown(key: CellKey, counts: Counts, detail = true): ReleasedScoreFields {
  const n = counts.reduce((a, b) => a + b);
  const sum = counts.reduce((total, count, at) => total + count * (at + 1), 0);
  const item = { n, sum, ...(detail ? { counts } : {}) };
  const mean = rational(sum, n);
  return {
    table: Object.keys(key),
    key,
    status: 'published',
    n,
    items: [
      { item: 'q1', ...item },
      { item: 'q2', ...item },
    ],
    categories: { c: mean },
    overall: mean,
    choices: [],
  };
}

const hidden = (key: CellKey): ReleasedScoreFields => ({
  ...shown(key, [1, 0, 0, 0, 0]),
  status: 'primary',
  n: null,
  items: [],
  categories: {},
  overall: null,
});

function departments(...codes: readonly (readonly [string, string?])[]): AttributeDefinition {
  const values = codes.map(([key, parent]) => ({ key, label: key, ...(parent === undefined ? {} : { parent }) }));
  return { key: 'department', label: '所属', values };
}

function release(attributes: AttributeDefinition[], scores: ReleasedScoreFields[], year = 2026): Release {
  return {
    surveyId: `survey-${year}`,
    version: 1,
    title: '調査',
    organisation: '試験市',
    fiscalYear: year,
    opensOn: '',
    closesOn: '',
    invited: 400,
    answered: 100,
    minGroup: 5,
    detailMinGroup: 10,
    releasedAt: '2026-11-21T00:00:00.000Z',
    questionnaire: QUESTIONNAIRE,
    attributes,
    tables: [],
    scores: scores.map((score) => score as ReleasedScore),
  };
}

const person = (department: string, n: number): PopulationCount => ({
  department,
  position: 'officer',
  ageBand: '30s',
  employmentType: 'regular',
  n,
});

/** Everybody, three departments; A is clearly better, C has seven people only. */
const NOW = release(
  [departments(['A'], ['B'], ['B1', 'B'], ['C'])],
  [
    shown({}, [10, 20, 40, 40, 20]),
    shown({ department: 'A' }, [0, 2, 10, 20, 18]),
    shown({ department: 'B' }, [10, 17, 27, 18, 1]),
    shown({ department: 'C' }, [0, 1, 3, 2, 1], false),
    shown({ department: 'B1' }, [1, 3, 5, 3, 0]),
  ],
);
const POPULATION = [person('A', 120), person('B', 30), person('B1', 70), person('C', 10), person('X', 170)];

const analysed = (given: Partial<Parameters<typeof analyseRelease>[0]> = {}) =>
  analyseRelease({ release: NOW, whole: null, population: POPULATION, earlier: [], ...given });
const cell = (analysis: ReturnType<typeof analysed>, key: CellKey) =>
  analysis.cells.find((each) => cellName(each.key) === cellName(key));

describe('analyseRelease', () => {
  it('gives the interval of a mean with the correction for the staff there are', () => {
    // n 50, N 120, mean 4.08; s² = 35.68/49; t(49, .975) = 2.0095752371 (R qt), so ± 2.0095752371·√(0.7281632653/50·(1 − 50/120)).
    const { interval, deviation } = cell(analysed(), { department: 'A' })?.items['q1'] ?? {};
    const margin = 2.0095752371 * Math.sqrt((35.68 / 49 / 50) * (1 - 50 / 120));
    expect(interval?.low).toBeCloseTo(4.08 - margin, 9);
    expect(interval?.high).toBeCloseTo(4.08 + margin, 9);
    expect(deviation).toBeCloseTo(Math.sqrt(35.68 / 49), 12);
  });

  it('knows how many staff a cell has, those of units below included, and not where the roster cannot', () => {
    const analysis = analysed();
    expect(cell(analysis, { department: 'B' })?.population).toBe(100);
    expect(cell(analysis, {})?.population).toBe(400);
    expect(cell(analysed({ population: [] }), {})?.population).toBeNull();
  });

  it('says nothing of spread and difference where there is no distribution', () => {
    const small = cell(analysed(), { department: 'C' });
    expect(small?.items['q1']).toEqual({});
    expect(small?.overall.rest).toBeUndefined();
  });

  it('sets a group against everybody else, and calls only a significant difference one', () => {
    const analysis = analysed();
    // The complement of A: [10, 18, 30, 20, 2], 80 people, mean 2.825.
    const a = cell(analysis, { department: 'A' })?.items['q1']?.rest;
    expect(a?.difference).toBeCloseTo(4.08 - 226 / 80, 12);
    expect(a).toMatchObject({ direction: 'higher' });
    expect(a?.adjustedP).toBeGreaterThanOrEqual(a?.p ?? 1);
    expect(cell(analysis, { department: 'B1' })?.items['q1']?.rest?.direction).toBe('unclear');
    expect(cell(analysis, {})?.items['q1']?.rest).toBeUndefined();
  });

  it('uses the correlations of the whole organisation for what several items make together', () => {
    const interval = (r: number | null) => {
      const whole =
        r === null
          ? null
          : {
              completeCases: 100,
              correlations: [
                [1, r],
                [r, 1],
              ],
              weighted: null,
              reliability: [],
              drivers: [],
            };
      return cell(analysed({ whole }), { department: 'A' })?.overall.interval;
    };
    expect(interval(null)).toBeUndefined();
    const item = cell(analysed(), { department: 'A' })?.items['q1']?.interval;
    // Two equal items: with r = 1 their mean varies as each of them does, with r = 0 by √½ of it.
    expect(interval(1)?.low).toBeCloseTo(item?.low ?? NaN, 12);
    expect(4.08 - (interval(0)?.low ?? NaN)).toBeCloseTo((4.08 - (item?.low ?? NaN)) / Math.SQRT2, 12);
  });

  it('draws small groups towards their peers, and never where the mean itself is shown as a range only', () => {
    const whole = {
      completeCases: 100,
      correlations: [
        [1, 0.5],
        [0.5, 1],
      ],
      weighted: null,
      reliability: [],
      drivers: [],
    };
    const analysis = analysed({ whole });
    const estimate = cell(analysis, { department: 'C' })?.overall.estimate ?? NaN;
    const mean = 24 / 7;
    expect(Number.isFinite(estimate)).toBe(true);
    // Between its own mean and those of its peers A (4.08) and B (2.77).
    expect(Math.abs(estimate - mean)).toBeLessThan(0.5);
    expect(cell(analysis, { department: 'A' })?.overall.estimate).toBeUndefined();
    const unanimous = release(NOW.attributes as AttributeDefinition[], [
      ...NOW.scores.filter(({ key }) => key['department'] !== 'C'),
      shown({ department: 'C' }, [0, 0, 0, 0, 7], false),
    ]);
    expect(cell(analysed({ release: unanimous, whole }), { department: 'C' })?.overall.estimate).toBeUndefined();
  });
});

describe('an earlier wave', () => {
  /** Two years ago A was P and Q; B was larger and lost most of its people; C is new. */
  const THEN = release(
    [departments(['P'], ['Q'], ['B'], ['R'])],
    [
      shown({}, [20, 30, 40, 20, 5]),
      shown({ department: 'P' }, [5, 8, 7, 3, 1]),
      shown({ department: 'Q' }, [4, 6, 6, 3, 0]),
      shown({ department: 'B' }, [4, 6, 10, 5, 2]),
      hidden({ department: 'R' }),
    ],
    2024,
  );
  const line = (
    department: string,
    sources: string[],
    before: number,
    after: number,
    common: number,
  ): DepartmentLineage => ({
    department,
    sources,
    before,
    after,
    common,
  });
  const lineage = [
    line('A', ['P', 'Q'], 110, 120, 90),
    line('B', ['B'], 300, 100, 90),
    line('B1', ['R'], 70, 70, 70),
    line('C', [], 0, 10, 0),
  ];
  const analysis = analysed({ earlier: [{ release: THEN, lineage }] });
  const before = (key: CellKey) => analysis.waves[0]?.cells.find((each) => cellName(each.key) === cellName(key));

  it('adds up what the units that passed into one released', () => {
    const merged = before({ department: 'A' });
    expect(merged).toMatchObject({ status: 'shown', n: 43 });
    expect(merged?.items[0]).toEqual({ item: 'q1', n: 43, sum: 59 + 46, counts: [9, 14, 13, 6, 1] });
    expect(formatHalfUp(merged?.overall ?? rational(0), 2)).toBe('2.44');
  });

  it('is not comparable where under half of the staff are the same, hidden where a part is, and none where there was none', () => {
    expect(before({ department: 'B' })?.status).toBe('not-comparable');
    expect(before({ department: 'B1' })?.status).toBe('hidden');
    expect(before({ department: 'C' })?.status).toBe('none');
    for (const department of ['B', 'B1', 'C'])
      expect(cell(analysis, { department })?.items['q1']?.previous).toBeUndefined();
  });

  it('is what changes are measured against', () => {
    const change = cell(analysis, { department: 'A' })?.items['q1']?.previous;
    expect(change?.difference).toBeCloseTo(4.08 - 105 / 43, 12);
    expect(change?.direction).toBe('higher');
    expect(cell(analysis, {})?.overall).toBeDefined();
  });

  it('takes over only items on the same scale', () => {
    const other: Release = {
      ...THEN,
      questionnaire: {
        ...QUESTIONNAIRE,
        sections: [
          {
            key: 's',
            title: '',
            questions: [
              { code: 'q1', text: '', type: 'scale', scale },
              { code: 'q2', text: '', type: 'scale', scale: { min: 1, max: 4 } },
            ],
          },
        ],
        scoring: { ...QUESTIONNAIRE.scoring, items: ['q1', 'q2'] },
      },
    };
    const wave = analysed({ earlier: [{ release: other, lineage }] }).waves[0]?.cells[0];
    expect(wave?.items.map(({ item }) => item)).toEqual(['q1']);
    expect(wave?.overall).toBeNull();
  });
});
