import { describe, expect, it } from '@jest/globals';
import { shownViews } from './shown-views.js';

describe('the views of a release', () => {
  it('leave out choices, trend and analysis where there is nothing to see', () => {
    expect(shownViews({ waves: [], whole: null }, { whole: null })).toEqual([
      'items',
      'positions',
      'departments',
      'groups',
      'tables',
    ]);
  });

  it('show the trend as soon as there is an earlier survey', () => {
    const wave = { surveyId: '1', title: '', fiscalYearLabel: '', invited: 1, answered: 1, responseRate: '100.0' };
    expect(shownViews({ waves: [wave], whole: null }, { whole: null })).toContain('trend');
  });
});
