import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import {
  addProgramme,
  createCourse,
  createSession,
  decide,
  giveBack,
  onDay,
  seat,
  signInAll,
} from '../factories/training.factory.js';

let api: TestApi;
let hr: ApiVisitor;
let people: Map<string, ApiVisitor>;

beforeAll(async () => {
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  people = await signInAll(api, ['1001', '1002', '1003']);
  await addProgramme(api);
  await createCourse(hr);
}, 300_000);
afterAll(() => api?.stop());

/** 1001 heads the unit of the other two. */
function person(staffNumber: string): ApiVisitor {
  const visitor = people.get(staffNumber);
  if (!visitor) throw new Error(`${staffNumber} is not signed in`);
  return visitor;
}

const invitationOf = (visitor: ApiVisitor, enrolment: string): Promise<Response> =>
  visitor.get(`/api/training/enrolments/${enrolment}/invitation`);

/** The lines of a calendar file, folded ones put together again. */
async function linesOf(reply: Promise<Response>): Promise<string[]> {
  const response = await reply;
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('研修_2026-11-03.ics');
  return (await response.text()).replaceAll(/\r\n[ \t]/g, '').split('\r\n');
}

it('gives the own seat as a calendar entry: tentative, then confirmed, then none', async () => {
  const session = await createSession(hr, { ...onDay(3), room: '301会議室', note: '持ち物: 職員証', capacity: 1 });
  const { id } = await seat(person('1002'), session.id);
  const tentative = await linesOf(invitationOf(person('1002'), id));
  // 10:00 to 12:00 in Japan. Nobody is asked to answer: the file is only shown.
  for (const line of [
    'METHOD:PUBLISH',
    `UID:${id}@nobinobi`,
    'DTSTART:20261103T010000Z',
    'DTEND:20261103T030000Z',
    'SUMMARY:【研修】DX基礎',
    'LOCATION:301会議室',
    'DESCRIPTION:持ち物: 職員証',
    'STATUS:TENTATIVE',
  ])
    expect(tentative).toContain(line);
  expect(tentative.find((line) => line.startsWith('URL'))).toMatch(/:http:\/\/localhost:8080\/training$/);
  expect(tentative.some((line) => line.startsWith('ATTENDEE') || line.startsWith('ORGANIZER'))).toBe(false);

  await person('1001').read(decide(person('1001'), id, true));
  expect(await linesOf(invitationOf(person('1002'), id))).toContain('STATUS:CONFIRMED');

  const { id: waiting } = await seat(person('1003'), session.id);
  expect(await hr.refusal(invitationOf(person('1003'), waiting))).toMatchObject({ status: 409, code: 'seat-missing' });
  await person('1002').read(giveBack(person('1002'), id));
  expect(await hr.refusal(invitationOf(person('1002'), id))).toMatchObject({ status: 409, code: 'seat-missing' });
  expect(await linesOf(invitationOf(person('1003'), waiting))).toContain(`UID:${waiting}@nobinobi`);
});

it('gives nobody another’s: not the head’s people’s, not HR', async () => {
  const session = await createSession(hr, onDay(4));
  const { id } = await seat(person('1002'), session.id);
  for (const stranger of ['1001', '1003']) {
    const refusal = await hr.refusal(invitationOf(person(stranger), id));
    expect(refusal).toMatchObject({ status: 404, code: 'enrolment-unknown' });
  }
  expect(await hr.refusal(invitationOf(hr, id))).toMatchObject({ status: 404 });
  expect(await hr.refusal(invitationOf(hr.another(), id))).toMatchObject({ status: 401 });
  const unknown = invitationOf(person('1002'), '11111111-1111-4111-8111-111111111111');
  expect(await hr.refusal(unknown)).toMatchObject({ status: 404 });
});
