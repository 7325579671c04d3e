import { expect, it } from '@jest/globals';
import type { MyEnrolment } from '../../api-client/training-people.js';
import { pastOutcomeOf, splitPlaces } from './own-places.js';

const NOW = new Date('2026-11-20T03:00:00Z');

function own(
  day: string,
  enrolment: Partial<MyEnrolment['enrolment']> = {},
  session: Partial<MyEnrolment['session']> = {},
): MyEnrolment {
  return {
    enrolment: {
      ...{ id: day, sessionId: day, staffNumber: '1', name: '', department: '', position: '', reason: '' },
      ...{ place: 'seated', approval: 'not-needed', source: 'application', requestedAt: '', line: null },
      ...{ attendance: null, mark: null, completed: null },
      ...enrolment,
    },
    session: {
      ...{ id: day, courseKey: 'c', course: 'C', programmeKey: 'p', programme: 'P', method: '', room: '', note: '' },
      ...{ startsAt: `${day}T01:00:00Z`, endsAt: `${day}T04:00:00Z`, applyUntil: day, capacity: 1 },
      ...{ state: 'scheduled', seated: 1, waiting: 0, open: false, own: null },
      ...session,
    },
  };
}

it('puts first what is to come, the next one at the top, and the rest behind, the latest at the top', () => {
  const list = [
    own('2026-12-02'),
    own('2026-11-20', { place: 'waiting', line: 1 }),
    own('2026-11-25', { place: 'cancelled' }),
    own('2026-12-03', { place: 'cancelled' }, { state: 'cancelled' }),
    own('2026-11-19'),
  ];
  const { current, past } = splitPlaces(list, NOW);
  expect(current.map(({ session }) => session.id)).toEqual(['2026-11-20', '2026-12-02']);
  expect(past.map(({ session }) => session.id)).toEqual(['2026-12-03', '2026-11-25', '2026-11-19']);
});

it.each([
  ['called-off', { place: 'cancelled', approval: 'declined' }, { state: 'cancelled' }],
  ['declined', { place: 'cancelled', approval: 'declined' }, {}],
  ['given-back', { place: 'cancelled' }, {}],
  ['no-seat', { place: 'waiting' }, { state: 'closed' }],
  ['completed', { attendance: 'attended', completed: true }, { state: 'closed' }],
  ['absent', { attendance: 'absent', completed: false }, { state: 'closed' }],
  ['not-completed', { attendance: 'attended', completed: false, mark: 40 }, { state: 'closed' }],
  ['unsettled', {}, {}],
] as const)('says %s of what is over', (outcome, enrolment, session) => {
  expect(pastOutcomeOf(own('2026-11-01', enrolment, session))).toBe(outcome);
});
