import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessCodeIssueResponse, SessionResponse, StaffPageResponse, DepartmentResponse } from '#contract';
import { activate, ApiVisitor, readAccessCodes } from '../factories/api-visitor.js';
import { loadTestRoster, makeSetupToken, PASSWORD, startTestApi, type TestApi } from '../factories/api.factory.js';

let api: TestApi;
let hr: ApiVisitor;

beforeAll(async () => {
  api = await startTestApi();
}, 300_000);
afterAll(() => api?.stop());

describe('the first start', () => {
  it('says that it waits for its set-up, and lets nobody in', async () => {
    const visitor = api.visitor();
    const session = await visitor.read<SessionResponse>(visitor.get('/api/session'));
    expect(session).toEqual({ organisation: null, demo: false, needsSetup: true, account: null, today: '2026-10-10' });
    expect(await visitor.refusal(visitor.get('/api/surveys'))).toMatchObject({ status: 401, code: 'signed-out' });
  });

  it('makes the first HR account by the one-time link, once', async () => {
    const token = await makeSetupToken(api);
    hr = api.visitor();
    expect((await hr.get(`/api/setup/${token}`)).status).toBe(204);
    const body = { token, organisation: 'のびのび市', login: 'jinji', displayName: '人事課 担当', password: PASSWORD };
    const [first, second] = await Promise.all([hr.post('/api/setup', body), api.visitor().post('/api/setup', body)]);
    expect([first.status, second.status].sort()).toEqual([200, 404]);
    if (first.status !== 200) hr = api.visitor();
    await hr.read(hr.signIn('jinji'));
    const session = await hr.read<SessionResponse>(hr.get('/api/session'));
    expect(session.organisation).toBe('のびのび市');
    expect(session.needsSetup).toBe(false);
    expect(session.account).toMatchObject({ login: 'jinji', roles: ['staff', 'hr', 'admin'], departmentCode: null });
    expect((await hr.get(`/api/setup/${token}`)).status).toBe(404);
  });

  it('refuses a second set-up although a new link was made', async () => {
    const visitor = api.visitor();
    const body = {
      token: await makeSetupToken(api),
      organisation: '別の市',
      login: 'other',
      displayName: '別',
      password: PASSWORD,
    };
    expect(await visitor.refusal(visitor.post('/api/setup', body))).toMatchObject({ status: 409, code: 'setup-done' });
  });
});

