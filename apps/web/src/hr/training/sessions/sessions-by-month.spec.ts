import { expect, it } from '@jest/globals';
import type { TrainingSession } from '../../../api-client/courses.js';
import { sessionsByMonth } from './sessions-by-month.js';

const at = (id: string, startsAt: string): TrainingSession => ({ id, startsAt }) as TrainingSession;

it('puts sessions under the month they begin in, counted in Japan', () => {
  const months = sessionsByMonth([
    at('a', '2026-11-25T04:30:00Z'),
    at('b', '2026-11-30T15:30:00Z'), // Already December in Japan.
    at('c', '2026-12-02T01:00:00Z'),
  ]);
  expect(months.map(({ month, sessions }) => [month, sessions.map(({ id }) => id)])).toEqual([
    ['2026-11', ['a']],
    ['2026-12', ['b', 'c']],
  ]);
});
