import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ParkedStatementResponse, Problem, ResolvedParkedResponse, StatementSourceResponse } from '#contract';
import fc from 'fast-check';
import { activate, type ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import {
  account,
  activity,
  courseCompletions,
  HOME,
  LearningSystem,
  loadTestCourses,
  statementOf,
  VERB,
} from '../factories/xapi.factory.js';

let api: TestApi;
let hr: ApiVisitor;
let moodle: LearningSystem;

beforeAll(async () => {
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  await loadTestCourses(api);
  await api.main.query(
    `UPDATE identity.staff_member SET email = CASE staff_number WHEN '1002' THEN 'Hanako@City.example.jp'
       WHEN '1005' THEN 'both@city.example.jp' WHEN '1006' THEN 'both@city.example.jp' END`,
  );
  await api.main.query(`UPDATE identity.staff_member SET left_on = '2026-09-30' WHERE staff_number = '1004'`);
  moodle = await LearningSystem.register(api, hr, 'moodle');
}, 300_000);

afterAll(() => api?.stop());

afterEach(async () => {
  await api.main.query(
    'TRUNCATE training.statement, training.parked_statement, training.course_completion, jobs.job CASCADE',
  );
});

const count = async (table: string): Promise<number> =>
  Number((await api.main.query<{ count: string }[]>(`SELECT count(*) FROM ${table}`))[0]?.count);
const outcomes = async (): Promise<string[]> =>
  (
    await api.main.query<{ line: string }[]>(
      `SELECT outcome || ' ' || reason AS line FROM training.statement ORDER BY 1`,
    )
  ).map(({ line }) => line.trim());
const object = (id: string) => ({ objectType: 'Activity', id });
const result = (scaled: number) => ({ score: { scaled } });
const parkedList = (): Promise<ParkedStatementResponse[]> => hr.read(hr.get('/api/training/parked-statements'));
const resolve = (id: string, body: object): Promise<ResolvedParkedResponse> =>
  hr.read(hr.post(`/api/training/parked-statements/${id}`, body));
async function refused(response: Response): Promise<{ status: number; code: string; fields: (string | undefined)[] }> {
  expect(response.headers.get('x-experience-api-version')).toBe('1.0.3');
  const { code, errors } = (await response.json()) as Problem;
  return { status: response.status, code, fields: errors.map(({ field }) => field) };
}

describe('a statement', () => {
  it('is recorded as a completion of the course on its day in Japan, and the targets are computed anew', async () => {
    const [id] = await moodle.report(statementOf({ timestamp: '2026-09-30T15:30:00Z', result: result(0.29) }));
    expect(await courseCompletions(api)).toEqual([`1001 basics 2026-10-01 29 xapi ${id}`]);
    expect(await api.main.query('SELECT name, requested_by FROM jobs.job')).toEqual([
      { name: 'training.targets', requested_by: 'xapi:moodle' },
    ]);
  });

  it('is answered with ids in the order of the request, and may come alone or under its own address', async () => {
    const id = randomUUID();
    const alone = await moodle.post(statementOf({ id }));
    expect([alone.status, await alone.json()]).toEqual([200, [id]]);
    expect(alone.headers.get('x-experience-api-version')).toBe('1.0.3');
    expect((await moodle.put(id, statementOf())).status).toBe(204);
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    expect(await moodle.report(...ids.map((each) => statementOf({ id: each.toUpperCase() })))).toEqual(ids);
    expect(await moodle.report()).toEqual([]);
  });

  it('sent twice changes nothing, however it is written and whatever a store may fill in', async () => {
    const id = randomUUID();
    await moodle.report(statementOf({ id, result: { completion: true, ...result(0.8) } }));
    const before = [await courseCompletions(api), await count('jobs.job'), await count('training.statement')];
    const { object: target, ...rest } = statementOf({ id, result: { ...result(0.8), completion: true } });
    const again = {
      ...rest,
      object: { id: (target as { id: string }).id },
      actor: account('1001'),
      timestamp: '2026-10-01T01:00:00Z',
      stored: '2026-10-01T02:00:00Z',
      authority: account('moodle'),
      version: '1.0.3',
    };
    expect((await moodle.post(again)).status).toBe(200);
    expect((await moodle.put(id, { ...again, timestamp: undefined })).status).toBe(204);
    expect([await courseCompletions(api), await count('jobs.job'), await count('training.statement')]).toEqual(before);
  });

  it('with the id of another one is a conflict, and nothing of its request is taken', async () => {
    const id = randomUUID();
    await moodle.report(statementOf({ id }));
    const batch = [statementOf({ actor: account('1003') }), statementOf({ id, actor: account('1002') })];
    expect(await refused(await moodle.post(batch))).toEqual({
      status: 409,
      code: 'statement-conflict',
      fields: ['[1].id'],
    });
    for (const change of [
      { verb: { id: VERB.passed } },
      { object: object(activity('exam')) },
      { result: result(0.5) },
      { timestamp: '2026-10-02T10:00:00+09:00' },
      { context: { registration: randomUUID() } },
    ])
      expect((await moodle.put(id, statementOf(change))).status).toBe(409);
    expect(await courseCompletions(api)).toEqual([`1001 basics 2026-10-01 - xapi ${id}`]);
    expect(await count('training.statement')).toBe(1);
  });

  it('that comes from two requests at once is taken once', async () => {
    const batch = Array.from({ length: 50 }, () => statementOf({ id: randomUUID() }));
    const replies = await Promise.all([
      ...[1, 2, 3].map(() => moodle.post(batch)),
      ...[1, 2, 3].map(() => moodle.post([...batch].reverse())),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await count('training.statement')).toBe(50);
    expect(await count('jobs.job')).toBe(1);
  });
});

describe('who is meant', () => {
  it.each([
    ['the staff number, in full width too', account(' １００３ '), '1003'],
    ['an address, whatever its case', { mbox: 'mailto:hanako@city.example.jp' }, '1002'],
    [
      'the hash of an address as the roster writes it',
      { mbox_sha1sum: createHash('sha1').update('mailto:Hanako@City.example.jp').digest('hex').toUpperCase() },
      '1002',
    ],
    [
      'the hash of an address in small letters',
      { mbox_sha1sum: createHash('sha1').update('mailto:hanako@city.example.jp').digest('hex') },
      '1002',
    ],
    ['somebody who has left', account('1004'), '1004'],
  ])('%s', async (_, actor, staffNumber) => {
    await moodle.report(statementOf({ actor }));
    expect((await courseCompletions(api)).map((line) => line.split(' ')[0])).toEqual([staffNumber]);
  });

  it.each([
    ['a number of nobody', account('9999'), `9999 (${HOME})`],
    ['an address of two people', { mbox: 'mailto:both@city.example.jp' }, 'both@city.example.jp'],
    ['an OpenID', { openid: 'https://id.example.jp/taro' }, 'https://id.example.jp/taro'],
  ])('is asked of HR for %s', async (_, actor, text) => {
    await moodle.report(statementOf({ actor, result: result(0.7) }));
    expect(await courseCompletions(api)).toEqual([]);
    expect(await count('jobs.job')).toBe(0);
    expect(await parkedList()).toEqual([
      expect.objectContaining({
        source: 'moodle',
        reason: 'person-unknown',
        actor: text,
        activityId: activity('basics'),
        activityName: 'DX基礎',
        completedOn: '2026-10-01',
        mark: 70,
        alike: 1,
      }),
    ]);
  });
});

describe('what counts', () => {
  const exam = { object: object(activity('exam')) };
  it.each([
    ['completed with the pass mark', { ...exam, result: result(0.6) }, 'recorded'],
    ['completed with points out of 50', { ...exam, result: { score: { raw: 30, min: 0, max: 50 } } }, 'recorded'],
    ['completed with bare points', { ...exam, result: { score: { raw: 60 } } }, 'recorded'],
    ['passed, whatever the mark', { ...exam, verb: { id: VERB.passed }, result: result(0.1) }, 'recorded'],
    ['completed just below the pass mark', { ...exam, result: result(0.5999) }, 'ignored mark-below-pass-mark'],
    ['completed without a mark where one is wanted', exam, 'ignored mark-missing'],
    ['completion: false', { result: { completion: false } }, 'ignored not-completed'],
    ['success: false', { verb: { id: VERB.passed }, result: { success: false } }, 'ignored not-successful'],
    ['another verb', { verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' } }, 'ignored verb-not-counted'],
    ['a group', { actor: { objectType: 'Group', member: [account('1001')] } }, 'ignored actor-is-group'],
    ['a person as object', { object: { objectType: 'Agent', ...account('1002') } }, 'ignored object-not-activity'],
    ['a statement within', { object: { ...statementOf(), objectType: 'SubStatement' } }, 'ignored object-not-activity'],
    [
      'voiding',
      { verb: { id: VERB.voided }, object: { objectType: 'StatementRef', id: randomUUID() } },
      'ignored voiding-not-supported',
    ],
  ])('%s: %j', async (_, fields, outcome) => {
    await moodle.report(statementOf(fields));
    expect(await outcomes()).toEqual([outcome]);
    expect(await count('training.course_completion')).toBe(outcome === 'recorded' ? 1 : 0);
  });

  it('is never later than today, when a sender’s clock runs ahead', async () => {
    const [id] = await moodle.report(statementOf({ timestamp: '2026-10-11T08:00:00+09:00' }));
    expect(await courseCompletions(api)).toEqual([`1001 basics 2026-10-10 - xapi ${id}`]);
  });

  it('stands beside what HR or a session has recorded, which stays as it is', async () => {
    await api.main.query(
      `INSERT INTO training.course_completion (staff_number, course_key, completed_on, mark, source, recorded_at)
       VALUES ('1001', 'basics', '2026-10-01', 50, 'hr', now())`,
    );
    const [id] = await moodle.report(statementOf({ result: result(1) }));
    expect(await courseCompletions(api)).toEqual([
      `1001 basics 2026-10-01 100 xapi ${id}`,
      '1001 basics 2026-10-01 50 hr',
    ]);
  });
});

it('the order and the cutting of requests make no difference', async () => {
  const people = ['1001', '1002', '1003'];
  const one = fc.record({
    person: fc.constantFrom(...people, '9999'),
    course: fc.constantFrom('basics', 'exam', 'none'),
    day: fc.constantFrom('01', '02'),
    mark: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    verb: fc.constantFrom(VERB.completed, VERB.passed),
  });
  const whole = fc.array(one, { minLength: 1, maxLength: 12 }).chain((statements) =>
    fc.record({
      statements: fc.constant(statements),
      order: fc.shuffledSubarray([...statements.keys(), ...statements.keys()], { minLength: statements.length * 2 }),
      cuts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 24, maxLength: 24 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(whole, async ({ statements, order, cuts }) => {
      const made = statements.map(({ person, course, day, mark, verb }) =>
        statementOf({
          id: randomUUID(),
          actor: account(person),
          object: object(activity(course)),
          verb: { id: verb },
          timestamp: `2026-10-${day}T10:00:00+09:00`,
          ...(mark === undefined ? {} : { result: result(mark / 100) }),
        }),
      );
      await moodle.report(...made);
      const expected = [await courseCompletions(api), await outcomes(), await count('training.parked_statement')];
      await api.main.query(
        'TRUNCATE training.statement, training.parked_statement, training.course_completion CASCADE',
      );
      for (const at of order.keys()) {
        const size = cuts[at] ?? 1;
        const batch = new Map(order.slice(at, at + size).map((index) => [index, made[index] ?? {}]));
        await moodle.report(...batch.values());
      }
      expect([await courseCompletions(api), await outcomes(), await count('training.parked_statement')]).toEqual(
        expected,
      );
      await api.main.query(
        'TRUNCATE training.statement, training.parked_statement, training.course_completion CASCADE',
      );
    }),
    { numRuns: 8 },
  );
}, 60_000);

describe('what is refused', () => {
  it('without version, key or secret, or in another form, with words', async () => {
    const body = statementOf();
    expect(await refused(await moodle.post(body, { 'x-experience-api-version': null }))).toMatchObject({
      status: 400,
      code: 'xapi-version',
    });
    expect(await refused(await moodle.post(body, { 'x-experience-api-version': '2.0.0' }))).toMatchObject({
      status: 400,
    });
    const unsigned = await moodle.post(body, { authorization: null });
    expect(unsigned.headers.get('www-authenticate')).toContain('Basic');
    expect(await refused(unsigned)).toMatchObject({ status: 401, code: 'statement-source-refused' });
    const form = { 'content-type': 'multipart/mixed; boundary=x' };
    expect(await refused(await moodle.post('--x', form))).toMatchObject({ status: 415, code: 'xapi-media-type' });
    for (const text of ['{"actor": ', '"text"', ''])
      expect(await refused(await moodle.post(text))).toMatchObject({ status: 400 });
    const large = `[${' '.repeat(10 * 1024 * 1024)}]`;
    expect(await refused(await moodle.post(large))).toMatchObject({ status: 413, code: 'xapi-too-large' });
    expect(await count('training.statement')).toBe(0);
  });

  it('for a wrong secret, more and more slowly; a right one is let in all the same', async () => {
    const system = await LearningSystem.register(api, hr, 'guessed');
    const statuses: number[] = [];
    for (let at = 0; at < 7; at += 1) statuses.push((await system.withSecret('wrong').post([])).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await system.post([])).status).toBe(200);
  });

  it('after it has been revoked; its key is not given away again', async () => {
    const system = await LearningSystem.register(api, hr, 'old-moodle');
    expect((await system.post([])).status).toBe(200);
    const gone = await hr.read<StatementSourceResponse>(hr.delete('/api/training/statement-sources/old-moodle'));
    expect(gone.revokedAt).toBe('2026-10-10T03:00:00.000Z');
    expect((await system.post([])).status).toBe(401);
    const again = hr.post('/api/training/statement-sources', { key: 'old-moodle', name: 'x' });
    expect(await hr.refusal(again)).toMatchObject({ status: 409, code: 'statement-source-exists' });
    expect(await hr.refusal(hr.delete('/api/training/statement-sources/nobody'))).toMatchObject({ status: 404 });
    const events = await api.main.query<{ action: string }[]>(
      `SELECT action FROM identity.audit_event WHERE subject = 'old-moodle' ORDER BY id`,
    );
    expect(events.map(({ action }) => action)).toEqual(['statement-source.created', 'statement-source.revoked']);
  });

  it('whole when one of many is wrong, naming each place', async () => {
    const id = randomUUID();
    const batch = [
      statementOf(),
      statementOf({ actor: { ...account('1001'), mbox: 'mailto:a@b.example' } }),
      statementOf({ timestamp: '2026-10-20T00:00:00Z', extra: 1 }),
    ];
    expect(await refused(await moodle.post(batch))).toEqual({
      status: 400,
      code: 'statements-malformed',
      fields: ['[1].actor', '[2].extra', '[2].timestamp'],
    });
    const twice = [statementOf({ id }), statementOf({ id })];
    expect(await refused(await moodle.post(twice))).toMatchObject({ status: 400, fields: ['[1].id'] });
    expect(await refused(await moodle.put(id, statementOf({ id: randomUUID() })))).toMatchObject({ status: 400 });
    expect(await refused(await moodle.put('7', statementOf()))).toMatchObject({ fields: ['statementId'] });
    expect(await count('training.statement')).toBe(0);
  });

  it('reading: it is no record store, and says so; what it speaks anybody may ask', async () => {
    const read = await fetch(`${api.url}/api/xapi/statements?limit=1`);
    expect(read.headers.get('allow')).toBe('POST, PUT');
    expect(await refused(read)).toMatchObject({ status: 405, code: 'not-a-record-store' });
    const about = await fetch(`${api.url}/api/xapi/about`);
    expect([about.headers.get('x-experience-api-version'), await about.json()]).toEqual([
      '1.0.3',
      { version: ['1.0.3'] },
    ]);
  });

  it('a session: it opens nothing there, and a learning system’s secret opens nothing else', async () => {
    const headers = { 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' };
    const body = JSON.stringify(statementOf());
    expect((await hr.request('/api/xapi/statements', { method: 'POST', body, headers })).status).toBe(401);
    const authorization = `Basic ${Buffer.from(`moodle:${moodle.secret}`).toString('base64')}`;
    const other = await fetch(`${api.url}/api/training/parked-statements`, { headers: { ...headers, authorization } });
    expect(other.status).toBe(401);
  });
});

describe('HR', () => {
  it('sees the sources with their counts, and nobody else does', async () => {
    await moodle.report(
      statementOf(),
      statementOf({ actor: account('9999') }),
      statementOf({ verb: { id: VERB.voided } }),
      statementOf({ object: object(activity('none')) }),
    );
    const sources = await hr.read<StatementSourceResponse[]>(hr.get('/api/training/statement-sources'));
    expect(sources.find(({ key }) => key === 'moodle')).toMatchObject({
      name: 'Moodle moodle',
      lastUsedAt: '2026-10-10T03:00:00.000Z',
      revokedAt: null,
      recorded: 1,
      parked: 2,
      ignored: 1,
    });
    const staff = (await activate(hr, ['1001'])).get('1001');
    for (const path of ['statement-sources', 'parked-statements'])
      expect((await staff?.get(`/api/training/${path}`))?.status).toBe(403);
  });

  it('says once who somebody is, for everything that waits of them', async () => {
    const strange = { actor: account('taro') };
    await moodle.report(
      statementOf(strange),
      statementOf({ ...strange, object: object(activity('exam')), result: result(0.9) }),
      statementOf({ actor: account('jiro') }),
    );
    const [first] = (await parkedList()).filter(({ actor }) => actor.startsWith('taro'));
    expect(first?.alike).toBe(2);
    const path = `/api/training/parked-statements/${first?.id}`;
    expect(await hr.refusal(hr.post(path, { staffNumber: '4711' }))).toMatchObject({ code: 'staff-unknown' });
    expect(await hr.refusal(hr.post(path, {}))).toMatchObject({ status: 422, code: 'answer-incomplete' });
    expect(await hr.refusal(hr.post(path, { dismiss: true, staffNumber: '1003' }))).toMatchObject({ status: 422 });
    expect(await resolve(first?.id ?? '', { staffNumber: '1003', alike: true })).toEqual({ resolved: 2, parked: 1 });
    expect((await courseCompletions(api)).map((line) => line.slice(0, 28))).toEqual([
      '1003 basics 2026-10-01 - xap',
      '1003 exam 2026-10-01 90 xapi',
    ]);
    expect(await hr.refusal(hr.post(path, { dismiss: true }))).toMatchObject({ status: 409, code: 'parked-resolved' });
    expect(await outcomes()).toEqual(['parked person-unknown', 'recorded', 'recorded']);
    expect(await count('jobs.job')).toBe(1);
  });

  it('says which course an activity is; who is still unknown then keeps waiting for that', async () => {
    const strange = { object: object(activity('new')) };
    await moodle.report(
      statementOf({ ...strange, result: result(0.8) }),
      statementOf({ ...strange, actor: account('taro'), result: result(0.8) }),
      statementOf({ ...strange, actor: account('1003'), result: result(0.1) }),
    );
    const [group] = await parkedList();
    expect([group?.reason, group?.alike]).toEqual(['course-unknown', 3]);
    const path = `/api/training/parked-statements/${group?.id}`;
    expect(await hr.refusal(hr.post(path, { courseKey: 'nix' }))).toMatchObject({ code: 'course-unknown' });
    expect(await hr.refusal(hr.post(path, { staffNumber: '1003' }))).toMatchObject({ code: 'answer-incomplete' });
    expect(await resolve(group?.id ?? '', { courseKey: 'exam', alike: true })).toEqual({ resolved: 2, parked: 1 });
    expect(await outcomes()).toEqual(['ignored mark-below-pass-mark', 'parked person-unknown', 'recorded']);
    const [rest] = await parkedList();
    expect(rest).toMatchObject({ reason: 'person-unknown', alike: 1 });
    // The activity is still no course's: both are needed now, and the person alone brings the question of the course back.
    expect(await resolve(rest?.id ?? '', { staffNumber: '1002', courseKey: 'exam' })).toEqual({
      resolved: 1,
      parked: 0,
    });
    expect((await courseCompletions(api)).map((line) => line.slice(0, 23))).toEqual([
      '1001 exam 2026-10-01 80',
      '1002 exam 2026-10-01 80',
    ]);
  });

  it('dismisses an activity once and for all', async () => {
    const noise = Array.from({ length: 300 }, (_, at) =>
      statementOf({ object: object(activity('forum')), actor: account(`user${at}`) }),
    );
    await moodle.report(...noise);
    const [group, ...others] = await parkedList();
    expect([group?.alike, others]).toEqual([300, []]);
    expect(await resolve(group?.id ?? '', { dismiss: true, alike: true })).toEqual({ resolved: 300, parked: 0 });
    await moodle.report(statementOf({ object: object(activity('forum')) }));
    expect([...new Set(await outcomes())]).toEqual(['ignored activity-dismissed', 'ignored dismissed']);
    expect(await parkedList()).toEqual([]);
  });

  it('two of HR answer at once: one answer stands', async () => {
    const [id] = await moodle.report(statementOf({ actor: account('taro') }));
    const path = `/api/training/parked-statements/${id}`;
    const replies = await Promise.all(['1001', '1002', '1003'].map((staffNumber) => hr.post(path, { staffNumber })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await count('training.course_completion')).toBe(1);
    expect(await hr.refusal(hr.post(`/api/training/parked-statements/${randomUUID()}`, {}))).toMatchObject({
      status: 404,
    });
  });
});

it('10,000 statements in one request, twice, are 10,000 statements', async () => {
  const all = Array.from({ length: 10_000 }, (_, at) =>
    statementOf({
      id: randomUUID(),
      actor: account(String(1001 + (at % 17))),
      timestamp: new Date(Date.UTC(2024, 0, 1) + Math.floor(at / 17) * 86_400_000).toISOString(),
      result: result((at % 101) / 100),
    }),
  );
  expect(await moodle.report(...all)).toHaveLength(10_000);
  expect(await moodle.report(...all)).toHaveLength(10_000);
  expect([await count('training.statement'), await count('training.course_completion')]).toEqual([10_000, 10_000]);
  expect(await count('jobs.job')).toBe(1);
}, 60_000);
