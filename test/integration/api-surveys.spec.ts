import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CreateSurveyRequest,
  JobResponse,
  ParticipationResponse,
  ResultsResponse,
  SurveyDetailResponse,
  SurveyResponse,
} from '#contract';
import pg from 'pg';
import { activate, type ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, NOW, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import { blindPaperBody, blindTicketBody } from '../factories/ticket.factory.js';

let api: TestApi;
let hr: ApiVisitor;
let people: Map<string, ApiVisitor>;

beforeAll(async () => {
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  people = await activate(hr, ['1001', '1002', '1003', '1011', '1012', '2001']);
}, 300_000);
afterAll(() => api?.stop());

function person(staffNumber: string): ApiVisitor {
  const visitor = people.get(staffNumber);
  if (!visitor) throw new Error(`${staffNumber} was not activated`);
  return visitor;
}

const DRAFT: CreateSurveyRequest = {
  title: '令和8年度 職員アンケート',
  fiscalYear: 2026,
  opensOn: '2026-10-01',
  closesOn: '2026-10-31',
  paperUntil: '2026-11-10',
  minGroup: 5,
  targetRule: { excludedJobTypes: ['教育職'], excludedStatuses: [], excludedEmploymentTypes: [] },
  custody: 'worker',
  destroyAfterDays: 30,
  questionnaire: {
    key: 'small',
    title: '{organisation}の調査票',
    sections: [
      {
        key: 's1',
        title: '仕事',
        questions: [{ code: 'q1', text: '{organisation}で働き続けたい', type: 'scale', scale: { min: 1, max: 5 } }],
      },
    ],
    scoring: { items: ['q1'], categories: [], bands: null },
  },
};

async function createSurvey(changes: Partial<CreateSurveyRequest> = {}): Promise<string> {
  const survey = await hr.read<SurveyDetailResponse>(hr.post('/api/surveys', { ...DRAFT, ...changes }), 201);
  return survey.id;
}

async function openSurvey(changes: Partial<CreateSurveyRequest> = {}): Promise<string> {
  const id = await createSurvey(changes);
  await hr.read(hr.post(`/api/surveys/${id}/open`));
  return id;
}

const jobNames = async (id: string): Promise<string[]> => {
  const sql = `SELECT name FROM jobs.job WHERE payload ->> 'surveyId' = $1 ORDER BY requested_at`;
  return (await api.main.query<{ name: string }[]>(sql, [id])).map(({ name }) => name);
};

describe('drafts', () => {
  it('offer the shipped questionnaires, each of which may be used', async () => {
    const shipped = await hr.read<{ key: string; questionnaire: object }[]>(hr.get('/api/questionnaires'));
    expect(shipped.length).toBeGreaterThanOrEqual(2);
    for (const { questionnaire } of shipped) {
      expect(await hr.read(hr.post('/api/questionnaires/check', { questionnaire }))).toEqual({ errors: [] });
    }
  });

  it('say all that is wrong with a questionnaire, with its places', async () => {
    const questionnaire = { ...DRAFT.questionnaire, scoring: { items: ['q9'], categories: [], bands: null } };
    const { errors } = await hr.read<{ errors: { path: string }[] }>(
      hr.post('/api/questionnaires/check', { questionnaire }),
    );
    expect(errors.map(({ path }) => path)).toContain('scoring.items[0]');
    const refusal = await hr.refusal(hr.post('/api/surveys', { ...DRAFT, questionnaire }));
    expect(refusal).toMatchObject({ status: 422, code: 'questionnaire-invalid' });
    expect(refusal.problem.errors.map(({ column }) => column)).toContain('scoring.items[0]');
  });

  it.each([
    [{ closesOn: '2026-09-30' }, 422, 'survey-dates'],
    [{ paperUntil: '2026-10-30' }, 422, 'survey-dates'],
    [{ opensOn: '2026-02-30' }, 400, 'request-malformed'],
    [{ closesOn: '2026-W51-1' }, 400, 'request-malformed'],
    [{ minGroup: 4 }, 400, 'request-malformed'],
    [{ title: '  ' }, 422, 'survey-title'],
    [{ targetRule: { ...DRAFT.targetRule, excludedStatuses: ['retired'] } }, 422, 'survey-target'],
  ])('refuse %j', async (changes, status, code) => {
    expect(await hr.refusal(hr.post('/api/surveys', { ...DRAFT, ...changes }))).toMatchObject({ status, code });
  });

  it('are listed with the number of people that the rule means today, changed, and deleted', async () => {
    const id = await createSurvey();
    const body = { ...DRAFT, title: '改題', minGroup: 10, targetRule: { ...DRAFT.targetRule, excludedJobTypes: [] } };
    const changed = await hr.read<SurveyDetailResponse>(hr.put(`/api/surveys/${id}`, body));
    expect(changed).toMatchObject({
      title: '改題',
      minGroup: 10,
      invited: 20,
      state: 'draft',
      itemCount: 1,
      tallyJobId: null,
    });
    const list = await hr.read<SurveyResponse[]>(hr.get('/api/surveys'));
    expect(list.find((survey) => survey.id === id)).toMatchObject({ invited: 20, fiscalYearLabel: '令和8年度' });
    expect((await hr.delete(`/api/surveys/${id}`)).status).toBe(204);
    expect((await hr.get(`/api/surveys/${id}`)).status).toBe(404);
  });
});

describe('opening', () => {
  it('happens once, however often it is asked for', async () => {
    const id = await createSurvey();
    const replies = await Promise.all([1, 2, 3].map(() => hr.post(`/api/surveys/${id}/open`)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await jobNames(id)).toEqual(['survey.announce']);
  });

  it('fixes what the tally may know: everything but people', async () => {
    const id = await openSurvey();
    const [frame] = await api.main.query<Record<string, unknown>[]>(
      'SELECT * FROM results.survey WHERE survey_id = $1',
      [id],
    );
    expect(frame).toMatchObject({
      organisation: 'のびのび市',
      invited: 17,
      min_group: 5,
      detail_min_group: 10,
      closes_at: new Date('2026-10-31T15:00:00Z'),
      paper_closes_at: new Date('2026-11-10T15:00:00Z'),
    });
    expect(JSON.stringify(frame?.['questionnaire'])).toContain('のびのび市で働き続けたい');
    expect(frame?.['attributes']).toMatchObject([
      {
        key: 'department',
        values: [{ key: 'A' }, { key: 'A1', parent: 'A' }, { key: 'A2' }, { key: 'B' }, { key: 'B1' }],
      },
      { key: 'position', values: [{ key: 'manager', label: '課長級' }, { key: 'officer' }] },
      { key: 'ageBand' },
      { key: 'employmentType', values: [{ key: 'regular', label: '正規' }] },
    ]);
    const everything = JSON.stringify(frame);
    for (const secret of ['1002', '職員 1002', 'PRIVATE KEY']) expect(everything).not.toContain(secret);
  });

  it('keeps the private key encrypted', async () => {
    const id = await openSurvey();
    const [row] = await api.main.query<{ key: string }[]>(
      'SELECT ticket_private_key AS key FROM identity.survey WHERE id = $1',
      [id],
    );
    expect(row?.key).toMatch(/^v1\./);
    expect(row?.key).not.toContain('PRIVATE');
  });

  it('is refused when the closing day has passed, and when nobody is meant', async () => {
    const over = await createSurvey({ opensOn: '2026-09-01', closesOn: '2026-10-09', paperUntil: null });
    expect(await hr.refusal(hr.post(`/api/surveys/${over}/open`))).toMatchObject({ status: 409, code: 'survey-over' });
    const empty = await createSurvey({ targetRule: { ...DRAFT.targetRule, excludedStatuses: ['active'] } });
    expect(await hr.refusal(hr.post(`/api/surveys/${empty}/open`))).toMatchObject({
      status: 409,
      code: 'target-empty',
    });
    expect(await jobNames(empty)).toEqual([]);
  });

  it('makes k unchangeable for HR, for the api, and for the owner of the database', async () => {
    const id = await openSurvey();
    const lower = { ...DRAFT, minGroup: 5, title: '書き換え' };
    expect(await hr.refusal(hr.put(`/api/surveys/${id}`, lower))).toMatchObject({
      status: 409,
      code: 'survey-not-draft',
    });
    expect(await hr.refusal(hr.delete(`/api/surveys/${id}`))).toMatchObject({ status: 409, code: 'survey-not-draft' });
    const change = `UPDATE identity.survey SET min_group = 3 WHERE id = '${id}'`;
    for (const url of [api.databases.mainUrl('nobinobi_api'), api.databases.mainOwnerUrl]) {
      await expect(runAs(url, change)).rejects.toMatchObject({ code: '23514' });
      await expect(runAs(url, `DELETE FROM identity.survey WHERE id = '${id}'`)).rejects.toMatchObject({
        code: '23514',
      });
    }
  });
});

describe('an open survey', () => {
  it('has no results of any kind: no table, no further table, no workbook, no count by cell but of who was asked', async () => {
    const id = await openSurvey();
    const path = `/api/surveys/${id}`;
    for (const asked of [
      hr.get(`${path}/results`),
      hr.post(`${path}/workbooks`, {}),
      hr.post(`${path}/tables`, { attributes: ['position'] }),
    ])
      expect(await hr.refusal(asked)).toMatchObject({ status: 404, code: 'not-released' });
    expect(await hr.read(hr.get(`${path}/tables`))).toMatchObject({ open: false, requests: [] });
    for (const table of ['release', 'score', 'analysis', 'table_request', 'box_count']) {
      const rows = await api.main.query<unknown[]>(`SELECT FROM results.${table} WHERE survey_id = $1`, [id]);
      expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
    }
  });
});

describe('closing', () => {
  it('happens once, counts the tickets, destroys the key, and starts one tally', async () => {
    const id = await openSurvey();
    await person('1001').read(person('1001').post(`/api/surveys/${id}/ticket`, blindTicketBody()));
    await hr.post(`/api/surveys/${id}/paper-marks`, { staffNumber: '1012' });
    await hr.read(hr.post(`/api/surveys/${id}/paper-tickets`, blindPaperBody()));
    const [ticket, ...closings] = await Promise.all([
      person('1002').post(`/api/surveys/${id}/ticket`, blindTicketBody()),
      ...[1, 2, 3].map(() => hr.post(`/api/surveys/${id}/close`)),
    ]);
    expect(closings.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect([200, 410]).toContain(ticket.status);
    const issued = await api.main.query('SELECT tickets, exceptions, papers FROM results.issued WHERE survey_id = $1', [
      id,
    ]);
    expect(issued).toEqual([{ tickets: ticket.status === 200 ? 3 : 2, exceptions: 0, papers: 1 }]);
    const keys = await api.main.query('SELECT ticket_private_key FROM identity.survey WHERE id = $1', [id]);
    expect(keys).toEqual([{ ticket_private_key: null }]);
    expect(await jobNames(id)).toEqual(['survey.announce', 'survey.tally']);
    const survey = await hr.read<SurveyDetailResponse>(hr.get(`/api/surveys/${id}`));
    expect(survey.state).toBe('closed');
    expect(await hr.read<JobResponse>(hr.get(`/api/jobs/${survey.tallyJobId}`))).toMatchObject({
      name: 'survey.tally',
      state: 'pending',
    });
    expect((await person('1003').post(`/api/surveys/${id}/ticket`, blindTicketBody())).status).toBe(410);
  });

  it('may be preceded by typing in paper, where there is a period for it', async () => {
    const id = await openSurvey();
    expect(await hr.read(hr.post(`/api/surveys/${id}/paper-entry`))).toMatchObject({ state: 'paper-entry' });
    expect((await person('1001').post(`/api/surveys/${id}/ticket`, blindTicketBody())).status).toBe(410);
    expect(await hr.refusal(hr.post(`/api/surveys/${id}/paper-entry`))).toMatchObject({
      status: 409,
      code: 'survey-state',
    });
    expect(await hr.read(hr.post(`/api/surveys/${id}/close`))).toMatchObject({ state: 'closed' });
    const without = await openSurvey({ paperUntil: null });
    expect(await hr.refusal(hr.post(`/api/surveys/${without}/paper-entry`))).toMatchObject({ code: 'no-paper-period' });
  });
});

describe('the participation board', () => {
  it('shows rates, and hides small groups and what would give them away', async () => {
    const id = await openSurvey();
    for (const staffNumber of ['1001', '1002', '1011']) {
      await person(staffNumber).read(person(staffNumber).post(`/api/surveys/${id}/ticket`, blindTicketBody()));
      const done = person(staffNumber).post(`/api/surveys/${id}/done`);
      expect(await person(staffNumber).read(done)).toEqual({ stored: false });
    }
    const before = await hr.read<ParticipationResponse>(hr.get(`/api/surveys/${id}/participation`));
    expect(before).toMatchObject({ invited: 17, done: 0, ballots: null, ballotRate: null });
    await hr.read(hr.post(`/api/surveys/${id}/close`));
    const board = await hr.read<ParticipationResponse>(hr.get(`/api/surveys/${id}/participation`));
    expect(board).toMatchObject({ invited: 17, done: 3, rate: '17.6', paperTickets: 0 });
    const shown = board.departments.map(({ key, parentKey, invited, done, rate }) => [
      key,
      parentKey,
      invited,
      done,
      rate,
    ]);
    expect(shown).toEqual([
      ['A', null, 10, 2, '20.0'],
      ['A/direct', 'A', 1, null, null],
      ['A1', 'A', 6, null, null],
      ['A2', 'A', 3, null, null],
      ['B', null, 7, 1, '14.3'],
      ['B1', 'B', 7, 1, '14.3'],
    ]);
    expect(board.positions.map(({ key, done }) => [key, done])).toEqual([
      ['manager', null],
      ['officer', null],
    ]);
    expect(await hr.refusal(hr.get(`/api/surveys/${await createSurvey()}/participation`))).toMatchObject({
      code: 'survey-not-opened',
    });
  });
});

describe('results', () => {
  let id: string;
  beforeAll(async () => {
    id = await openSurvey({ paperUntil: null });
    await hr.read(hr.post(`/api/surveys/${id}/close`));
  });

  it('do not exist before the release', async () => {
    expect(await hr.refusal(hr.get(`/api/surveys/${id}/results`))).toMatchObject({ status: 404, code: 'not-released' });
    expect((await hr.post(`/api/surveys/${id}/workbooks`, {})).status).toBe(404);
  });

  it('are whole for HR; heads see the whole and their own subtree; staff see nothing', async () => {
    await release(id);
    const all = await hr.read<ResultsResponse>(hr.get(`/api/surveys/${id}/results`));
    expect(all.cells).toHaveLength(6);
    expect(all).toMatchObject({ invited: 17, answered: 12, responseRate: '70.6', version: 1 });
    expect(all.cells[0]).toMatchObject({
      key: {},
      n: 12,
      overall: '3.50',
      items: [{ item: 'q1', n: 12, mean: '3.50' }],
    });
    const keysOf = async (staffNumber: string): Promise<unknown[]> => {
      const results = await person(staffNumber).read<ResultsResponse>(
        person(staffNumber).get(`/api/surveys/${id}/results`),
      );
      return results.cells.map(({ key }) => key);
    };
    expect(await keysOf('1001')).toEqual([{}, { department: 'A' }, { department: 'A1' }]);
    expect(await keysOf('1011')).toEqual([{}, { department: 'B1' }]);
    expect((await person('1002').get(`/api/surveys/${id}/results`)).status).toBe(403);
  });

  it('become workbooks: any for HR, the own ones for a head, whose job is nobody else’s', async () => {
    const url = `/api/surveys/${id}/workbooks`;
    expect(await hr.read<JobResponse>(hr.post(url, {}), 202)).toMatchObject({
      name: 'workbook.build',
      state: 'pending',
    });
    expect(await hr.refusal(hr.post(url, { departmentCode: 'Z' }))).toMatchObject({
      status: 404,
      code: 'department-unknown',
    });
    const head = person('1001');
    for (const body of [{}, { departmentCode: 'B1' }]) {
      expect(await head.refusal(head.post(url, body))).toMatchObject({ status: 403, code: 'department-not-own' });
    }
    const job = await head.read<JobResponse>(head.post(url, { departmentCode: 'A1' }), 202);
    expect((await head.get(`/api/jobs/${job.id}`)).status).toBe(200);
    expect((await hr.get(`/api/jobs/${job.id}`)).status).toBe(200);
    for (const path of ['', '/events', '/file'])
      expect((await person('1011').get(`/api/jobs/${job.id}${path}`)).status).toBe(404);
  });
});

async function runAs(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** As the tally writes it: the whole, three departments, a crossing, and a hidden one. */
async function release(surveyId: string): Promise<void> {
  await api.main.query(`INSERT INTO results.release VALUES ($1, 1, $2, 12, 0, '{}')`, [surveyId, NOW]);
  const body = {
    items: [{ item: 'q1', n: 12, sum: 42, counts: [1, 2, 3, 2, 4] }],
    categories: {},
    overall: '7/2',
    choices: [],
  };
  const cells: [object, string][] = [
    [{}, 'published'],
    [{ department: 'A' }, 'published'],
    [{ department: 'A1' }, 'primary'],
    [{ department: 'B1' }, 'published'],
    [{ department: 'B', position: 'officer' }, 'published'],
    [{ position: 'officer' }, 'published'],
  ];
  for (const [ordinal, [key, status]] of cells.entries()) {
    const published = status === 'published';
    await api.main.query(`INSERT INTO results.score VALUES ($1, 1, $2, '{department}', $3, $4, $5, $6)`, [
      ...[surveyId, ordinal, key, status],
      ...[published ? 12 : null, published ? body : null],
    ]);
  }
}
