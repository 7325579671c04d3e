import { expect, it } from '@jest/globals';
import { hasBegun } from './has-begun.js';

it('lets places change hands until the beginning', () => {
  const now = new Date('2026-11-20T03:00:00Z');
  expect(hasBegun('2026-11-20T12:00:01+09:00', now)).toBe(false);
  expect(hasBegun('2026-11-20T12:00:00+09:00', now)).toBe(true);
});
