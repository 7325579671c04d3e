import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  EngagementLinkResponse,
  ForecastResponse,
  JobResponse,
  PlanVersionResponse,
  ProgrammeBody,
  ProgressDetailResponse,
  TargetRevisionResponse,
  TrainingPlanResponse,
} from '#contract';
import type { ProgrammeForecast, ProgrammeProgress, ProgrammeProgressDetail } from '#survey-model';
import { seedReferenceData } from '../../apps/cli/src/start/reference-data.js';
import { activate, type ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, NOW, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import { closeSurveyAsApi } from '../factories/tally.factory.js';

let api: TestApi;
let hr: ApiVisitor;
let head: ApiVisitor;
let staff: ApiVisitor;

beforeAll(async () => {
  api = await startTestApi();
  await seedReferenceData(api.databases.mainOwnerUrl);
  hr = await setUp(api);
  await loadTestRoster(api);
  const people = await activate(hr, ['1001', '1002']);
  [head, staff] = [people.get('1001') ?? hr, people.get('1002') ?? hr];
}, 120_000);
afterAll(() => api?.stop());

const getPlan = (): Promise<TrainingPlanResponse> => hr.read(hr.get('/api/training/plan'));
const versions = (): Promise<PlanVersionResponse[]> => hr.read(hr.get('/api/training/plan/versions'));

/** The plan as the page would send it back. */
async function draft(): Promise<{ version: number; programmes: ProgrammeBody[] }> {
  const { version, programmes } = await getPlan();
  return {
    version,
    programmes: programmes.map(({ key, name, counting, methods, audiences, completion, years }) => ({
      ...{ key, name, counting, methods, audiences, completion },
      years: years.map(({ fiscalYear, target }) => ({ fiscalYear, target })),
    })),
  };
}

function part<T>(list: readonly T[], at = 0): T {
  const found = list[at];
  if (found === undefined) throw new Error(`nothing at ${at}`);
  return found;
}

async function jobsOf(name: string): Promise<{ payload: unknown; requested_by: string }[]> {
  return api.main.query(`SELECT payload, requested_by FROM jobs.job WHERE name = $1 AND state = 'pending'`, [name]);
}

const clearJobs = () => api.main.query(`UPDATE jobs.job SET state = 'done' WHERE state = 'pending'`);
beforeEach(clearJobs);

describe('the plan', () => {
  it('begins its history as it was installed', async () => {
    expect(await versions()).toEqual([
      { version: 0, savedAt: expect.any(String), savedBy: '導入時', note: '', changes: [] },
    ]);
    expect((await getPlan()).version).toBe(0);
  });

  it('is changed in one piece: plan, history, audit, and the job that computes it anew', async () => {
    const { version, programmes } = await draft();
    part(part(programmes).years, 1).target = 120;
    const saved = await hr.read<TrainingPlanResponse>(
      hr.put('/api/training/plan', { version, programmes, note: ' 9月補正 ' }),
    );
    expect(saved.version).toBe(1);
    expect(saved.jobId).not.toBeNull();
    expect(part(saved.programmes).years.map(({ target }) => target)).toEqual([100, 120, 100, 100, 100]);
    expect(part(await versions())).toEqual({
      ...{ version: 1, savedAt: NOW.toISOString(), savedBy: '人事課 担当', note: '9月補正' },
      changes: [{ programme: 'DX推進員', field: '令和8年度の目標', before: '100', after: '120' }],
    });
    expect(await jobsOf('training.targets')).toEqual([{ payload: {}, requested_by: 'jinji' }]);
    const [event] = await api.main.query(
      `SELECT actor, detail FROM identity.audit_event WHERE action = 'plan.changed'`,
    );
    expect(event).toMatchObject({ actor: 'jinji', detail: { version: 1 } });
  });

  it('reads audiences by the names of positions in its history', async () => {
    const { version, programmes } = await draft();
    const audience = part(part(programmes, 1).audiences);
    audience.rule = { positions: ['officer'], hiredWithinYears: 3 };
    await hr.read(hr.put('/api/training/plan', { version, programmes, note: '' }));
    expect(part(await versions()).changes).toEqual([
      {
        ...{ programme: '全職員', field: '対象者「階層別研修対象者」' },
        ...{ before: '職位: 主事級・主幹級・主査級', after: '職位: 主事級 かつ 採用から3年度以内' },
      },
    ]);
  });

  it('that says the same is no new version', async () => {
    const body = { ...(await draft()), note: '' };
    expect((await hr.read<TrainingPlanResponse>(hr.put('/api/training/plan', body))).version).toBe(body.version);
    expect(await versions()).toHaveLength(body.version + 1);
    expect(await jobsOf('training.targets')).toEqual([]);
  });

  it('that somebody else has changed is refused, with who and when', async () => {
    const body = { ...(await draft()), version: 0, note: '' };
    const refusal = await hr.refusal(hr.put('/api/training/plan', body));
    expect(refusal).toMatchObject({ status: 409, code: 'plan-changed' });
    expect(refusal.problem.title).toContain('人事課 担当');
    expect(refusal.problem.title).toContain('2026年10月10日 12:00');
    const later = { ...body, version: 99 };
    expect(await hr.refusal(hr.put('/api/training/plan', later))).toMatchObject({ status: 409, code: 'plan-changed' });
  });

  it('edited twice at once keeps one of the two', async () => {
    const { version, programmes } = await draft();
    const edits = [131, 132].map((target) => {
      const changed = structuredClone(programmes);
      part(part(changed).years, 2).target = target;
      return hr.put('/api/training/plan', { version, programmes: changed, note: '' });
    });
    const statuses = (await Promise.all(edits)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
    expect((await getPlan()).version).toBe(version + 1);
  });

  it('cannot have its history rewritten, not even by the owner', async () => {
    for (const sql of [`UPDATE training.plan_version SET note = 'x'`, 'DELETE FROM training.plan_version'])
      await expect(api.main.query(sql)).rejects.toThrow('immutable');
  });
});

describe('a plan with a mistake is refused by place', () => {
  type Edit = (programmes: ProgrammeBody[]) => void;
  const CASES: readonly [string, string, string, Edit][] = [
    ['a key twice', 'programmes.1.key', '重複', (all) => void (part(all, 1).key = part(all).key)],
    ['a name twice', 'programmes.1.name', '重複', (all) => void (part(all, 1).name = part(all).name)],
    ['a blank name', 'programmes.0.name', '名称', (all) => void (part(all).name = ' ')],
    [
      'a year twice',
      'programmes.0.years.1.fiscalYear',
      '2025年度が重複',
      (all) => {
        part(part(all).years, 1).fiscalYear = 2025;
      },
    ],
    ['years out of order', 'programmes.0.years.1.fiscalYear', '古い順', (all) => void part(all).years.reverse()],
    [
      'an unknown audience',
      'programmes.1.methods.0.audience',
      '「幹部」',
      (all) => {
        part(part(all, 1).methods).audience = ['幹部'];
      },
    ],
    [
      'a method twice',
      'programmes.0.methods.1.method',
      '重複',
      (all) => {
        part(part(all).methods, 1).method = 'eラーニング';
      },
    ],
    [
      'an unknown position',
      'programmes.1.audiences.0.rule.positions',
      '「mayor」',
      (all) => {
        part(part(all, 1).audiences).rule = { positions: ['mayor'] };
      },
    ],
    [
      'no position',
      'programmes.1.audiences.0.rule.positions',
      '1つ以上',
      (all) => {
        part(part(all, 1).audiences).rule = { positions: [] };
      },
    ],
    [
      'grades upside down',
      'programmes.1.audiences.0.rule.grades',
      '逆',
      (all) => {
        part(part(all, 1).audiences).rule = { grades: { from: 5, to: 3 } };
      },
    ],
    [
      'no required course',
      'programmes.0.completion.courses',
      '1つ以上',
      (all) => {
        part(all).completion = { kind: 'required-courses', courses: [] };
      },
    ],
    [
      'an unknown course',
      'programmes.0.completion.courses.0',
      '「nothing」',
      (all) => {
        part(all).completion = { kind: 'required-courses', courses: ['nothing'] };
      },
    ],
    [
      'no points',
      'programmes.0.completion.points',
      'ポイント',
      (all) => {
        part(all).completion = { kind: 'points' };
      },
    ],
  ];

  it.each(CASES)('%s', async (_, column, text, edit) => {
    const { version, programmes } = await draft();
    edit(programmes);
    const refusal = await hr.refusal(hr.put('/api/training/plan', { version, programmes, note: '' }));
    expect(refusal).toMatchObject({ status: 422, code: 'plan-invalid' });
    const found = refusal.problem.errors.find((each) => each.column === column);
    expect(found?.ja).toContain(text);
    expect(found?.en).not.toBe('');
    expect((await getPlan()).version).toBe(version);
  });

  it('every mistake at once', async () => {
    const { version, programmes } = await draft();
    for (const [, , , edit] of [part(CASES, 2), part(CASES, 3), part(CASES, 7)]) edit(programmes);
    const { problem } = await hr.refusal(hr.put('/api/training/plan', { version, programmes, note: '' }));
    expect(problem.errors).toHaveLength(3);
  });

  it('and one that has not the form of a plan', async () => {
    const { version, programmes } = await draft();
    part(programmes).key = 'Große Taste';
    expect(await hr.refusal(hr.put('/api/training/plan', { version, programmes, note: '' }))).toMatchObject({
      status: 400,
      code: 'request-malformed',
    });
  });
});

describe('programmes', () => {
  const save = async (edit: (programmes: ProgrammeBody[]) => ProgrammeBody[]): Promise<Response> => {
    const { version, programmes } = await draft();
    return hr.put('/api/training/plan', { version, programmes: edit(programmes), note: '' });
  };
  const security: ProgrammeBody = {
    ...{ key: 'security', name: '情報セキュリティ', counting: 'once-a-fiscal-year' },
    years: [{ fiscalYear: 2026, target: 10 }],
    methods: [{ method: 'eラーニング' }],
    audiences: [],
    completion: { kind: 'any-course' },
  };
  const without = (key: string) => (all: ProgrammeBody[]) => all.filter((each) => each.key !== key);

  it('come and go while nobody has used them', async () => {
    expect((await save((all) => [...all, security])).status).toBe(200);
    expect((await getPlan()).programmes.map(({ key }) => key)).toEqual(['dx-promoter', 'all-staff', 'security']);
    expect((await save(without('security'))).status).toBe(200);
    expect((await getPlan()).programmes.map(({ key }) => key)).toEqual(['dx-promoter', 'all-staff']);
    expect((await versions()).slice(0, 2).map(({ changes }) => part(changes).field)).toEqual([
      '研修体系の削除',
      '研修体系の追加',
    ]);
  });

  it('stay once they have courses or completions, and so does a method that a course uses', async () => {
    await save((all) => [...all, security]);
    await api.main.query(
      `INSERT INTO training.course (key, name, programme_key, method) VALUES ('passwords', 'パスワード', 'security', 'eラーニング')`,
    );
    await api.main.query(
      `INSERT INTO training.completion (staff_number, programme_key, completed_on) VALUES ('1002', 'all-staff', '2026-05-01')`,
    );
    for (const [key, name] of [
      ['security', '情報セキュリティ'],
      ['all-staff', '全職員'],
    ] as const) {
      const { status, problem } = await hr.refusal(save(without(key)));
      expect(status).toBe(422);
      expect(part(problem.errors).ja).toContain(`「${name}」には修了の記録または講座がある`);
    }
    const renamed = { ...security, methods: [{ method: '集合研修' }] };
    const { problem } = await hr.refusal(save((all) => [...without('security')(all), renamed]));
    expect(part(problem.errors)).toMatchObject({ column: 'programmes.2.methods' });
    const required = { ...security, completion: { kind: 'required-courses' as const, courses: ['passwords'] } };
    expect((await save((all) => [...without('security')(all), required])).status).toBe(200);
    expect(part((await getPlan()).programmes, 2).completion).toEqual({
      kind: 'required-courses',
      courses: ['passwords'],
    });
    expect(part(part(await versions()).changes).after).toBe('必修講座すべての修了: パスワード');
  });
});

const progress: ProgrammeProgress = {
  ...{ programmeKey: 'dx-promoter', years: [], total: 500, cumulative: 1, remaining: 499, active: 1 },
  ...{ targetYear: 2026, unallocated: 0 },
  departments: [
    ...[{ departmentCode: 'A', headcount: 10, ceiling: 9 }],
    ...[{ departmentCode: 'B', headcount: 7, ceiling: 7 }],
  ].map((each) => ({
    ...each,
    target: 5,
    actual: 0,
    cumulative: 0,
    catchUp: 0,
    locked: each.departmentCode === 'A',
    active: 0,
  })),
};

describe('targets fixed by HR', () => {
  const at = (year: number | string, code: string, key = 'dx-promoter'): string =>
    `/api/training/programmes/${key}/targets/${year}/${code}`;
  const fix = (path: string, target: number, reason = '重点部署'): Promise<Response> =>
    hr.put(path, { target, reason });

  it('are kept with their reason, and the targets computed anew', async () => {
    const job = await hr.read<JobResponse>(fix(at(2026, 'A'), 8), 202);
    expect(job).toMatchObject({ name: 'training.targets', state: 'pending' });
    expect(await jobsOf('training.targets')).toEqual([{ payload: {}, requested_by: 'jinji' }]);
    await hr.read(fix(at(2026, 'A'), 9, 'さらに重点'), 202);
    expect(
      await api.main.query('SELECT department_code, target, reason, set_by FROM training.target_override'),
    ).toEqual([{ department_code: 'A', target: 9, reason: 'さらに重点', set_by: 'jinji' }]);
    const events = await api.main.query(
      `SELECT subject, detail FROM identity.audit_event WHERE action = 'target.fixed' ORDER BY id`,
    );
    expect(events).toEqual(
      [8, 9].map((target) => ({
        ...{ subject: 'dx-promoter', detail: { fiscalYear: 2026, departmentCode: 'A', target } },
      })),
    );
  });

  it('show their reason once they are computed, and keep to the ceiling', async () => {
    await api.main.query('INSERT INTO training.progress VALUES ($1, $2, $3)', ['dx-promoter', NOW, progress]);
    const { departments } = part((await getPlan()).programmes);
    expect(departments.map(({ department, locked, lockReason }) => [department, locked, lockReason])).toEqual([
      ['総務部', true, 'さらに重点'],
      ['市民部', false, ''],
    ]);
    const refusal = await hr.refusal(fix(at(2026, 'A'), 10));
    expect(refusal).toMatchObject({ status: 422, code: 'target-above-ceiling' });
    expect(refusal.problem.title).toContain('総務部');
    await hr.read(fix(at(2027, 'A'), 10), 202);
    expect(await hr.refusal(fix(at(2027, 'A'), 11))).toMatchObject({ code: 'target-above-ceiling' });
  });

  it.each([
    ['a programme that is none', () => at(2026, 'A', 'nothing'), 404, 'programme-unknown'],
    ['a department that is none', () => at(2026, 'Z'), 404, 'department-unknown'],
    ['a section', () => at(2026, 'A1'), 422, 'department-not-top'],
    ['a year outside the plan', () => at(2031, 'A'), 422, 'year-not-in-plan'],
    ['a year that is over', () => at(2025, 'A'), 422, 'year-over'],
    ['a year that is none', () => at('soon', 'A'), 400, expect.any(String)],
  ])('are refused for %s', async (_, path, status, code) => {
    expect(await hr.refusal(fix(path(), 1))).toMatchObject({ status, code });
  });

  it('never add up to more than the plan has, from either side', async () => {
    const { version, programmes } = await draft();
    part(part(programmes).years, 1).target = 12;
    expect((await hr.put('/api/training/plan', { version, programmes, note: '' })).status).toBe(200);
    expect(await hr.refusal(fix(at(2026, 'B'), 4))).toMatchObject({ status: 422, code: 'targets-above-plan' });
    await hr.read(fix(at(2026, 'B'), 3), 202);
    part(part(programmes).years, 1).target = 11;
    const lower = { version: version + 1, programmes, note: '' };
    const { problem } = await hr.refusal(hr.put('/api/training/plan', lower));
    expect(part(problem.errors)).toMatchObject({ column: 'programmes.0.years.1.target' });
    expect(part(problem.errors).ja).toContain('合計 12');
  });

  it('are given free once', async () => {
    await hr.read(hr.delete(at(2026, 'B')), 202);
    expect(await hr.refusal(hr.delete(at(2026, 'B')))).toMatchObject({ status: 404, code: 'target-not-fixed' });
  });

  it('go with a year that leaves the plan', async () => {
    const { version, programmes } = await draft();
    part(programmes).years.splice(2, 1);
    expect((await hr.put('/api/training/plan', { version, programmes, note: '' })).status).toBe(200);
    expect(await api.main.query('SELECT fiscal_year FROM training.target_override')).toEqual([{ fiscal_year: 2026 }]);
  });
});

describe('what the worker has computed', () => {
  it('is empty before the first time, and unknown for what is no programme', async () => {
    const path = '/api/training/programmes/all-staff';
    expect(await hr.read(hr.get(`${path}/progress`))).toMatchObject({ burnUp: [], sections: [], computedAt: null });
    expect(await hr.read(hr.get(`${path}/forecast`))).toMatchObject({ basis: null, scenarios: [], computedAt: null });
    expect(await hr.read(hr.get(`${path}/target-revisions`))).toEqual([]);
    expect(await hr.read(hr.get('/api/training/engagement-links'))).toEqual([]);
    for (const route of ['progress', 'forecast', 'target-revisions'])
      expect(await hr.refusal(hr.get(`/api/training/programmes/none/${route}`))).toMatchObject({ status: 404 });
  });

  it('is shown with names and in the order of need', async () => {
    const section = (departmentCode: string, headcount: number, active: number) => ({
      ...{ departmentCode, headcount, active, topCode: departmentCode.slice(0, 1) },
    });
    const detail: ProgrammeProgressDetail = {
      programmeKey: 'dx-promoter',
      burnUp: [{ month: '2026-10', planned: 175 / 3, actual: 3, active: 2 }],
      positions: [{ key: 'manager', label: '課長級', headcount: 2, thisYear: 1, active: 1 }],
      ageBands: [{ key: '', label: '', headcount: 1, thisYear: 0, active: 0 }],
      sections: [section('A1', 6, 3), section('A2', 3, 0), section('A', 8, 1), section('B1', 7, 0)],
    };
    await api.main.query('UPDATE training.progress SET detail = $1', [detail]);
    const shown = await hr.read<ProgressDetailResponse>(hr.get('/api/training/programmes/dx-promoter/progress'));
    expect(shown).toMatchObject({ burnUp: detail.burnUp, positions: detail.positions, computedAt: NOW.toISOString() });
    expect(part(shown.ageBands).label).toBe('名簿に記載なし');
    expect(shown.sections.map(({ department, per100 }) => [department, per100])).toEqual([
      ['市民部 市民課', '0.0'],
      ['総務部 契約課', '0.0'],
      ['総務部', '12.5'],
      ['総務部 人事課', '50.0'],
    ]);
  });

  it('says of forecasts what they rest on', async () => {
    const year = { fiscalYear: 2026, cumulativeTarget: 200, probability: 0.25, p10: 1, p50: 2, p90: 3 };
    const forecast: ProgrammeForecast = {
      ...{ programmeKey: 'dx-promoter', asOf: '2026-10-10', seed: 1, runs: 2000 },
      basis: {
        ...{ bookedSeats: 20, pastSeats: 40, pastCompletions: 30, personYears: 12.5, leavers: 1 },
        ...{ seatsAMonth: 2, elsewhereAMonth: 0.5 },
      },
      scenarios: [
        {
          ...{ scenario: 'booked', seatsFor90: null, seatsFor90ThisYear: 3 },
          years: [{ ...year, activeP10: 1, activeP50: 2, activeP90: 3 }],
        },
      ],
    };
    await api.main.query('INSERT INTO training.forecast VALUES ($1, $2, $3)', ['dx-promoter', NOW, forecast]);
    const shown = await hr.read<ForecastResponse>(hr.get('/api/training/programmes/dx-promoter/forecast'));
    expect(shown).toMatchObject({ asOf: '2026-10-10', basis: forecast.basis, computedAt: NOW.toISOString() });
    expect(part(part(shown.scenarios).years)).toMatchObject({ label: '令和8年度', probability: 0.25 });
  });

  it('names departments of revisions, also those that are gone', async () => {
    await api.main.query(`INSERT INTO identity.department VALUES ('C', '旧産業部', NULL, '2020-04-01', '2026-04-01')`);
    const changes = [
      { departmentCode: 'A', before: 5, after: 9, reasons: ['locked'] },
      { departmentCode: 'C', before: 2, after: 0, reasons: ['department-gone'] },
    ];
    const sql = `INSERT INTO training.target_history (programme_key, fiscal_year, computed_at, requested_by, changes) VALUES
      ('dx-promoter', 2026, $1, 'import.apply', '[]'), ('dx-promoter', 2026, $1, 'jinji', $2)`;
    await api.main.query(sql, [NOW, JSON.stringify(changes)]);
    const path = '/api/training/programmes/dx-promoter/target-revisions';
    const shown = await hr.read<TargetRevisionResponse[]>(hr.get(path));
    expect(shown.map(({ requestedBy }) => requestedBy)).toEqual(['人事課 担当', 'import.apply']);
    expect(part(shown).changes.map(({ department, reasons }) => [department, reasons])).toEqual([
      ['総務部', ['locked']],
      ['旧産業部', ['department-gone']],
    ]);
  });

  it('calls departments and categories of a link what the survey called them', async () => {
    const { surveyId } = await closeSurveyAsApi(api.databases.mainOwnerUrl, 10);
    for (const measure of ['a', 'overall']) {
      const departments = [{ departmentCode: 'D1', density: '4.0', mean: '3.25' }];
      const link = { surveyId, programmeKey: 'dx-promoter', measure, departments, correlation: null };
      const row = [surveyId, 'dx-promoter', measure, NOW, link];
      await api.main.query('INSERT INTO training.engagement_link VALUES ($1, $2, $3, $4, $5)', row);
    }
    const links = await hr.read<EngagementLinkResponse[]>(hr.get('/api/training/engagement-links'));
    expect(links.map(({ measureLabel }) => measureLabel)).toEqual(['総合スコア', '区分A']);
    expect(part(links)).toMatchObject({ surveyTitle: '調査', departments: [{ department: '総務部', mean: '3.25' }] });
  });

  it('is made into a workbook', async () => {
    const job = await hr.read<JobResponse>(hr.post('/api/training/plan/workbook'), 202);
    expect(job).toMatchObject({ name: 'document.build', state: 'pending' });
    expect(await jobsOf('document.build')).toEqual([{ payload: { kind: 'training-plan' }, requested_by: 'jinji' }]);
  });
});

describe('rights', () => {
  const READ = ['plan/versions', 'programmes/dx-promoter/progress', 'programmes/dx-promoter/forecast'];
  const HR_ONLY = [...READ, 'programmes/dx-promoter/target-revisions', 'engagement-links'];

  it('let a head read the plan, and staff nothing of it', async () => {
    expect((await head.get('/api/training/plan')).status).toBe(200);
    expect((await staff.get('/api/training/plan')).status).toBe(403);
    expect((await api.visitor().get('/api/training/plan')).status).toBe(401);
  });

  it('keep everything else to HR', async () => {
    const place = '/api/training/programmes/dx-promoter/targets/2026/A';
    for (const visitor of [head, staff]) {
      for (const path of HR_ONLY) expect((await visitor.get(`/api/training/${path}`)).status).toBe(403);
      expect((await visitor.put('/api/training/plan', { ...(await draft()), note: '' })).status).toBe(403);
      expect((await visitor.post('/api/training/plan/workbook')).status).toBe(403);
      expect((await visitor.post('/api/training/targets')).status).toBe(403);
      expect((await visitor.put(place, { target: 1, reason: '' })).status).toBe(403);
      expect((await visitor.delete(place)).status).toBe(403);
    }
  });
});