describe('sessions', () => {
  it('gives a cookie that scripts cannot read and other sites cannot send, under a new id at each sign-in', async () => {
    const visitor = api.visitor();
    const reply = await visitor.signIn('jinji');
    const [cookie] = reply.headers.getSetCookie();
    expect(cookie).toMatch(/^nobinobi_session=.*; Path=\/api; HttpOnly; SameSite=Strict$/);
    const before = visitor.cookie;
    await visitor.signIn('jinji');
    expect(visitor.cookie).not.toBe(before);
    const old = api.visitor();
    old.cookie = before;
    expect((await old.get('/api/surveys')).status).toBe(401);
  });

  it('ends at sign-out', async () => {
    const visitor = api.visitor();
    await visitor.signIn('jinji');
    const stolen = visitor.cookie;
    expect((await visitor.delete('/api/session')).status).toBe(204);
    visitor.cookie = stolen;
    expect((await visitor.get('/api/surveys')).status).toBe(401);
  });

  it('answers unknown logins and wrong passwords alike', async () => {
    const visitor = api.visitor();
    const unknown = await visitor.refusal(visitor.signIn('nobody', 'wrong password'));
    const wrong = await visitor.refusal(visitor.signIn('jinji', 'wrong password'));
    expect(unknown.status).toBe(401);
    expect(wrong.problem).toEqual(unknown.problem);
    await visitor.read(visitor.signIn('jinji'));
  });

  it('shuts one login, and no other, after five wrong passwords', async () => {
    const visitor = api.visitor();
    for (let attempt = 0; attempt < 5; attempt++)
      expect((await visitor.signIn('1001', `wrong ${attempt}`)).status).toBe(401);
    const shut = await visitor.signIn('1001');
    expect(shut.status).toBe(429);
    expect(Number(shut.headers.get('retry-after'))).toBeGreaterThan(600);
    expect((await visitor.signIn('jinji')).status).toBe(200);
  });

  it('is not fooled by guesses sent at the same moment', async () => {
    const guesses = Array.from({ length: 20 }, (_, at) => api.visitor().signIn('guessed', `wrong ${at}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });
});

describe('what protects every route', () => {
  it.each([
    ['no header', {}],
    ['another origin', { 'x-requested-with': 'nobinobi', origin: 'https://evil.example' }],
    ['an opaque origin', { 'x-requested-with': 'nobinobi', origin: 'null' }],
  ])('refuses a change with %s', async (_, headers) => {
    const init = {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{"name":"盗まれた市"}',
    };
    expect(await hr.refusal(hr.request('/api/organisation', init))).toMatchObject({
      status: 403,
      code: 'csrf-refused',
    });
    expect(await hr.read(hr.get('/api/organisation'))).toEqual({ name: 'のびのび市' });
  });

  it('takes a change from its own origin', async () => {
    const headers = { 'x-requested-with': 'nobinobi', 'content-type': 'application/json', origin: api.url };
    const reply = await hr.request('/api/organisation', { method: 'PUT', headers, body: '{"name":"のびのび市"}' });
    expect(reply.status).toBe(200);
  });

  it('sends a policy under which nothing in an answer can run, and no trace of the framework', async () => {
    const { headers } = await hr.get('/api/session');
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('names every wrong field, in Japanese and English, without repeating what was sent', async () => {
    const { status, problem } = await hr.refusal(hr.post('/api/session', { login: 7, password: '', secret: 'x' }));
    expect(status).toBe(400);
    expect(problem).toEqual({
      type: 'urn:nobinobi:problem:request-malformed',
      title: '入力内容に誤りがあります。示された項目を直して、もう一度送ってください。',
      status: 400,
      detail: 'The request is malformed. Correct the fields listed and send it again.',
      code: 'request-malformed',
      errors: [
        {
          field: 'secret',
          ja: '「secret」は知らない項目です。取り除いてください。',
          en: 'secret: property secret should not exist',
        },
        {
          field: 'login',
          ja: '「職員番号(ログイン名)」: 文字で入力してください。',
          en: 'login: login must be a string',
        },
        {
          field: 'password',
          ja: '「パスワード」: 1文字以上で入力してください。',
          en: 'password: password must be longer than or equal to 1 characters',
        },
      ],
    });
  });

  it.each([
    ['broken JSON', 400, '{"login":'],
    ['a body that is too large', 413, JSON.stringify({ login: 'x'.repeat(1_100_000) })],
  ])('answers %s with a problem', async (_, status, body) => {
    const headers = { 'x-requested-with': 'nobinobi', 'content-type': 'application/json' };
    const refusal = await hr.refusal(hr.request('/api/session', { method: 'POST', headers, body }));
    expect(refusal.status).toBe(status);
  });

  it('answers unknown addresses and ids with a problem', async () => {
    expect(await hr.refusal(hr.get('/api/nothing'))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await hr.refusal(hr.get('/api/surveys/7'))).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('people and access codes', () => {
  let head: ApiVisitor;
  let staff: ApiVisitor;

  beforeAll(async () => {
    await loadTestRoster(api);
    const people = await activate(hr, ['1011', '1012']);
    head = people.get('1011') ?? api.visitor();
    staff = people.get('1012') ?? api.visitor();
  });

  it('lists departments depth first with everybody under them', async () => {
    const departments = await hr.read<DepartmentResponse[]>(hr.get('/api/departments'));
    expect(departments.map(({ code, headcount }) => [code, headcount])).toEqual([
      ['A', 10],
      ['A1', 6],
      ['A2', 3],
      ['B', 10],
      ['B1', 10],
    ]);
  });

  it('pages and searches the staff, by department with what lies under it', async () => {
    const page = await hr.read<StaffPageResponse>(hr.get('/api/staff?departmentCode=A&offset=8&limit=5'));
    expect(page.total).toBe(10);
    expect(page.staff.map(({ staffNumber }) => staffNumber)).toEqual(['1009', '1010']);
    const query = encodeURIComponent('職員 1011');
    const found = await hr.read<StaffPageResponse>(hr.get(`/api/staff?query=${query}`));
    expect(found.staff).toEqual([
      {
        staffNumber: '1011',
        name: '職員 1011',
        kana: null,
        departmentPath: '市民部 市民課',
        position: '課長級',
        jobType: '事務職',
        employmentType: '正規',
        status: '在職',
        roles: ['staff', 'head'],
        account: 'active',
      },
    ]);
    expect((await hr.read<StaffPageResponse>(hr.get('/api/staff?query=%25'))).total).toBe(0);
  });

  it('knows heads from the roster, and lets staff see nothing of HR', async () => {
    const session = await head.read<SessionResponse>(head.get('/api/session'));
    expect(session.account).toMatchObject({
      roles: ['staff', 'head'],
      departmentCode: 'B1',
      departmentPath: '市民部 市民課',
    });
    for (const path of ['/api/staff', '/api/surveys', '/api/departments', '/api/imports?kind=roster']) {
      expect((await staff.get(path)).status).toBe(403);
      expect((await head.get(path)).status).toBe(403);
    }
    expect((await staff.get('/api/training/plan')).status).toBe(403);
    expect((await head.get('/api/training/plan')).status).toBe(200);
  });

  it('takes a code once, however it is typed, and shows its issue to the person', async () => {
    const codes = await readAccessCodes(await hr.post('/api/access-codes', { staffNumbers: ['1013'] }));
    const code = codes.get('1013') ?? '';
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const body = { login: '1013', accessCode: typed, newPassword: PASSWORD };
    const visitors = [api.visitor(), api.visitor()];
    const replies = await Promise.all(visitors.map((visitor) => visitor.post('/api/session/first', body)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401]);
    const winner = visitors[replies.findIndex(({ status }) => status === 200)] ?? api.visitor();
    const issues = await winner.read<AccessCodeIssueResponse[]>(winner.get('/api/me/access-code-issues'));
    expect(issues).toEqual([
      { issuedAt: '2026-10-10T03:00:00.000Z', issuedBy: 'jinji', usedAt: '2026-10-10T03:00:00.000Z' },
    ]);
  });

  it('keeps the old password until a reissued code is used, and then ends the sessions opened under it', async () => {
    const codes = await readAccessCodes(await hr.post('/api/access-codes', { staffNumbers: ['1012'] }));
    expect((await staff.get('/api/me/surveys')).status).toBe(200);
    await staff.read(api.visitor().signIn('1012'));
    const fresh = api.visitor();
    const body = { login: '1012', accessCode: codes.get('1012'), newPassword: 'another long phrase' };
    await fresh.read(fresh.post('/api/session/first', body));
    expect((await staff.get('/api/me/surveys')).status).toBe(401);
    expect((await api.visitor().signIn('1012')).status).toBe(401);
    expect(await fresh.read<unknown[]>(fresh.get('/api/me/access-code-issues'))).toHaveLength(2);
  });

  it('gives everyone without one a code, once, and stores none of them', async () => {
    const codes = await readAccessCodes(await hr.post('/api/access-codes'));
    expect(codes.size).toBe(17);
    expect(codes.has('1011')).toBe(false);
    expect(await hr.refusal(hr.post('/api/access-codes'))).toMatchObject({ status: 409, code: 'nobody-without-code' });
    const dump = JSON.stringify(await api.main.query('SELECT * FROM identity.account, identity.audit_event'));
    for (const code of codes.values()) expect(dump).not.toContain(code);
  });

  it('names the staff number that does not exist, and issues nothing', async () => {
    const before = await api.main.query('SELECT count(*) FROM identity.access_code_issue');
    const refusal = await hr.refusal(hr.post('/api/access-codes', { staffNumbers: ['1014', '9999'] }));
    expect(refusal).toMatchObject({
      status: 404,
      code: 'staff-unknown',
      problem: { title: expect.stringContaining('9999') },
    });
    expect(await api.main.query('SELECT count(*) FROM identity.access_code_issue')).toEqual(before);
  });

  it('lets administrators alone set roles, and issue a code for an administrator', async () => {
    expect((await hr.put('/api/staff/1011/roles', { roles: ['hr'] })).status).toBe(204);
    expect((await head.get('/api/staff')).status).toBe(200);
    expect((await head.put('/api/staff/1011/roles', { roles: ['hr', 'admin'] })).status).toBe(403);
    expect((await hr.put('/api/staff/1014/roles', { roles: ['admin'] })).status).toBe(204);
    expect(await head.refusal(head.post('/api/access-codes', { staffNumbers: ['1014'] }))).toMatchObject({
      code: 'administrators-only',
    });
    expect((await hr.put('/api/staff/1011/roles', { roles: [] })).status).toBe(204);
    expect((await head.get('/api/staff')).status).toBe(403);
    expect(await hr.refusal(hr.put('/api/staff/9999/roles', { roles: [] }))).toMatchObject({ status: 404 });
  });

  it('lets nobody in who has left', async () => {
    await api.main.query(`UPDATE identity.staff_member SET left_on = '2026-10-01' WHERE staff_number = '1013'`);
    expect((await api.visitor().signIn('1013')).status).toBe(401);
  });
});

describe('documentation and health', () => {
  it('serves the document and a page whose scripts are its own', async () => {
    const visitor = api.visitor();
    expect(await visitor.read(visitor.get('/api/openapi.json'))).toMatchObject({ openapi: '3.1.0' });
    const page = await visitor.get('/api/docs');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const html = await page.text();
    expect(html).not.toMatch(/(src|href)="https?:/);
    for (const [, path] of html.matchAll(/src="\.?\/?([^"]+\.js)"/g)) {
      expect((await visitor.get(`/api/${path?.replace(/^(api\/)?/, '')}`)).status).toBe(200);
    }
  });

  it('lives without Redis, is not ready, and asks to try again', async () => {
    expect((await hr.get('/health/ready')).status).toBe(200);
    await api.valkey.stop();
    expect((await hr.get('/health/live')).status).toBe(200);
    expect(await hr.refusal(hr.get('/health/ready'))).toMatchObject({ status: 503, code: 'not-ready' });
    const refusal = await hr.get('/api/surveys');
    expect(refusal.status).toBe(503);
    expect(refusal.headers.get('retry-after')).toBe('5');
    expect(((await refusal.json()) as { code: string }).code).toBe('session-store-away');
  });
});
