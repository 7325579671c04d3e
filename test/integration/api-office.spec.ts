import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportResponse, JobResponse, TrainingPlanResponse } from '#contract';
import { JobRepository } from '#database';
import { activate, type ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, NOW, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';

let api: TestApi;
let hr: ApiVisitor;
let jobs: JobRepository;

beforeAll(async () => {
  api = await startTestApi('https://survey.example.jp');
  hr = await setUp(api);
  jobs = new JobRepository(api.main);
}, 120_000);
afterAll(() => api?.stop());

const CSV = '職員番号,氏名\r\n1001,試験 一\r\n';

/** What the office worker writes after a dry run. */
async function finishCheck(
  upload: ImportResponse,
  state: string,
  errorCount: number,
  validRows: number,
): Promise<void> {
  const errors = Array.from({ length: errorCount }, (_, at) => ({
    line: at + 2,
    column: '氏名',
    ja: '=空です',
    en: 'is empty',
  }));
  const sql = 'UPDATE identity.file_import SET state = $2, report = $3 WHERE id = $1';
  await api.main.query(sql, [upload.id, state, { errorCount, validRows, errors }]);
  if (upload.jobId) await jobs.finish(upload.jobId);
}

describe('behind https', () => {
  it('sends its cookie over TLS only', async () => {
    const reply = await api.visitor().signIn('jinji');
    expect(reply.headers.getSetCookie()[0]).toMatch(/; Path=\/api; HttpOnly; Secure; SameSite=Strict$/);
  });
});

describe('imports', () => {
  it('take a file with a Japanese name and start its dry run', async () => {
    const mapping = { staffNumber: '職員番号' };
    const fields = { mapping: JSON.stringify(mapping) };
    const upload = await hr.read<ImportResponse>(
      hr.upload('/api/imports?kind=roster', '名簿 令和8年.csv', CSV, fields),
      202,
    );
    expect(upload).toMatchObject({
      kind: 'roster',
      fileName: '名簿 令和8年.csv',
      state: 'waiting',
      report: null,
      appliedAt: null,
    });
    expect(await hr.read<JobResponse>(hr.get(`/api/jobs/${upload.jobId}`))).toMatchObject({
      name: 'import.check',
      state: 'pending',
    });
    const [row] = await api.main.query<{ file: Buffer; mapping: object }[]>(
      'SELECT file, mapping FROM identity.file_import',
    );
    expect(row?.file.toString('utf8')).toBe(CSV);
    expect(row?.mapping).toEqual(mapping);
  });

  it.each([
    ['no file', '/api/imports?kind=roster', '', {}, 422, 'file-missing'],
    ['a mapping that is none', '/api/imports?kind=roster', CSV, { mapping: '[1]' }, 422, 'mapping-malformed'],
    ['an unknown kind', '/api/imports?kind=salaries', CSV, {}, 400, 'request-malformed'],
  ])('refuse %s', async (_, path, content, fields, status, code) => {
    expect(await hr.refusal(hr.upload(path, 'x.csv', content, fields))).toMatchObject({ status, code });
  });

  it('refuse what is larger than 50 MB', async () => {
    const refusal = await hr.refusal(hr.upload('/api/imports?kind=roster', 'x.csv', 'x'.repeat(50 * 1024 * 1024 + 1)));
    expect(refusal).toMatchObject({ status: 413, code: 'request-too-large' });
  });

  it('go from dry run to application, and are listed newest first without their reports', async () => {
    const upload = await hr.read<ImportResponse>(hr.upload('/api/imports?kind=completions', 'a.csv', CSV), 202);
    const apply = () => hr.post(`/api/imports/${upload.id}/apply`, { acceptValid: false });
    expect(await hr.refusal(apply())).toMatchObject({ status: 409, code: 'import-busy' });
    await finishCheck(upload, 'checked', 1, 3);
    expect(await hr.refusal(apply())).toMatchObject({ status: 409, code: 'import-refused' });
    const mapping = { staffNumber: '番号' };
    const again = await hr.read<ImportResponse>(hr.post(`/api/imports/${upload.id}/check`, { mapping }), 202);
    expect(again).toMatchObject({ state: 'waiting', report: null });
    expect(again.jobId).not.toBe(upload.jobId);
    await finishCheck(again, 'checked', 0, 3);
    const replies = await Promise.all([apply(), apply()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([202, 409]);
    const [newest] = await hr.read<ImportResponse[]>(hr.get('/api/imports?kind=completions'));
    expect(newest).toMatchObject({ id: upload.id, report: null });
    const applying = await hr.read<JobResponse>(hr.get(`/api/jobs/${newest?.jobId}`));
    expect(applying.name).toBe('import.apply');
  });

  it('take the valid rows of a wrong file when that is wanted', async () => {
    const upload = await hr.read<ImportResponse>(hr.upload('/api/imports?kind=roster', 'b.csv', CSV), 202);
    await finishCheck(upload, 'checked', 2, 1);
    await hr.read(hr.post(`/api/imports/${upload.id}/apply`, { acceptValid: true }), 202);
    const rows = await api.main.query('SELECT accept_valid FROM identity.file_import WHERE id = $1', [upload.id]);
    expect(rows).toEqual([{ accept_valid: true }]);
  });

  it('give their errors as a list that no spreadsheet program runs', async () => {
    const upload = await hr.read<ImportResponse>(hr.upload('/api/imports?kind=roster', '名簿.csv', CSV), 202);
    await finishCheck(upload, 'refused', 2, 0);
    const reply = await hr.get(`/api/imports/${upload.id}/errors.csv`);
    expect(reply.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('名簿_エラー.csv')}`,
    );
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect(bytes.toString('utf8')).toBe(
      "\ufeff行,列,内容,English\r\n2,氏名,'=空です,is empty\r\n3,氏名,'=空です,is empty\r\n",
    );
  });
});

describe('jobs', () => {
  it('tell how they get on, and end their stream when they are done', async () => {
    const { id } = await hr.read<JobResponse>(hr.post('/api/training/targets'), 202);
    const stream = await hr.get(`/api/jobs/${id}/events`);
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await jobs.begin(id);
    await jobs.progress(id, 1, 2, '集計しています');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await jobs.finish(id);
    const events = (await stream.text())
      .trim()
      .split('\n\n')
      .map((event) => JSON.parse(event.replace(/^data: /, '')) as JobResponse);
    expect(events[0]).toMatchObject({ id, state: 'pending' });
    expect(events).toContainEqual(
      expect.objectContaining({ state: 'running', doneSteps: 1, totalSteps: 2, step: '集計しています' }),
    );
    expect(events.at(-1)).toMatchObject({ state: 'done', failure: null });
  });

  it('hand out their file until it expires', async () => {
    const { id } = await hr.read<JobResponse>(hr.post('/api/training/targets'), 202);
    expect((await hr.get(`/api/jobs/${id}/file`)).status).toBe(404);
    const file = {
      jobId: id,
      fileName: '全組織.zip',
      contentType: 'application/zip',
      data: Buffer.from('zip'),
      expiresAt: new Date(NOW.getTime() + 1),
    };
    await jobs.saveFile(api.main.manager, file);
    await jobs.finish(id);
    expect(await hr.read<JobResponse>(hr.get(`/api/jobs/${id}`))).toMatchObject({ fileName: '全組織.zip' });
    const reply = await hr.get(`/api/jobs/${id}/file`);
    expect(reply.headers.get('content-type')).toBe('application/zip');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(await reply.text()).toBe('zip');
    api.setClock(file.expiresAt);
    expect(await hr.refusal(hr.get(`/api/jobs/${id}/file`))).toMatchObject({ status: 410, code: 'job-file-expired' });
    api.setClock(NOW);
  });

  it('say in Japanese why they failed', async () => {
    const { id } = await hr.read<JobResponse>(hr.post('/api/training/targets'), 202);
    await jobs.fail(id, { code: 'x', ja: '研修の計画がありません。', en: 'There is no plan.' });
    expect(await hr.read<JobResponse>(hr.get(`/api/jobs/${id}`))).toMatchObject({
      state: 'failed',
      failure: '研修の計画がありません。',
    });
  });
});

describe('the training plan', () => {
  it('shows targets before anything was computed, and the standing afterwards', async () => {
    await loadTestRoster(api);
    await api.main.query(`INSERT INTO training.programme VALUES ('dx', 'DX推進員', 'once-in-plan', '[]', 0)`);
    await api.main.query(`INSERT INTO training.plan_year VALUES ('dx', 2025, 100), ('dx', 2026, 120)`);
    const before = await hr.read<TrainingPlanResponse>(hr.get('/api/training/plan'));
    expect(before.jobId).toBeNull();
    expect(before.programmes[0]).toMatchObject({
      years: [
        { fiscalYear: 2025, short: 'R7', label: '令和7年度', target: 100, cumulativeTarget: 100, actual: 0 },
        { fiscalYear: 2026, short: 'R8', label: '令和8年度', target: 120, cumulativeTarget: 220, actual: 0 },
      ],
      total: 220,
      remaining: 220,
      departments: [],
      computedAt: null,
    });
    const departments = [{ departmentCode: 'A1', headcount: 6, target: 3, actual: 1, cumulative: 1 }];
    const progress = {
      programmeKey: 'dx',
      years: [],
      total: 220,
      cumulative: 1,
      remaining: 219,
      targetYear: 2026,
      departments,
    };
    await api.main.query('INSERT INTO training.progress VALUES ($1, $2, $3)', ['dx', NOW, progress]);
    const { id } = await hr.read<JobResponse>(hr.post('/api/training/targets'), 202);
    const head = (await activate(hr, ['1001'])).get('1001');
    const after = await head?.read<TrainingPlanResponse>(head.get('/api/training/plan'));
    expect(after?.jobId).toBe(id);
    expect(after?.programmes[0]).toMatchObject({
      remaining: 219,
      targetYear: 2026,
      departments: [
        { departmentCode: 'A1', department: '総務部 人事課', headcount: 6, target: 3, actual: 1, cumulative: 1 },
      ],
      computedAt: NOW.toISOString(),
    });
    expect((await head?.post('/api/training/targets'))?.status).toBe(403);
  });
});
