import { describe, expect, it } from '@jest/globals';
import type { SessionRecord } from '#database';
import { sessionHistory } from './session-history.js';

const session = (fields: Partial<SessionRecord>): SessionRecord => ({
  ...{ courseKey: 'basic', programmeKey: 'dx', heldOn: '2026-10-01', applyUntil: '2026-09-20' },
  ...{ capacity: 20, seated: 18, closed: true, completions: [] },
  ...fields,
});
const done = (staffNumber: string, completedOn: string) => ({ staffNumber, completedOn });
const counted = (staffNumber: string, completedOn: string) => ({ staffNumber, completedOn, programmeKey: 'dx' });
const AT = { today: '2026-11-21', planBegan: '2026-04-01' };

describe('sessionHistory', () => {
  it('credits a session with those of its people who count by it, and nothing else', () => {
    const held = session({ completions: [done('1', '2026-10-01'), done('2', '2026-10-01')] });
    const { past, elsewhere } = sessionHistory(
      [held],
      [counted('1', '2026-10-01'), counted('2', '2026-05-01'), counted('3', '2026-10-01')],
      AT,
    );
    expect(past).toEqual([{ capacity: 20, seated: 18, completed: 1 }]);
    // April to October, of which May and October each saw one without a session.
    expect(elsewhere).toEqual([0, 1, 0, 0, 0, 0, 1]);
  });

  it('has what is not settled still to come, open while applications are taken', () => {
    const { coming } = sessionHistory(
      [
        session({ heldOn: '2026-11-01', closed: false }),
        session({ heldOn: '2026-12-01', applyUntil: '2026-11-21', closed: false, seated: 3 }),
        session({ heldOn: '2026-12-02', applyUntil: '2026-11-20', closed: false, seated: 4 }),
      ],
      [],
      AT,
    );
    expect(coming).toEqual([
      { date: '2026-11-01', capacity: 20, seated: 18, open: false },
      { date: '2026-12-01', capacity: 20, seated: 3, open: true },
      { date: '2026-12-02', capacity: 20, seated: 4, open: false },
    ]);
  });

  it('goes on with the seats of the last twelve months', () => {
    const days = ['2025-11-21', '2025-11-22', '2026-11-21', '2026-11-22'];
    const sessions = days.map((heldOn) => session({ heldOn, capacity: 30 }));
    expect(sessionHistory(sessions, [], AT).seatsAMonth).toBe(5);
  });
});
