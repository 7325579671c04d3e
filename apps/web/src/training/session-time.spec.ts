import { expect, it } from '@jest/globals';
import { sessionTime, weekdayDate } from './session-time.js';

it('says day, weekday and hours of a session in Japan', () => {
  // 04:30 UTC is 13:30 in Japan; 25 November 2026 is a Wednesday.
  expect(sessionTime('2026-11-25T04:30:00Z', '2026-11-25T07:30:00Z', 'ja')).toBe('令和8年11月25日(水) 13:30〜16:30');
  expect(sessionTime('2026-11-25T13:30:00+09:00', '2026-11-25T16:30:00+09:00', 'en')).toBe(
    'Wed, 25 November 2026 13:30–16:30',
  );
});

it('names both days of a session that takes several, counted in Japan', () => {
  expect(sessionTime('2026-11-24T15:30:00Z', '2026-11-26T03:00:00Z', 'ja')).toBe(
    '令和8年11月25日(水) 00:30 〜 令和8年11月26日(木) 12:00',
  );
});

it('leaves alone what is no day and no instant', () => {
  expect(weekdayDate('soon', 'ja')).toBe('soon');
  expect(sessionTime('soon', 'later', 'ja')).toBe('soon later');
});
