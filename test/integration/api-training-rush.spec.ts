import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EnrolmentResponse } from '#contract';
import type { ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import {
  addProgramme,
  addStaff,
  apply,
  createCourse,
  createSession,
  getSession,
  giveBack,
  onDay,
  places,
  signInAll,
  toldAbout,
} from '../factories/training.factory.js';

const PEOPLE = 200;
const SEATS = 20;

let api: TestApi;
let hr: ApiVisitor;
let people: Map<string, ApiVisitor>;

beforeAll(async () => {
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  people = await signInAll(api, await addStaff(api, PEOPLE));
  await addProgramme(api);
  await createCourse(hr);
}, 300_000);
afterAll(() => api?.stop());

/** Everybody at once; every answer must be a seat or a place in the line. */
async function rush(session: string, crowd = [...people]): Promise<Map<string, EnrolmentResponse>> {
  const answers = await Promise.all(
    crowd.map(async ([staffNumber, person]) => {
      return [staffNumber, await person.read<EnrolmentResponse>(apply(person, session), 201)] as const;
    }),
  );
  return new Map(answers);
}

describe('200 people who apply for 20 seats at once', () => {
  let session: string;
  let answers: Map<string, EnrolmentResponse>;
  let line: string[];

  beforeAll(async () => {
    session = (await createSession(hr, { ...onDay(10), capacity: SEATS })).id;
    answers = await rush(session);
  });

  it('are 20 with a seat and 180 in the line, and nobody is lost', async () => {
    const detail = await getSession(hr, session);
    const { seated, waiting, cancelled } = places(detail);
    expect([seated.length, waiting.length, cancelled.length]).toEqual([SEATS, PEOPLE - SEATS, 0]);
    expect([...seated, ...waiting].sort()).toEqual([...people.keys()].sort());
    expect(detail.session).toMatchObject({ seated: SEATS, waiting: PEOPLE - SEATS });
    for (const { staffNumber, place } of detail.enrolments) expect(answers.get(staffNumber)?.place).toBe(place);
    line = waiting;
  });

  it('stand in the line in the order in which they were taken', async () => {
    const rows = await api.main.query<{ staff_number: string; place: string }[]>(
      'SELECT staff_number, place FROM training.enrolment WHERE session_id = $1 ORDER BY ordinal',
      [session],
    );
    expect(rows.slice(0, SEATS).every(({ place }) => place === 'seated')).toBe(true);
    expect(rows.slice(SEATS).map(({ staff_number }) => staff_number)).toEqual(line);
    const { enrolments } = await getSession(hr, session);
    expect(enrolments.filter(({ place }) => place === 'waiting').map((each) => each.line)).toEqual(
      line.map((_, at) => at + 1),
    );
  });

  it('are each told once where they are, and the head is asked about each', async () => {
    expect((await toldAbout(api, session, 'seated')).length).toBe(SEATS);
    expect((await toldAbout(api, session, 'waiting')).length).toBe(PEOPLE - SEATS);
    const asked = await toldAbout(api, session, 'approval-asked');
    expect(asked).toEqual(asked.map(() => '1011 approval-asked'));
    expect(asked.length).toBe(PEOPLE);
    const { notices } = await getSession(hr, session);
    expect(notices).toEqual({ waiting: 2 * PEOPLE, sent: 0, 'no-address': 0, 'no-server': 0, failed: 0 });
  });

  it('move up when five of them give their seats back at once: the first five, each told by mail', async () => {
    const leaving = places(await getSession(hr, session)).seated.slice(3, 8);
    const replies = await Promise.all(
      leaving.map((staffNumber) => {
        const person = people.get(staffNumber) ?? hr;
        return person.read<EnrolmentResponse>(giveBack(person, answers.get(staffNumber)?.id ?? '', '業務のため'));
      }),
    );
    expect(replies.every(({ place }) => place === 'cancelled')).toBe(true);
    const { seated, waiting, cancelled } = places(await getSession(hr, session));
    expect([seated.length, waiting.length]).toEqual([SEATS, PEOPLE - SEATS - 5]);
    expect(cancelled.sort()).toEqual([...leaving].sort());
    expect(seated.slice(-5)).toEqual(line.slice(0, 5));
    expect(waiting).toEqual(line.slice(5));
    expect((await toldAbout(api, session, 'moved-up')).sort()).toEqual(
      line
        .slice(0, 5)
        .map((staffNumber) => `${staffNumber} moved-up`)
        .sort(),
    );
  });

  it('find the line at its end when they come back', async () => {
    const [back] = places(await getSession(hr, session)).cancelled;
    const person = people.get(back ?? '') ?? hr;
    const again = await person.read<EnrolmentResponse>(apply(person, session), 201);
    expect(again).toMatchObject({ id: answers.get(back ?? '')?.id, place: 'waiting', line: PEOPLE - SEATS - 4 });
    const rows = await api.main.query('SELECT count(*)::integer AS n FROM training.enrolment WHERE session_id = $1', [
      session,
    ]);
    expect(rows).toEqual([{ n: PEOPLE }]);
  });
});

describe('a session with fewer seats than the api has connections to its database', () => {
  it('still gives out no seat twice', async () => {
    for (const [at, capacity] of [1, 3, 7].entries()) {
      const session = await createSession(hr, { ...onDay(11 + at), capacity });
      await rush(session.id, [...people].slice(0, 30));
      const { seated, waiting } = places(await getSession(hr, session.id));
      expect([seated.length, waiting.length]).toEqual([capacity, 30 - capacity]);
    }
  });
});
