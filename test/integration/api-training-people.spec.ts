import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CandidatePageResponse,
  JobResponse,
  LettersResponse,
  MyTrainingResponse,
  UnitTrainingResponse,
} from '#contract';
import type { ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import {
  addProgramme,
  createCourse,
  createSession,
  nominate,
  onDay,
  seat,
  signInAll,
} from '../factories/training.factory.js';

let api: TestApi;
let hr: ApiVisitor;
let people: Map<string, ApiVisitor>;

/** 1001 heads 総務部 (A with A1 and A2), 1011 heads 市民課 (B1). */
function person(staffNumber: string): ApiVisitor {
  const visitor = people.get(staffNumber);
  if (!visitor) throw new Error(`${staffNumber} is not signed in`);
  return visitor;
}

async function complete(staffNumber: string, day: string): Promise<void> {
  await api.main.query(
    `INSERT INTO training.completion (staff_number, programme_key, completed_on) VALUES ($1, 'dx', $2)`,
    [staffNumber, day],
  );
}

beforeAll(async () => {
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  people = await signInAll(api, ['1001', '1002', '1003', '1011', '1012']);
  await addProgramme(api);
  await api.main.query(`INSERT INTO training.plan_year (programme_key, fiscal_year, target) VALUES ('dx', 2026, 10)`);
  await createCourse(hr);
}, 300_000);
afterAll(() => api?.stop());

const candidatesOf = async (who: ApiVisitor, query = ''): Promise<string[]> => {
  const page = await hr.read<CandidatePageResponse>(who.get(`/api/training/candidates?programmeKey=dx${query}`));
  return page.candidates.map(({ staffNumber }) => staffNumber);
};

describe('candidates', () => {
  it('are the eligible staff who neither count nor are enrolled, for a head those of the own unit', async () => {
    await complete('1004', '2026-05-20');
    await api.main.query(`UPDATE identity.staff_member SET status = 'leave' WHERE staff_number = '1005'`);
    const session = await createSession(hr, { ...onDay(20), capacity: 20 });
    await hr.read(nominate(hr, session.id, ['1006']), 201);
    const all = await candidatesOf(hr);
    expect(all).toEqual(expect.arrayContaining(['1001', '1002', '1011']));
    for (const out of ['1004', '1005', '1006', '2001']) expect(all).not.toContain(out);
    const own = await candidatesOf(person('1001'));
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((each) => Number(each) <= 1010)).toBe(true);
    expect(all.filter((each) => Number(each) <= 1010)).toEqual(own);
  });

  it('are narrowed by department, position and text, and come in pages', async () => {
    expect(await candidatesOf(hr, '&departmentCode=B')).toEqual(await candidatesOf(person('1011')));
    expect(await candidatesOf(hr, '&positionKey=manager')).toEqual(['1001', '1011']);
    expect(await candidatesOf(hr, `&query=${encodeURIComponent('職員 1003')}`)).toEqual(['1003']);
    const page = await hr.read<CandidatePageResponse>(
      hr.get('/api/training/candidates?programmeKey=dx&offset=1&limit=2'),
    );
    expect(page.candidates.map(({ rank }) => rank)).toEqual([2, 3]);
    expect(page.total).toBe((await candidatesOf(hr)).length);
  });

  it('put those who retire soon last', async () => {
    await api.main.query(`UPDATE identity.staff_member SET birth_date = '1964-05-01' WHERE staff_number = '1002'`);
    expect((await candidatesOf(hr)).at(-1)).toBe('1002');
  });

  it.each([
    [
      'a head looking at another unit',
      () => person('1001').get('/api/training/candidates?programmeKey=dx&departmentCode=B1'),
      403,
    ],
    ['one of the staff', () => person('1002').get('/api/training/candidates?programmeKey=dx'), 403],
    ['an unknown programme', () => hr.get('/api/training/candidates?programmeKey=no'), 404],
    ['no programme', () => hr.get('/api/training/candidates'), 400],
  ])('refuse %s', async (_, ask, status) => {
    expect(await hr.refusal(ask())).toMatchObject({ status });
  });
});

