import { expect, it } from '@jest/globals';
import type { ProgrammeDraft } from '../../../api-client/training.js';
import { newProgramme, planYears, totalOf, withAudience, withoutAudience, withRule, withTarget } from './plan-draft.js';

const PROGRAMME: ProgrammeDraft = {
  key: 'all-staff',
  name: '全職員',
  counting: 'once-a-fiscal-year',
  years: [
    { fiscalYear: 2025, target: 500 },
    { fiscalYear: 2026, target: 500 },
  ],
  methods: [{ method: '集合研修', audience: ['管理職', '希望者'] }, { method: 'eラーニング' }],
  audiences: [
    { name: '管理職', rule: { heads: true } },
    { name: '希望者', rule: { volunteers: true } },
  ],
  completion: { kind: 'any-course' },
};

it('sets, adds and takes away the target of a year, in order of the years', () => {
  expect(totalOf(withTarget(PROGRAMME, 2026, 300))).toBe(800);
  expect(planYears([withTarget(PROGRAMME, 2024, 10)])).toEqual([2024, 2025, 2026]);
  expect(planYears([withTarget(PROGRAMME, 2025, null)])).toEqual([2026]);
});

it('gives a new programme the years of the plan and a key of its own', () => {
  const first = newProgramme([PROGRAMME], '新しい研修', 'eラーニング');
  expect(first).toMatchObject({ key: 'programme-2', years: [{ fiscalYear: 2025 }, { fiscalYear: 2026 }] });
  expect(newProgramme([first], '', '').key).not.toBe(first.key);
});

it('lets methods follow the name of an audience, and forget one that is taken away', () => {
  const renamed = withAudience(PROGRAMME, 0, { name: '所属長', rule: { heads: true } });
  expect(renamed.methods).toEqual([{ method: '集合研修', audience: ['所属長', '希望者'] }, { method: 'eラーニング' }]);
  const left = withoutAudience(withoutAudience(PROGRAMME, 0), 0);
  expect(left).toMatchObject({ audiences: [], methods: [{ method: '集合研修' }, { method: 'eラーニング' }] });
  expect(left.methods[0]).not.toHaveProperty('audience');
});

it('takes out of a rule what is no longer wanted', () => {
  expect(withRule({ heads: true, hiredWithinYears: 1 }, 'heads', undefined)).toEqual({ hiredWithinYears: 1 });
  expect(withRule({}, 'positions', ['manager'])).toEqual({ positions: ['manager'] });
});
