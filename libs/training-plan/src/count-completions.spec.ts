import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Completion, CountingRule, Programme } from '#survey-model';
import { countCompletions } from './count-completions.js';
import { targetYearOn } from './target-year.js';

const programmeOf = (counting: CountingRule): Programme => ({
  key: 'dx',
  name: 'DX',
  counting,
  years: [2026, 2025, 2027].map((fiscalYear) => ({ fiscalYear, target: 100 })),
  methods: [],
  audiences: [],
  completion: { kind: 'any-course' },
});

const done = (staffNumber: string, completedOn: string, programmeKey = 'dx'): Completion => ({
  staffNumber,
  programmeKey,
  completedOn,
});

function figures(counting: CountingRule, completions: Completion[]) {
  const { byYear, uncounted } = countCompletions(programmeOf(counting), completions);
  return {
    byYear: [...byYear].map(([year, ofYear]) => [year, ofYear.map(({ staffNumber }) => staffNumber)]),
    uncounted: uncounted.map(({ completion, reason }) => [completion.staffNumber, completion.completedOn, reason]),
  };
}

describe('countCompletions', () => {
  const twice = [
    done('1', '2026-05-01'),
    done('1', '2025-05-01'),
    done('1', '2026-06-01'),
    done('2', '2026-05-01'),
    done('3', '2025-05-01', 'other'),
  ];

  it('counts a person once in the whole plan, by the earliest completion', () => {
    expect(figures('once-in-plan', twice)).toEqual({
      byYear: [
        [2025, ['1']],
        [2026, ['2']],
        [2027, []],
      ],
      uncounted: [
        ['1', '2026-05-01', 'counted-before'],
        ['1', '2026-06-01', 'counted-before'],
      ],
    });
  });

  it('counts a person once in each fiscal year', () => {
    expect(figures('once-a-fiscal-year', twice)).toEqual({
      byYear: [
        [2025, ['1']],
        [2026, ['1', '2']],
        [2027, []],
      ],
      uncounted: [['1', '2026-06-01', 'counted-before']],
    });
  });

  it('puts 31 March, 1 April and 29 February into the right fiscal years', () => {
    const edges = [
      done('a', '2025-03-31'),
      done('b', '2025-04-01'),
      done('c', '2026-03-31'),
      done('d', '2026-04-01'),
      done('e', '2028-02-29'),
      done('f', '2028-03-31'),
      done('g', '2028-04-01'),
    ];
    expect(figures('once-in-plan', edges)).toEqual({
      byYear: [
        [2025, ['b', 'c']],
        [2026, ['d']],
        [2027, ['e', 'f']],
      ],
      uncounted: [
        ['a', '2025-03-31', 'outside-plan'],
        ['g', '2028-04-01', 'outside-plan'],
      ],
    });
  });

  it('lets a completion before the plan use nobody’s turn up', () => {
    expect(figures('once-in-plan', [done('1', '2024-05-01'), done('1', '2026-05-01')])).toEqual({
      byYear: [
        [2025, []],
        [2026, ['1']],
        [2027, []],
      ],
      uncounted: [['1', '2024-05-01', 'outside-plan']],
    });
  });

  it('accounts for every completion of the programme once, whatever their order', () => {
    const day = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2029-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const completions = fc.array(
      fc.tuple(fc.constantFrom('1', '2', '3', '4'), day).map(([staff, date]) => done(staff, date)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom<CountingRule>('once-in-plan', 'once-a-fiscal-year'),
        completions,
        (counting, list) => {
          const result = countCompletions(programmeOf(counting), list);
          const counted = [...result.byYear.values()].flat();
          expect(counted.length + result.uncounted.length).toBe(list.length);
          const people = new Set(counted.map(({ staffNumber }) => staffNumber));
          if (counting === 'once-in-plan') expect(people.size).toBe(counted.length);
          for (const ofYear of result.byYear.values())
            expect(new Set(ofYear.map(({ staffNumber }) => staffNumber)).size).toBe(ofYear.length);
          expect(figures(counting, [...list].reverse())).toEqual(figures(counting, list));
        },
      ),
    );
  });
});

describe('targetYearOn', () => {
  it.each([
    ['2024-12-31', 2025],
    ['2025-04-01', 2025],
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2031-01-01', 2027],
  ])('%s -> %d', (day, year) => {
    expect(targetYearOn(programmeOf('once-in-plan'), day)).toBe(year);
  });
});
