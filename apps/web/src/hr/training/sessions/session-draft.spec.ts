import { expect, it } from '@jest/globals';
import { draftOf, faultsOf, formOf, newSession, withDate } from './session-draft.js';

const SESSION = {
  id: '1',
  courseKey: 'dx-basic',
  course: 'DX基礎',
  programmeKey: 'dx-promoter',
  programme: 'DX推進員',
  method: '集合研修',
  startsAt: '2026-11-25T04:30:00.000Z',
  endsAt: '2026-11-26T03:00:00.000Z',
  room: '第1会議室',
  capacity: 30,
  applyUntil: '2026-11-18',
  note: '',
  state: 'scheduled',
  seated: 0,
  waiting: 0,
  open: true,
  own: null,
} as const;

it('shows a session in the time of Japan, and says the same instants again', () => {
  const form = formOf(SESSION);
  expect(form).toMatchObject({ date: '2026-11-25', start: '13:30', end: '12:00', days: 1 });
  const draft = draftOf(form);
  expect(new Date(draft.startsAt).toISOString()).toBe(SESSION.startsAt);
  expect(new Date(draft.endsAt).toISOString()).toBe(SESSION.endsAt);
});

it('suggests that applications close a week before, and keeps another day that was chosen', () => {
  const suggested = withDate(newSession('dx-basic'), '2026-12-10');
  expect(suggested.applyUntil).toBe('2026-12-03');
  expect(withDate(suggested, '2026-12-17').applyUntil).toBe('2026-12-10');
  expect(withDate({ ...suggested, applyUntil: '2026-12-09' }, '2026-12-17').applyUntil).toBe('2026-12-09');
});

it('sees an end before the start and applications after the day', () => {
  const form = {
    ...newSession('dx-basic'),
    date: '2026-12-10',
    start: '13:30',
    end: '13:30',
    applyUntil: '2026-12-11',
  };
  expect([...faultsOf(form)]).toEqual(['end', 'applyUntil']);
  expect(faultsOf({ ...form, end: '13:31', applyUntil: '2026-12-10' }).size).toBe(0);
});
