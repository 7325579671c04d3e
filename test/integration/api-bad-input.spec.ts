import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyTrainingResponse, ParkedStatementResponse, TrainingPlanResponse } from '#contract';
import type { ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import {
  addProgramme,
  courseBody,
  createCourse,
  createSession,
  nominate,
  sessionBody,
  signInAll,
} from '../factories/training.factory.js';
import { account, LearningSystem, statementOf } from '../factories/xapi.factory.js';

let api: TestApi;
let hr: ApiVisitor;
let person: ApiVisitor;

beforeAll(async () => {
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  const people = await signInAll(api, ['1002']);
  person = people.get('1002') ?? hr;
  await addProgramme(api);
  await api.main.query(`INSERT INTO training.plan_year (programme_key, fiscal_year, target) VALUES ('dx', 2026, 10)`);
  await createCourse(hr);
}, 300_000);
afterAll(() => api?.stop());

const NUL = 'a\u0000b';
const HALF = 'a\ud83d';

describe('what no database can keep is refused at the door, whatever the route', () => {
  it.each([
    ['the name of a course', () => hr.post('/api/training/courses', courseBody({ key: 'x', name: NUL }))],
    ['the note of a session', () => hr.post('/api/training/sessions', sessionBody({ note: HALF }))],
    ['the room of a session', () => hr.post('/api/training/sessions', sessionBody({ room: NUL }))],
    ['a letter', () => hr.post('/api/training/letters', { staffNumbers: ['1002'], subject: 'x', body: HALF })],
    ['a sign-in', () => api.visitor().post('/api/session', { login: NUL, password: 'x' })],
    ['an address', () => hr.put('/api/training/courses/%00', courseBody())],
    ['a search', () => hr.get('/api/training/sessions?courseKey=%00')],
  ])('%s', async (_, send) => {
    const { status, problem } = await hr.refusal(send());
    expect(status).toBe(400);
    expect(problem.errors[0]?.ja).toContain('使えない文字');
  });

  it('a whole emoji is kept', async () => {
    expect((await createCourse(hr, { key: 'emoji', name: '研修😀' })).name).toBe('研修😀');
  });
});

describe('a plan', () => {
  const planWith = async (change: Record<string, unknown>): Promise<Response> => {
    const { version } = await hr.read<TrainingPlanResponse>(hr.get('/api/training/plan'));
    const programme = {
      ...{ key: 'dx', name: 'DX推進員', counting: 'once-in-plan', completion: { kind: 'any-course' } },
      years: [{ fiscalYear: 2026, target: 10 }],
      methods: [{ method: '集合研修' }, { method: 'eラーニング' }],
      audiences: [],
    };
    return hr.put('/api/training/plan', { version, note: '', programmes: [{ ...programme, ...change }] });
  };

  it.each([
    ['a condition that is null', { audiences: [{ name: '新人', rule: { hiredWithinYears: null } }] }],
    ['points that are null', { completion: { kind: 'points', points: null } }],
    ['an audience that is null', { methods: [{ method: '集合研修', audience: null }] }],
    ['a rule that is a list', { audiences: [{ name: '所属長', rule: [{ heads: true }] }] }],
    ['grades that are a list', { audiences: [{ name: '主査', rule: { grades: [] } }] }],
    ['a completion that is a list', { completion: [] }],
    ['a year that is a list', { years: [[]] }],
    ['a method that is a list', { methods: [[]] }],
    ['an audience that is a list', { audiences: [[]] }],
  ])('is refused with %s', async (_, change) => {
    expect((await hr.refusal(planWith(change))).status).toBe(400);
  });

  it('is refused with a list in the place of a programme', async () => {
    expect((await hr.refusal(hr.put('/api/training/plan', { version: 0, note: '', programmes: [[]] }))).status).toBe(
      400,
    );
  });
});

it.each([
  ['a deadline in the year 0', { applyUntil: '0000-01-01' }],
  ['a beginning in the year 9999', { startsAt: '9999-12-31T23:00:00-23:00', endsAt: '9999-12-31T23:30:00-23:00' }],
])('a session with %s is refused', async (_, fields) => {
  expect((await hr.refusal(hr.post('/api/training/sessions', sessionBody(fields)))).status).toBe(400);
});

it('giving free a target of no year is refused as unknown', async () => {
  const gone = hr.delete('/api/training/programmes/dx/targets/99999999999/A');
  expect((await hr.refusal(gone)).status).toBe(404);
});

describe('learning systems', () => {
  it('may name an activity so long that a plain cut would part an emoji', async () => {
    const moodle = await LearningSystem.register(api, hr, 'long-names');
    const object = { id: 'https://x.example/unknown', definition: { name: { ja: `${'a'.repeat(199)}😀` } } };
    await moodle.report(statementOf({ actor: account('1002'), object }));
    const parked = await hr.read<ParkedStatementResponse[]>(hr.get('/api/training/parked-statements'));
    expect(parked[0]?.activityName).toBe(`${'a'.repeat(199)}😀`);
    const answer = (body: unknown): Promise<Response> =>
      hr.post(`/api/training/parked-statements/${parked[0]?.id}`, body);
    for (const body of [
      { staffNumber: null, courseKey: 'basics' },
      { dismiss: true, alike: null },
    ])
      expect((await hr.refusal(answer(body))).status).toBe(400);
  });
});

it('what a session takes back, a learning system’s report of the same day goes on saying', async () => {
  const url = 'https://x.example/course/1';
  await createCourse(hr, { key: 'both-ways', name: '両方', activityId: url });
  const when = { startsAt: '2026-10-10T10:00:00+09:00', endsAt: '2026-10-10T11:00:00+09:00', applyUntil: '2026-10-09' };
  api.setClock(new Date('2026-10-08T03:00:00Z'));
  const { id } = await createSession(hr, { courseKey: 'both-ways', ...when });
  await hr.read(nominate(hr, id, ['1002']), 201);
  api.setClock(new Date('2026-10-10T03:00:00Z'));
  const { enrolments } = await hr.read<{ enrolments: { id: string }[] }>(hr.get(`/api/training/sessions/${id}`));
  const settle = (attendance: string): Promise<unknown> => {
    const entries = enrolments.map((each) => ({ enrolmentId: each.id, attendance, mark: null }));
    return hr.read(hr.put(`/api/training/sessions/${id}/attendance`, { entries, close: true }));
  };
  await settle('attended');
  const moodle = await LearningSystem.register(api, hr, 'both-ways');
  await moodle.report(
    statementOf({ actor: account('1002'), object: { id: url }, timestamp: '2026-10-10T02:00:00Z', result: undefined }),
  );
  await settle('absent');
  const mine = await hr.read<MyTrainingResponse>(person.get('/api/training/mine'));
  expect(mine.completions).toEqual([{ subject: 'course:both-ways', name: '両方', completedOn: '2026-10-10' }]);
});
