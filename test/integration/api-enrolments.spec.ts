import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EnrolmentResponse, NominationResponse, TrainingSessionResponse } from '#contract';
import type { ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, NOW, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import {
  addProgramme,
  apply,
  courseBody,
  createCourse,
  createSession,
  decide,
  getSession,
  giveBack,
  nominate,
  onDay,
  places,
  seat,
  sessionBody,
  signInAll,
  toldAbout,
} from '../factories/training.factory.js';

const NUMBERS = Array.from({ length: 17 }, (_, at) => String(1001 + at));
let api: TestApi;
let hr: ApiVisitor;
let people: Map<string, ApiVisitor>;
let day = 0;

beforeAll(async () => {
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  people = await signInAll(api, NUMBERS);
  await addProgramme(api);
  await createCourse(hr);
  await createCourse(hr, { key: 'data', name: 'データ分析' });
}, 300_000);
afterAll(() => api?.stop());

/** 1001 heads 総務部 (A, A1, A2), 1011 heads 市民課 (B1); nobody heads 市民部. */
function person(staffNumber: string): ApiVisitor {
  const visitor = people.get(staffNumber);
  if (!visitor) throw new Error(`${staffNumber} is not signed in`);
  return visitor;
}

/** On a day of its own, so that no test clashes with another. */
async function freshSession(fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return (await createSession(hr, { ...onDay((day += 1)), ...fields })).id;
}

const ownOf = async (staffNumber: string, session: string): Promise<TrainingSessionResponse['own']> => {
  const sessions = await hr.read<TrainingSessionResponse[]>(person(staffNumber).get('/api/training/sessions'));
  return sessions.find(({ id }) => id === session)?.own ?? null;
};

describe('an application', () => {
  it('takes a seat at once and waits for the head; who comes later stands in the line', async () => {
    const session = await freshSession({ capacity: 1 });
    expect(await seat(person('1002'), session)).toMatchObject({
      staffNumber: '1002',
      name: '職員 1002',
      department: '総務部 人事課',
      place: 'seated',
      approval: 'pending',
      source: 'application',
      line: null,
    });
    expect(await seat(person('1003'), session)).toMatchObject({ place: 'waiting', line: 1 });
    expect(await seat(person('1012'), session)).toMatchObject({ place: 'waiting', line: 2 });
    expect(await toldAbout(api, session)).toEqual([
      '1001 approval-asked',
      '1002 seated',
      '1001 approval-asked',
      '1003 waiting',
      '1011 approval-asked',
      '1012 waiting',
    ]);
    expect(await ownOf('1012', session)).toMatchObject({ place: 'waiting', approval: 'pending', line: 2 });
    expect(await ownOf('1004', session)).toBeNull();
  });

  it('of a head is for the next head above; with nobody above it needs no approval', async () => {
    await api.main.query(`UPDATE identity.staff_member SET is_head = true WHERE staff_number = '1002'`);
    const session = await freshSession({ capacity: 9 });
    expect(await seat(person('1002'), session)).toMatchObject({ approval: 'pending' });
    expect(await seat(person('1003'), session)).toMatchObject({ approval: 'pending' });
    expect(await seat(person('1001'), session)).toMatchObject({ approval: 'not-needed' });
    expect(await seat(person('1011'), session)).toMatchObject({ approval: 'not-needed' });
    expect(await toldAbout(api, session, 'approval-asked')).toEqual(['1001 approval-asked', '1002 approval-asked']);
    await api.main.query(`UPDATE identity.staff_member SET is_head = false WHERE staff_number = '1002'`);
  });

  it('is refused twice for one session, and taken again at the end of the line after it was given back', async () => {
    const session = await freshSession({ capacity: 1 });
    const first = await seat(person('1002'), session);
    await seat(person('1003'), session);
    expect(await hr.refusal(apply(person('1002'), session))).toMatchObject({ status: 409, code: 'already-enrolled' });
    await person('1002').read(giveBack(person('1002'), first.id));
    const again = await seat(person('1002'), session);
    expect(again).toMatchObject({ id: first.id, place: 'waiting', line: 1, approval: 'pending' });
    expect(places(await getSession(hr, session))).toEqual({ seated: ['1003'], waiting: ['1002'], cancelled: [] });
  });

  it('is taken until the end of the last day in Japan, and by HR’s nomination until the session begins', async () => {
    const session = await freshSession({ startsAt: '2026-12-24T10:00:00+09:00', endsAt: '2026-12-24T11:00:00+09:00' });
    api.setClock(new Date('2026-10-31T14:59:59Z'));
    await seat(person('1002'), session);
    api.setClock(new Date('2026-10-31T15:00:00Z'));
    const refusal = await hr.refusal(apply(person('1003'), session));
    expect(refusal).toMatchObject({ status: 409, code: 'applications-closed' });
    expect(refusal.problem.title).toContain('令和8年10月31日');
    expect(await hr.refusal(nominate(person('1001'), session, ['1003']))).toMatchObject({
      code: 'applications-closed',
    });
    expect(await hr.read(nominate(hr, session, ['1003']), 201)).toMatchObject({ seated: 1 });
    api.setClock(new Date('2026-12-24T01:00:00Z'));
    expect(await hr.refusal(nominate(hr, session, ['1004']))).toMatchObject({ status: 409, code: 'session-started' });
    api.setClock(NOW);
  });

  it('needs a session that is held, a course that is offered, and a person', async () => {
    const unknown = '11111111-1111-4111-8111-111111111111';
    expect(await hr.refusal(apply(person('1002'), unknown))).toMatchObject({ status: 404, code: 'session-unknown' });
    const session = await freshSession();
    expect(await hr.refusal(apply(hr, session))).toMatchObject({ status: 403 });
    await hr.read(hr.post(`/api/training/sessions/${session}/cancel`, { reason: '講師の都合' }));
    expect(await hr.refusal(apply(person('1002'), session))).toMatchObject({ status: 409, code: 'session-cancelled' });
    await createCourse(hr, { key: 'old' });
    const late = await freshSession({ courseKey: 'old' });
    const { key: _, ...withdrawn } = courseBody({ withdrawn: true });
    await hr.read(hr.put('/api/training/courses/old', withdrawn));
    expect(await hr.refusal(apply(person('1002'), late))).toMatchObject({ status: 409, code: 'course-withdrawn' });
    expect(await hr.refusal(hr.post('/api/training/sessions', sessionBody({ courseKey: 'old' })))).toMatchObject({
      status: 409,
      code: 'course-withdrawn',
    });
  });

  it('is refused for a course completed in that fiscal year, and only then', async () => {
    const record = (on: string) =>
      api.main.query(
        `INSERT INTO training.course_completion (staff_number, course_key, completed_on, source, recorded_at)
         VALUES ('1005', 'data', $1, 'hr', now())`,
        [on],
      );
    await record('2026-03-31');
    await seat(person('1005'), await freshSession({ courseKey: 'data' }));
    await record('2026-04-01');
    expect(await hr.refusal(apply(person('1005'), await freshSession({ courseKey: 'data' })))).toMatchObject({
      status: 409,
      code: 'course-completed',
    });
    await seat(person('1005'), await freshSession());
  });
});

describe('two sessions at one time', () => {
  it('are not both taken, whether with a seat or in the line, and one after the other is no clash', async () => {
    const at = (from: string, to: string) => ({
      startsAt: `2026-12-01T${from}+09:00`,
      endsAt: `2026-12-01T${to}+09:00`,
    });
    const first = await freshSession({ ...at('10:00', '12:00'), capacity: 1 });
    await seat(person('1003'), first);
    await seat(person('1002'), first);
    const second = await freshSession({ ...at('11:00', '13:00'), courseKey: 'data' });
    for (const staffNumber of ['1002', '1003']) {
      const refusal = await hr.refusal(apply(person(staffNumber), second));
      expect(refusal).toMatchObject({ status: 409, code: 'session-clash' });
      expect(refusal.problem.title).toContain('「DX基礎」(令和8年12月1日 10:00〜12:00)');
    }
    await seat(person('1002'), await freshSession({ ...at('12:00', '13:00'), courseKey: 'data' }));
    await hr.read(hr.post(`/api/training/sessions/${first}/cancel`, { reason: '' }));
    await seat(person('1003'), second);
  });

  it('are not both taken when one person asks for many of them at once', async () => {
    const day = '2026-12-02';
    const sessions = await Promise.all(
      Array.from({ length: 6 }, () =>
        freshSession({ startsAt: `${day}T10:00:00+09:00`, endsAt: `${day}T12:00:00+09:00` }),
      ),
    );
    const replies = await Promise.all(sessions.map((session) => apply(person('1004'), session)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const named = await Promise.all(
      sessions.map((session) => hr.read<NominationResponse>(nominate(hr, session, ['1006', '1004', '1005']), 201)),
    );
    const taken = named.flatMap(({ outcomes }) => outcomes).filter(({ place }) => place !== null);
    expect(taken.map(({ staffNumber }) => staffNumber).sort()).toEqual(['1005', '1006']);
  });
});

describe('a session that moves', () => {
  it('takes nobody into two sessions at one time', async () => {
    const one = await freshSession();
    const other = await freshSession({ courseKey: 'data', capacity: 1 });
    await seat(person('1002'), one);
    await seat(person('1003'), other);
    await seat(person('1002'), other);
    const at = { startsAt: '2026-12-10T10:00:00+09:00', endsAt: '2026-12-10T12:00:00+09:00' };
    const move = (session: string, courseKey: string) =>
      hr.put(`/api/training/sessions/${session}`, sessionBody({ ...at, courseKey, applyUntil: '2026-10-31' }));
    await hr.read(move(one, 'basics'));
    const refusal = await hr.refusal(move(other, 'data'));
    expect(refusal).toMatchObject({ status: 409, code: 'session-clash' });
    expect(refusal.problem.title).toContain('職員 1002');
    expect(refusal.problem.errors).toMatchObject([{ ja: '職員 1002(1002): 「DX基礎」(令和8年12月10日 10:00〜12:00)' }]);
  });

  it('and an application for the other at the same moment are not both taken', async () => {
    for (const hour of [10, 12, 14, 16]) {
      const at = { startsAt: `2026-12-11T${hour}:00:00+09:00`, endsAt: `2026-12-11T${hour + 1}:00:00+09:00` };
      const [one, other] = [await freshSession(), await freshSession({ ...at, courseKey: 'data' })];
      await seat(person('1004'), one);
      const replies = await Promise.all([
        hr.put(`/api/training/sessions/${one}`, sessionBody({ ...at, applyUntil: '2026-10-31' })),
        apply(person('1004'), other),
      ]);
      expect(replies.filter(({ ok }) => ok).length).toBe(1);
      expect(replies.map(({ status }) => status)).toContain(409);
    }
  });
});

describe('the head’s word', () => {
  it('approves, and tells the person', async () => {
    const session = await freshSession();
    const { id } = await seat(person('1002'), session);
    expect(await hr.read(decide(person('1001'), id, true))).toMatchObject({ approval: 'approved', place: 'seated' });
    expect(await toldAbout(api, session, 'approved')).toEqual(['1002 approved']);
    expect(await hr.refusal(decide(person('1001'), id, false))).toMatchObject({ status: 409, code: 'decision-made' });
  });

  it('declines: the seat goes to the first in line', async () => {
    const session = await freshSession({ capacity: 1 });
    const { id } = await seat(person('1002'), session);
    await seat(person('1003'), session);
    await seat(person('1012'), session);
    const declined = await hr.read<EnrolmentResponse>(decide(person('1001'), id, false, '繁忙期のため'));
    expect(declined).toMatchObject({ place: 'cancelled', approval: 'declined', reason: '繁忙期のため' });
    expect(places(await getSession(hr, session))).toEqual({
      seated: ['1003'],
      waiting: ['1012'],
      cancelled: ['1002'],
    });
    expect(await toldAbout(api, session, 'declined')).toEqual(['1002 declined']);
    expect(await toldAbout(api, session, 'moved-up')).toEqual(['1003 moved-up']);
    const bodies = await api.main.query(
      `SELECT body FROM training.notice WHERE enrolment_id = $1 AND kind = 'declined'`,
      [id],
    );
    expect(bodies).toEqual([{ body: '繁忙期のため' }]);
  });

  it('counts in the own unit only, and never for oneself', async () => {
    const session = await freshSession({ capacity: 9 });
    const { id } = await seat(person('1002'), session);
    for (const stranger of ['1011', '1003']) {
      const refusal = await hr.refusal(decide(person(stranger), id, true));
      expect(refusal.status).toBe(403);
      expect(await hr.refusal(giveBack(person(stranger), id))).toMatchObject({ code: 'enrolment-not-yours' });
    }
    await hr.read(hr.put('/api/staff/1002/roles', { roles: ['hr'] }), 204);
    expect(await hr.refusal(decide(person('1002'), id, true))).toMatchObject({ status: 403, code: 'own-application' });
    expect(await hr.refusal(decide(hr, '11111111-1111-4111-8111-111111111111', true))).toMatchObject({ status: 404 });
    await hr.read(hr.put('/api/staff/1002/roles', { roles: [] }), 204);
    await hr.read(decide(hr, id, true));
  });

  it('cannot decline once the session has begun, but may still approve', async () => {
    const session = await freshSession({ startsAt: '2026-11-30T10:00:00+09:00', endsAt: '2026-11-30T11:00:00+09:00' });
    const { id } = await seat(person('1002'), session);
    api.setClock(new Date('2026-11-30T01:00:00Z'));
    expect(await hr.refusal(decide(person('1001'), id, false))).toMatchObject({ code: 'session-started' });
    expect(await hr.refusal(giveBack(person('1002'), id))).toMatchObject({ status: 409, code: 'session-started' });
    expect(await hr.read(decide(person('1001'), id, true))).toMatchObject({ approval: 'approved' });
    api.setClock(NOW);
  });
});

describe('a nomination', () => {
  it('of HR takes everybody it can in the order given, and says why it could not take the others', async () => {
    const session = await freshSession({ capacity: 2 });
    await seat(person('1003'), session);
    const body = await hr.read<NominationResponse>(nominate(hr, session, ['1014', '1003', '9999', '1012']), 201);
    expect(body).toMatchObject({ seated: 1, waiting: 1, refused: 2 });
    expect(body.outcomes).toEqual([
      { staffNumber: '1014', name: '職員 1014', place: 'seated', refusal: '' },
      { staffNumber: '1003', name: '職員 1003', place: null, refusal: expect.stringContaining('すでに') },
      { staffNumber: '9999', name: '', place: null, refusal: expect.stringContaining('9999') },
      { staffNumber: '1012', name: '職員 1012', place: 'waiting', refusal: '' },
    ]);
    const { enrolments } = await getSession(hr, session);
    expect(enrolments.find(({ staffNumber }) => staffNumber === '1014')).toMatchObject({
      source: 'nomination-hr',
      approval: 'not-needed',
    });
    expect(await toldAbout(api, session, 'nominated')).toEqual(['1014 nominated', '1012 nominated']);
  });

  it('of a head is for the own unit, and for others', async () => {
    const session = await freshSession({ capacity: 9 });
    const named = await hr.read<NominationResponse>(nominate(person('1001'), session, ['1008', '1012', '1001']), 201);
    expect(named.outcomes.map(({ place }) => place)).toEqual(['seated', null, null]);
    expect(named.outcomes[1]?.name).toBe('');
    expect((await getSession(hr, session)).enrolments).toMatchObject([
      { staffNumber: '1008', source: 'nomination-head', approval: 'not-needed' },
    ]);
    expect(await hr.refusal(nominate(person('1002'), session, ['1003']))).toMatchObject({ status: 403 });
    expect(await hr.refusal(nominate(hr, session, []))).toMatchObject({ status: 400 });
    expect(await hr.refusal(nominate(hr, session, ['1008', '1008']))).toMatchObject({ status: 400 });
  });
});

describe('a place that is given back', () => {
  it('is given back once, by the person, the head or HR, and whoever is next moves up', async () => {
    const session = await freshSession({ capacity: 1 });
    const first = await seat(person('1002'), session);
    const second = await seat(person('1003'), session);
    const third = await seat(person('1004'), session);
    await hr.read(giveBack(person('1001'), second.id, '出張のため'));
    expect(places(await getSession(hr, session)).waiting).toEqual(['1004']);
    expect(await hr.read(giveBack(hr, first.id))).toMatchObject({ place: 'cancelled', line: null });
    expect(await hr.refusal(giveBack(person('1002'), first.id))).toMatchObject({
      status: 409,
      code: 'enrolment-cancelled',
    });
    expect(await ownOf('1004', session)).toMatchObject({ enrolmentId: third.id, place: 'seated', line: null });
    expect(await toldAbout(api, session, 'cancelled')).toEqual(['1002 cancelled', '1003 cancelled'].sort());
    expect(await toldAbout(api, session, 'moved-up')).toEqual(['1004 moved-up']);
  });

  it('is also that of somebody who has left the organisation', async () => {
    const session = await freshSession({ capacity: 1 });
    for (const staffNumber of ['1016', '1017', '1012']) await seat(person(staffNumber), session);
    await api.main.query(
      `UPDATE identity.staff_member SET left_on = '2026-10-09' WHERE staff_number IN ('1016', '1017')`,
    );
    expect(await seat(person('1013'), session)).toMatchObject({ place: 'waiting', line: 1 });
    expect(places(await getSession(hr, session)).seated).toEqual(['1012']);
    expect(await hr.read(nominate(hr, session, ['1017']), 201)).toMatchObject({ refused: 1 });
  });
});
