import { expect, it } from '@jest/globals';
import { monthShort, monthText } from './month-text.js';

it('names months in the reader’s way', () => {
  expect(monthText('2026-11', 'ja')).toBe('令和8年11月');
  expect(monthText('2026-11', 'en')).toBe('November 2026');
  expect(monthText('soon', 'ja')).toBe('soon');
  expect(monthShort('2027-04')).toBe('R9.4');
});
