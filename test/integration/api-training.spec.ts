import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CourseResponse, JobResponse, TrainingSessionDetailResponse, TrainingSessionResponse } from '#contract';
import type { ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, NOW, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import {
  addProgramme,
  courseBody,
  createCourse,
  createSession,
  decide,
  getSession,
  nominate,
  onDay,
  places,
  seat,
  sessionBody,
  signInAll,
  toldAbout,
} from '../factories/training.factory.js';

const NUMBERS = ['1001', '1002', '1003', '1004', '1005'];
const UNKNOWN = '11111111-1111-4111-8111-111111111111';
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
  await addProgramme(api, 'security', '情報セキュリティ');
  await createCourse(hr);
  await createCourse(hr, { key: 'marked', name: '検定', passMark: 60 });
}, 300_000);
afterAll(() => api?.stop());
beforeEach(() => api.setClock(NOW));

function person(staffNumber: string): ApiVisitor {
  const visitor = people.get(staffNumber);
  if (!visitor) throw new Error(`${staffNumber} is not signed in`);
  return visitor;
}

const freshSession = async (fields: Readonly<Record<string, unknown>> = {}): Promise<TrainingSessionResponse> =>
  createSession(hr, { ...onDay((day += 1)), ...fields });

async function actions(subject: string): Promise<string[]> {
  const rows = await api.main.query<{ action: string }[]>(
    'SELECT action FROM identity.audit_event WHERE subject = $1 ORDER BY id',
    [subject],
  );
  return rows.map(({ action }) => action);
}

