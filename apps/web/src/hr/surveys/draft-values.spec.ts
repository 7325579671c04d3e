import { describe, expect, it } from '@jest/globals';
import { newSurveyDraft, periodFault } from './draft-values.js';

const questionnaire = { key: 'q', title: 'q', sections: [], scoring: { items: [], categories: [], bands: null } };
const draft = newSurveyDraft('2026-03-20', '調査', questionnaire);

describe('a new survey', () => {
  it('belongs to the fiscal year of today, runs four weeks and leaves out the three job types', () => {
    expect(draft).toMatchObject({
      fiscalYear: 2025,
      opensOn: '2026-03-20',
      closesOn: '2026-04-17',
      minGroup: 5,
      paperUntil: null,
    });
    expect(draft.targetRule.excludedJobTypes).toEqual(['教育職', '消防職', '医療職']);
  });
});

describe('its period', () => {
  it('must not end before it begins, nor paper before it ends', () => {
    expect(periodFault(draft)).toBeNull();
    expect(periodFault({ ...draft, closesOn: '2026-03-20' })).toBeNull();
    expect(periodFault({ ...draft, closesOn: '2026-03-19' })).toBe('closes-before-opens');
    expect(periodFault({ ...draft, paperUntil: '2026-04-16' })).toBe('paper-before-closes');
    expect(periodFault({ ...draft, paperUntil: '2026-04-17' })).toBeNull();
  });
});
