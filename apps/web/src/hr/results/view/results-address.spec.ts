import { describe, expect, it } from '@jest/globals';
import { RESULT_VIEWS, resultView, viewAddress } from './results-address.js';

describe('addresses of views', () => {
  it('lead back to the view they were made for', () => {
    for (const view of RESULT_VIEWS)
      expect(resultView(new URLSearchParams(viewAddress(view)), RESULT_VIEWS)).toBe(view);
    expect(new URLSearchParams(viewAddress('departments', '10 1&')).get('department')).toBe('10 1&');
  });

  it('fall back to the first view that there is', () => {
    expect(resultView(new URLSearchParams('?view=choices'), ['items', 'positions'])).toBe('items');
    expect(resultView(new URLSearchParams(''), ['positions'])).toBe('positions');
  });
});