describe('courses', () => {
  it('are kept by HR and seen by everybody, those withdrawn last', async () => {
    const created = await createCourse(hr, { key: 'archive', name: ' 文書管理 ', activityId: ' ' });
    expect(created).toEqual({
      ...courseBody({ key: 'archive', name: '文書管理' }),
      programme: 'DX推進員',
      upcoming: 0,
      completed: 0,
    });
    const { key: _, ...body } = courseBody({ name: '文書', withdrawn: true, points: 3, activityId: 'https://lms/1' });
    expect(await hr.read(hr.put('/api/training/courses/archive', body))).toMatchObject({ name: '文書', points: 3 });
    const courses = await hr.read<CourseResponse[]>(person('1002').get('/api/training/courses'));
    expect(courses.at(-1)).toMatchObject({ key: 'archive', withdrawn: true, activityId: 'https://lms/1' });
    expect(await actions('archive')).toEqual(['course.created', 'course.changed']);
    const refused = await hr.refusal(person('1001').post('/api/training/courses', courseBody({ key: 'mine' })));
    expect(refused).toMatchObject({ status: 403, code: 'role-missing' });
  });

  it.each([
    ['a key in use', { key: 'basics' }, 409, 'course-key-taken'],
    ['a method of no programme', { key: 'x', method: '独学' }, 422, 'method-unknown'],
    ['an unknown programme', { key: 'x', programmeKey: 'none' }, 422, 'programme-unknown'],
    ['a blank name', { key: 'x', name: '　' }, 422, 'name-blank'],
    ['a key that is no key', { key: '講座' }, 400, 'request-malformed'],
    ['an activity of another course', { key: 'x', activityId: 'https://lms/2' }, 409, 'activity-taken'],
  ])('refuse %s', async (_, fields, status, code) => {
    if (code === 'activity-taken') await createCourse(hr, { key: 'lms', activityId: 'https://lms/2' });
    const refusal = await hr.refusal(hr.post('/api/training/courses', courseBody(fields)));
    expect(refusal).toMatchObject({ status, code });
    const { key: __, ...body } = courseBody();
    expect(await hr.refusal(hr.put('/api/training/courses/none', body))).toMatchObject({ status: 404 });
  });

  it('of one key or activity are made once, however many ask at once', async () => {
    const ask = (fields: object) => hr.post('/api/training/courses', courseBody({ ...fields }));
    const keys = await Promise.all([1, 2, 3, 4].map(() => ask({ key: 'twin' })));
    expect(keys.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const activities = await Promise.all([1, 2, 3].map((at) => ask({ key: `a${at}`, activityId: 'https://lms/3' })));
    expect(activities.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
});

describe('sessions', () => {
  it('are listed in order of time, from today on or between two days', async () => {
    const [late, early] = [await freshSession({ ...onDay(150) }), await freshSession({ ...onDay(149) })];
    const list = async (query: string) =>
      (await hr.read<TrainingSessionResponse[]>(person('1002').get(`/api/training/sessions${query}`))).map(
        ({ id }) => id,
      );
    expect((await list('')).slice(-2)).toEqual([early.id, late.id]);
    expect(await list('?from=2027-03-30')).toEqual([late.id]);
    expect(await list('?from=2027-03-29&until=2027-03-29')).toEqual([early.id]);
    expect(await list('?from=2027-03-29&courseKey=marked')).toEqual([]);
    expect(await hr.refusal(hr.get('/api/training/sessions?from=2027-02-30'))).toMatchObject({ status: 400 });
    api.setClock(new Date('2027-03-29T03:30:00Z'));
    expect(await list('')).toEqual([early.id, late.id]);
    api.setClock(new Date('2027-03-29T15:00:00Z'));
    expect(await list('')).toEqual([late.id]);
  });

  it('say whether they are open', async () => {
    const { id, open } = await freshSession();
    expect(open).toBe(true);
    api.setClock(new Date('2026-10-31T15:00:00Z'));
    expect((await getSession(hr, id)).session.open).toBe(false);
  });

  it.each([
    ['an end before the beginning', { endsAt: '2026-11-10T13:30:00+09:00' }, 422, 'session-times'],
    ['a time that has passed', { startsAt: '2026-10-10T11:59:00+09:00' }, 422, 'session-past'],
    ['applications after the beginning', { applyUntil: '2026-11-11' }, 422, 'apply-until-late'],
    ['an unknown course', { courseKey: 'none' }, 404, 'course-unknown'],
    ['a time without offset', { startsAt: '2026-11-10T13:30:00' }, 400, 'request-malformed'],
    ['a day that does not exist', { applyUntil: '2026-11-31' }, 400, 'request-malformed'],
    ['no seats', { capacity: 0 }, 400, 'request-malformed'],
  ])('refuse %s', async (_, fields, status, code) => {
    const refusal = await hr.refusal(hr.post('/api/training/sessions', sessionBody(fields)));
    expect(refusal).toMatchObject({ status, code });
  });

  it('show who is enrolled to HR only', async () => {
    const { id } = await freshSession();
    expect(await hr.refusal(person('1001').get(`/api/training/sessions/${id}`))).toMatchObject({
      status: 403,
      code: 'role-missing',
    });
    expect(await hr.refusal(hr.get(`/api/training/sessions/${UNKNOWN}`))).toMatchObject({
      status: 404,
      code: 'session-unknown',
    });
    expect(await hr.refusal(person('1001').put(`/api/training/sessions/${id}`, sessionBody()))).toMatchObject({
      status: 403,
    });
  });

  it('do not share a room at one time, also when both are asked for at once; one after the other may', async () => {
    const at = (from: string, to: string, room = '第1会議室') =>
      sessionBody({ startsAt: `2026-12-05T${from}+09:00`, endsAt: `2026-12-05T${to}+09:00`, room });
    const ask = (body: object) => hr.post('/api/training/sessions', body);
    const replies = await Promise.all([1, 2, 3].map(() => ask(at('10:00', '12:00'))));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refusal = await hr.refusal(ask(at('11:59', '13:00', ' 第１会議室 ')));
    expect(refusal).toMatchObject({ status: 409, code: 'room-taken' });
    expect(refusal.problem.title).toContain('「DX基礎」(令和8年12月5日 10:00〜12:00)');
    const next = await hr.read<TrainingSessionResponse>(ask(at('12:00', '13:00')), 201);
    const path = `/api/training/sessions/${next.id}`;
    expect(await hr.refusal(hr.put(path, at('11:00', '13:00')))).toMatchObject({ code: 'room-taken' });
    await hr.read(hr.put(path, at('12:30', '13:00')));
    await hr.read(ask(at('10:00', '12:00', '')), 201);
    await hr.read(ask(at('10:00', '12:00', '')), 201);
    await hr.read(hr.post(`${path}/cancel`, { reason: '' }));
    await hr.read(ask(at('12:30', '13:00')), 201);
  });

  it('that get more seats give them to those first in line; fewer seats than people are refused', async () => {
    const session = await freshSession({ capacity: 1 });
    for (const staffNumber of NUMBERS) await seat(person(staffNumber), session.id);
    const path = `/api/training/sessions/${session.id}`;
    const body = (capacity: number) => ({ ...session, capacity });
    expect(await hr.read(hr.put(path, onlyBody(body(3))))).toMatchObject({ seated: 3, waiting: 2, capacity: 3 });
    expect(await toldAbout(api, session.id, 'moved-up')).toEqual(['1002 moved-up', '1003 moved-up']);
    expect(await toldAbout(api, session.id, 'session-changed')).toEqual([]);
    const refusal = await hr.refusal(hr.put(path, onlyBody(body(2))));
    expect(refusal).toMatchObject({ status: 409, code: 'capacity-too-low' });
    expect(refusal.problem.title).toContain('3人');
    expect(await hr.refusal(hr.put(path, onlyBody({ ...session, courseKey: 'marked' })))).toMatchObject({
      status: 409,
      code: 'course-fixed',
    });
  });

  it('that move tell everybody with a place, and grow a revision', async () => {
    const session = await freshSession({ capacity: 1 });
    await seat(person('1002'), session.id);
    await seat(person('1003'), session.id);
    const path = `/api/training/sessions/${session.id}`;
    await hr.read(hr.put(path, onlyBody({ ...session, note: '筆記具を持参' })));
    await hr.read(hr.put(path, onlyBody({ ...session, room: '大会議室' })));
    expect(await toldAbout(api, session.id, 'session-changed')).toEqual([
      '1002 session-changed',
      '1003 session-changed',
    ]);
    const rows = await api.main.query('SELECT revision FROM training.session WHERE id = $1', [session.id]);
    expect(rows).toEqual([{ revision: 1 }]);
    expect(await actions(session.id)).toEqual(['session.created', 'session.changed', 'session.changed']);
  });

  it('that are called off free everybody and tell them why, once', async () => {
    const session = await freshSession({ capacity: 1 });
    await seat(person('1002'), session.id);
    await seat(person('1003'), session.id);
    const path = `/api/training/sessions/${session.id}`;
    const reply = await hr.read(hr.post(`${path}/cancel`, { reason: '台風のため' }));
    expect(reply).toMatchObject({ state: 'cancelled', seated: 0, waiting: 0, open: false });
    expect(await toldAbout(api, session.id, 'session-cancelled')).toEqual([
      '1002 session-cancelled',
      '1003 session-cancelled',
    ]);
    expect(await toldAbout(api, session.id, 'moved-up')).toEqual([]);
    expect((await getSession(hr, session.id)).enrolments.map(({ reason }) => reason)).toEqual([
      '台風のため',
      '台風のため',
    ]);
    expect(await hr.refusal(hr.post(`${path}/cancel`, { reason: '' }))).toMatchObject({ code: 'session-cancelled' });
    expect(await hr.refusal(hr.put(path, onlyBody({ ...session })))).toMatchObject({ code: 'session-cancelled' });
  });

  it('are printed by a job', async () => {
    const { id } = await freshSession();
    const ask = (kind: string, session = id) => hr.post(`/api/training/sessions/${session}/documents`, { kind });
    const job = await hr.read<JobResponse>(ask('attendance-sheet'), 202);
    expect(job).toMatchObject({ name: 'document.build', state: 'pending' });
    const rows = await api.main.query('SELECT payload FROM jobs.job WHERE id = $1', [job.id]);
    expect(rows).toEqual([{ payload: { kind: 'attendance-sheet', subject: id } }]);
    expect(await hr.refusal(ask('completion-list', UNKNOWN))).toMatchObject({ status: 404 });
    expect(await hr.refusal(ask('poster'))).toMatchObject({ status: 400 });
  });
});

describe('attendance', () => {
  const AFTER = new Date('2027-02-10T05:00:00Z');

  /** 1002 to 1005 nominated, with seats for three of them, on 10 February 2027. */
  async function held(fields: Readonly<Record<string, unknown>> = {}): Promise<TrainingSessionDetailResponse> {
    const session = await createSession(hr, { ...onDay(102), capacity: 3, ...fields });
    await hr.read(nominate(hr, session.id, ['1002', '1003', '1004', '1005']), 201);
    return getSession(hr, session.id);
  }

  const save = (session: string, entries: readonly object[], close: boolean): Promise<Response> =>
    hr.put(`/api/training/sessions/${session}/attendance`, { entries, close });

  const entry = (
    detail: TrainingSessionDetailResponse,
    at: number,
    attendance: string | null,
    mark: number | null = null,
  ) => ({
    enrolmentId: detail.enrolments[at]?.id,
    attendance,
    mark,
  });

  const completions = (course: string): Promise<object[]> =>
    api.main.query(
      `SELECT staff_number, to_char(completed_on, 'YYYY-MM-DD') AS day, mark, source FROM training.course_completion
       WHERE course_key = $1 ORDER BY staff_number, day, source`,
      [course],
    );

  const recomputations = async (): Promise<number> => {
    const rows = await api.main.query<unknown[]>(`SELECT FROM jobs.job WHERE name = 'training.targets'`);
    return rows.length;
  };

  it('is kept while it is entered, after the beginning only', async () => {
    const detail = await held();
    const { id } = detail.session;
    const sheet = [entry(detail, 0, 'attended', 70), entry(detail, 1, 'absent', 90)];
    expect(await hr.refusal(save(id, sheet, false))).toMatchObject({ status: 409, code: 'session-not-started' });
    api.setClock(new Date('2027-02-10T01:00:00Z'));
    await hr.read(save(id, sheet, false));
    const saved = await hr.read<TrainingSessionDetailResponse>(save(id, [entry(detail, 2, 'attended')], false));
    expect(saved.enrolments.map(({ attendance, mark, completed }) => [attendance, mark, completed])).toEqual([
      ['attended', 70, null],
      ['absent', null, null],
      ['attended', null, null],
      [null, null, null],
    ]);
    expect(saved.session.state).toBe('scheduled');
    const late = await hr.refusal(hr.put(`/api/training/sessions/${id}`, onlyBody({ ...detail.session })));
    expect(late).toMatchObject({ status: 409, code: 'session-started' });
    expect(await hr.refusal(save(id, [entry(detail, 3, 'attended')], false))).toMatchObject({
      status: 422,
      code: 'enrolment-not-seated',
    });
    expect(await hr.refusal(save(id, [entry(detail, 0, 'attended'), entry(detail, 0, 'absent')], false))).toMatchObject(
      {
        status: 400,
      },
    );
    expect(await hr.refusal(save(id, [entry(detail, 0, 'late')], false))).toMatchObject({ status: 400 });
    await hr.read(hr.post(`/api/training/sessions/${id}/cancel`, { reason: '' }));
  });

  it('is settled once all of it is there, and records who has completed the course', async () => {
    const detail = await held({ courseKey: 'marked' });
    const { id } = detail.session;
    const jobs = await recomputations();
    api.setClock(AFTER);
    const missing = await hr.refusal(save(id, [entry(detail, 0, 'attended', 60)], true));
    expect(missing).toMatchObject({ status: 422, code: 'attendance-missing' });
    expect(missing.problem.errors.map(({ ja }) => ja)).toEqual([
      '職員 1003(1003)の出欠がありません。',
      '職員 1004(1004)の出欠がありません。',
    ]);
    const unmarked = [entry(detail, 0, 'attended', 60), entry(detail, 1, 'attended'), entry(detail, 2, 'absent')];
    expect(await hr.refusal(save(id, unmarked, true))).toMatchObject({ status: 422, code: 'marks-missing' });
    expect((await getSession(hr, id)).enrolments[0]?.attendance).toBeNull();
    unmarked[1] = entry(detail, 1, 'attended', 59);
    const closed = await hr.read<TrainingSessionDetailResponse>(save(id, unmarked, true));
    expect(closed.session.state).toBe('closed');
    expect(closed.enrolments.map(({ completed }) => completed)).toEqual([true, false, false, null]);
    expect(await completions('marked')).toEqual([
      { staff_number: '1002', day: '2027-02-10', mark: 60, source: 'session' },
    ]);
    expect(await toldAbout(api, id, 'completed')).toEqual(['1002 completed']);
    expect(await recomputations()).toBe(jobs + 1);
    expect((await actions(id)).at(-1)).toBe('session.closed');
    expect(await hr.refusal(hr.post(`/api/training/sessions/${id}/cancel`, { reason: '' }))).toMatchObject({
      code: 'session-closed',
    });
  });

  it('of a closed session is corrected by settling it again; what came from elsewhere stays', async () => {
    const detail = await held(onDay(103));
    const { id } = detail.session;
    api.setClock(new Date('2027-02-11T05:00:00Z'));
    await api.main.query(
      `INSERT INTO training.course_completion (staff_number, course_key, completed_on, source, recorded_at)
       VALUES ('1003', 'basics', '2027-02-11', 'import', now()), ('1002', 'basics', '2026-05-01', 'import', now())`,
    );
    await hr.read(save(id, [0, 1].map((at) => entry(detail, at, 'attended')).concat(entry(detail, 2, 'absent')), true));
    const on = (staff_number: string, day: string, source: string) => ({ staff_number, day, mark: null, source });
    const imported = [on('1002', '2026-05-01', 'import'), on('1003', '2027-02-11', 'import')];
    const [early, late] = imported;
    const attended = [on('1002', '2027-02-11', 'session'), on('1003', '2027-02-11', 'session')];
    expect(await completions('basics')).toEqual([early, attended[0], late, attended[1]]);
    expect(await hr.refusal(save(id, [], false))).toMatchObject({ status: 409, code: 'session-closed' });
    const corrected = ['absent', 'absent', 'attended'].map((each, at) => entry(detail, at, each));
    await hr.read(save(id, corrected, true));
    expect(await completions('basics')).toEqual([...imported, on('1004', '2027-02-11', 'session')]);
    await hr.read(save(id, [], true));
    expect(await completions('basics')).toEqual([...imported, on('1004', '2027-02-11', 'session')]);
    expect(await toldAbout(api, id, 'completed')).toEqual(['1002 completed', '1003 completed', '1004 completed']);
    expect((await actions(id)).slice(-3)).toEqual(['session.closed', 'session.corrected', 'session.corrected']);
  });

  it('counts a seat that no head has approved, and is settled from the last day on', async () => {
    await createCourse(hr, { key: 'two-days', name: '2日間' });
    const session = await createSession(hr, {
      courseKey: 'two-days',
      startsAt: '2027-02-20T09:00:00+09:00',
      endsAt: '2027-02-21T17:00:00+09:00',
    });
    const { id } = await seat(person('1002'), session.id);
    const sheet = [{ enrolmentId: id, attendance: 'attended', mark: null }];
    api.setClock(new Date('2027-02-20T08:00:00Z'));
    expect(await hr.refusal(save(session.id, sheet, true))).toMatchObject({ status: 409, code: 'session-not-over' });
    api.setClock(new Date('2027-02-20T15:00:00Z'));
    const closed = await hr.read<TrainingSessionDetailResponse>(save(session.id, sheet, true));
    expect(closed.enrolments[0]).toMatchObject({ approval: 'pending', completed: true });
    expect(await completions('two-days')).toMatchObject([{ staff_number: '1002', day: '2027-02-21' }]);
    expect(await hr.refusal(decide(person('1001'), id, true))).toMatchObject({ code: 'session-closed' });
    expect(places(closed).seated).toEqual(['1002']);
  });
});

/** Of a session as it was read, what HR sends back to change it. */
function onlyBody(session: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { courseKey, startsAt, endsAt, room, capacity, applyUntil, note } = session;
  return { courseKey, startsAt, endsAt, room, capacity, applyUntil, note };
}