describe('letters', () => {
  const letter = (staffNumbers: readonly string[]) => ({
    staffNumbers,
    subject: '研修のご案内',
    body: '{所属} {氏名} 様\n=1+1 のような文字もそのまま届きます。',
  });

  it('are written one a person, and say who has no address', async () => {
    await api.main.query(`UPDATE identity.staff_member SET email = 'a@example.jp' WHERE staff_number = '1002'`);
    const reply = await hr.read<LettersResponse>(hr.post('/api/training/letters', letter(['1002', '1003'])), 201);
    expect(reply).toEqual({ letters: 1, withoutAddress: ['職員 1003'] });
    const jobs = await api.main.query<{ n: number }[]>(
      `SELECT count(*)::integer AS n FROM jobs.job j JOIN training.notice n ON n.id::text = j.payload ->> 'noticeId' WHERE n.kind = 'letter'`,
    );
    expect(jobs).toEqual([{ n: 2 }]);
    const mine = await hr.read<MyTrainingResponse>(person('1003').get('/api/training/mine'));
    expect(mine.notices[0]).toMatchObject({
      kind: 'letter',
      subject: '研修のご案内',
      body: '総務部 人事課 職員 1003 様\n=1+1 のような文字もそのまま届きます。',
    });
  });

  it('go to all or none: somebody unknown is named', async () => {
    const refusal = await hr.refusal(hr.post('/api/training/letters', letter(['1002', '9999'])));
    expect(refusal).toMatchObject({ status: 422, code: 'staff-unknown' });
    expect(JSON.stringify(refusal.problem)).toContain('9999');
    expect((await api.main.query(`SELECT 1 FROM training.notice WHERE kind = 'letter'`)).length).toBe(2);
  });

  it('are HR’s alone', async () => {
    expect(await hr.refusal(person('1001').post('/api/training/letters', letter(['1002'])))).toMatchObject({
      status: 403,
    });
  });
});

describe('one’s own training', () => {
  it('shows places with their sessions, completions and what can be certified', async () => {
    const session = await createSession(hr, { ...onDay(25), capacity: 1 });
    await seat(person('1012'), session.id);
    await complete('1012', '2026-06-01');
    const mine = await hr.read<MyTrainingResponse>(person('1012').get('/api/training/mine'));
    expect(mine.enrolments).toMatchObject([
      { enrolment: { place: 'seated', approval: 'pending' }, session: { id: session.id, course: 'DX基礎', seated: 1 } },
    ]);
    expect(mine.completions).toEqual([{ subject: 'programme:dx', name: 'DX推進員', completedOn: '2026-06-01' }]);
    const job = await hr.read<JobResponse>(
      person('1012').post('/api/training/mine/certificates', { subject: 'programme:dx' }),
      202,
    );
    expect(job.name).toBe('document.build');
    expect(await hr.refusal(person('1003').get(`/api/jobs/${job.id}`))).toMatchObject({ status: 404 });
    const without = person('1003').post('/api/training/mine/certificates', { subject: 'programme:dx' });
    expect(await hr.refusal(without)).toMatchObject({ status: 404, code: 'completion-unknown' });
  });
});

describe('the head’s unit', () => {
  it('shows who has completed what, who is enrolled, and what waits for a word; of the own unit only', async () => {
    const unit = await hr.read<UnitTrainingResponse>(person('1011').get('/api/training/unit'));
    expect(unit.department).toBe('市民部 市民課');
    expect(unit.pending.map(({ enrolment }) => enrolment.staffNumber)).toEqual(['1012']);
    const numbers = unit.people.map(({ staffNumber }) => staffNumber);
    expect(numbers).toContain('1012');
    expect(numbers.some((each) => Number(each) <= 1010)).toBe(false);
    const own = unit.people.find(({ staffNumber }) => staffNumber === '1012');
    expect(own).toMatchObject({ completed: { dx: '2026-06-01' }, upcoming: [{ course: 'DX基礎', place: 'seated' }] });
    expect((await hr.read<UnitTrainingResponse>(person('1001').get('/api/training/unit'))).pending).toEqual([]);
  });

  it('is for heads', async () => {
    expect(await hr.refusal(person('1002').get('/api/training/unit'))).toMatchObject({ status: 403 });
  });
});
