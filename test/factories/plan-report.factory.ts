import { readFileSync } from 'node:fs';
import type { TrainingPlanReport } from '#export';
import type {
  BurnUpMonth,
  DepartmentTarget,
  Programme,
  ProgrammeForecast,
  ProgrammeProgressDetail,
} from '#survey-model';
import { dxProgress } from './training-report.factory.js';

interface PublishedProgramme {
  readonly key: string;
  readonly name: string;
  readonly targets: readonly number[];
  readonly total: number;
  readonly counting: string;
  readonly methods: Programme['methods'];
}
export interface PublishedPlan {
  readonly fiscalYears: readonly number[];
  readonly programmes: readonly PublishedProgramme[];
}

/** The plan as the city has published it. */
export function publishedPlan(): PublishedPlan {
  const file = new URL('../golden/reference/dx-plan.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as PublishedPlan;
}

export function publishedProgrammes(): Programme[] {
  const { fiscalYears, programmes } = publishedPlan();
  return programmes.map(({ key, name, targets, methods }) => ({
    ...{ key, name, methods, audiences: [], completion: { kind: 'any-course' } },
    counting: key === 'all-staff' ? 'once-a-fiscal-year' : 'once-in-plan',
    years: fiscalYears.map((fiscalYear, index) => ({ fiscalYear, target: targets[index] ?? 0 })),
  }));
}

const DEPARTMENTS = [
  ['D10', ['総務部']],
  ['D10-1', ['総務部', '人事課']],
  ['D10-2', ['総務部', '契約課']],
  ['D20', ['市民部']],
  ['D20-1', ['市民部', '市民課']],
  ['D20-2', ['市民部', 'マイナンバーカード・住民基本台帳・戸籍事務総合推進課']],
  ['D30', ['浄化槽管理室']],
] as const;

/** A city in November 2026: DX推進員 computed in full, 全職員 not yet. */
export function planReport(): TrainingPlanReport {
  const [promoters, staff] = publishedProgrammes();
  if (!promoters || !staff) throw new Error('the published plan has two programmes');
  const departments = [
    target('D10', { headcount: 80, target: 12, actual: 7, cumulative: 20, catchUp: 2, locked: false, active: 19 }),
    target('D20', { headcount: 120, target: 88, actual: 34, cumulative: 124, catchUp: -2, locked: true, active: 122 }),
    target('D30', { headcount: 0, target: 0, actual: 0, cumulative: 0, catchUp: 0, locked: false, active: 0 }),
  ];
  return {
    organisation: '青葉市',
    generatedOn: '2026-11-10',
    departments: DEPARTMENTS.map(([code, path]) => ({ code, path })),
    programmes: [
      {
        programme: promoters,
        progress: { ...dxProgress(), departments, unallocated: 3 },
        detail: planDetail(),
        forecast: planForecast(),
      },
      { programme: staff, progress: null, detail: null, forecast: null },
    ],
  };
}

function target(
  departmentCode: string,
  figures: Omit<DepartmentTarget, 'departmentCode' | 'ceiling'>,
): DepartmentTarget {
  return { departmentCode, ceiling: figures.headcount, ...figures };
}

export function planDetail(): ProgrammeProgressDetail {
  const group = { thisYear: 4, active: 9 };
  const section = (departmentCode: string, headcount: number, active: number) => ({
    ...{ departmentCode, topCode: departmentCode.slice(0, 3), headcount, active },
  });
  return {
    programmeKey: 'dx-promoter',
    burnUp: Array.from({ length: 60 }, (_, index) => month(index)),
    positions: [
      { key: 'manager', label: '課長級', headcount: 32, ...group },
      { key: '', label: '', headcount: 3, thisYear: 0, active: 0 },
    ],
    ageBands: [{ key: 'under-30', label: '29歳以下', headcount: 36, ...group }],
    sections: [
      section('D10-1', 30, 15),
      section('D10-2', 40, 0),
      section('D20-1', 90, 7),
      section('D20-2', 50, 0),
      section('D30', 0, 0),
    ],
  };
}

/** 100 a year; 20 months have begun by November 2026. */
function month(index: number): BurnUpMonth {
  const year = 2025 + Math.floor((index + 3) / 12);
  const begun = index < 20;
  return {
    month: `${year}-${String(((index + 3) % 12) + 1).padStart(2, '0')}`,
    planned: ((index + 1) * 100) / 12,
    actual: begun ? (index + 1) * 7 : null,
    active: begun ? (index + 1) * 7 - Math.floor(index / 6) : null,
  };
}

export function planForecast(): ProgrammeForecast {
  const probabilities = [0.004, 0.305, 0.625, 0.9991];
  const years = (plus: number) =>
    probabilities.map((probability, index) => {
      const p50 = 180 + index * (70 + plus);
      return {
        ...{
          fiscalYear: 2026 + index,
          cumulativeTarget: 200 + index * 100,
          probability,
          p10: p50 - 12,
          p50,
          p90: p50 + 13,
        },
        ...{ activeP10: p50 - 20, activeP50: p50 - 8, activeP90: p50 + 2 },
      };
    });
  return {
    ...{ programmeKey: 'dx-promoter', asOf: '2026-11-10', seed: 20_261_110, runs: 10_000 },
    basis: {
      bookedSeats: 60,
      pastSeats: 180,
      pastCompletions: 144,
      personYears: 6123.5,
      leavers: 190,
      seatsAMonth: 7.5,
      elsewhereAMonth: 2.5,
    },
    scenarios: [
      { scenario: 'booked', years: years(0), seatsFor90: null, seatsFor90ThisYear: 12 },
      { scenario: 'continuing', years: years(20), seatsFor90: 4, seatsFor90ThisYear: 0 },
    ],
  };
}
