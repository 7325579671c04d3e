import { expect, it } from '@jest/globals';
import { formatDate, formatInstant } from './format-date.js';

it('writes dates in the reader’s way and leaves alone what is none', () => {
  expect(formatDate('2026-06-26', 'ja')).toBe('令和8年6月26日');
  expect(formatDate('2026-06-26', 'en')).toBe('26 June 2026');
  expect(formatDate('soon', 'ja')).toBe('soon');
});

it('writes instants in Japanese time', () => {
  expect(formatInstant('2026-06-26T15:30:00Z', 'ja')).toContain('2026/06/27');
  expect(formatInstant('never', 'ja')).toBe('never');
});
