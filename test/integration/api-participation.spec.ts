import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DoneResponse, ParticipationResponse, SurveyDetailResponse } from '#contract';
import { activate, type ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import { openSmallSurvey } from '../factories/small-survey.js';
import { blindPaperBody, blindTicketBody } from '../factories/ticket.factory.js';

const NUMBERS = Array.from({ length: 17 }, (_, at) => String(1001 + at));
let api: TestApi;
let hr: ApiVisitor;
let people: Map<string, ApiVisitor>;

beforeAll(async () => {
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  people = await activate(hr, NUMBERS);
}, 300_000);
afterAll(() => api?.stop());

function person(staffNumber: string): ApiVisitor {
  const visitor = people.get(staffNumber);
  if (!visitor) throw new Error(`${staffNumber} was not activated`);
  return visitor;
}

const take = (survey: string, staffNumber: string): Promise<unknown> =>
  hr.read(person(staffNumber).post(`/api/surveys/${survey}/ticket`, blindTicketBody()));

const sayDone = async (survey: string, staffNumber: string): Promise<boolean> =>
  (await hr.read<DoneResponse>(person(staffNumber).post(`/api/surveys/${survey}/done`))).stored;

/** How many marks each transaction has left behind, as whoever copies the table sees it. */
async function crowds(survey: string): Promise<number[]> {
  const rows = await api.main.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM identity.participation WHERE survey_id = $1 AND state = 'done' GROUP BY xmin::text ORDER BY 1`,
    [survey],
  );
  return rows.map(({ n }) => n);
}

async function waiting(survey: string): Promise<number> {
  const rows = await api.main.query<{ n: number }[]>(
    'SELECT count(*)::int AS n FROM identity.done_pool WHERE survey_id = $1',
    [survey],
  );
  return rows[0]?.n ?? 0;
}

const grantException = (survey: string, staffNumber: string): Promise<unknown> =>
  hr.read(hr.post(`/api/surveys/${survey}/ticket-exceptions`, { staffNumber, reason: '控えの紛失' }), 204);

const board = (survey: string): Promise<ParticipationResponse> =>
  hr.read<ParticipationResponse>(hr.get(`/api/surveys/${survey}/participation`));

describe('marks "done" that come at the same moment', () => {
  it.each([1, 2, 3])('are never written in a group of fewer than ten (%i)', async () => {
    const survey = await openSmallSurvey(hr);
    for (const staffNumber of NUMBERS) await take(survey, staffNumber);
    for (const staffNumber of NUMBERS.slice(0, 9)) expect(await sayDone(survey, staffNumber)).toBe(false);
    await Promise.all(NUMBERS.slice(9).map((staffNumber) => sayDone(survey, staffNumber)));
    const written = await crowds(survey);
    expect(Math.min(...written, Infinity)).toBeGreaterThanOrEqual(10);
    expect(written.reduce((sum, n) => sum + n, 0) + (await waiting(survey))).toBe(NUMBERS.length);
    await hr.read(hr.post(`/api/surveys/${survey}/close`));
    expect(await board(survey)).toMatchObject({ done: NUMBERS.length });
  });

  it('count one person once, who says it many times at once', async () => {
    const survey = await openSmallSurvey(hr);
    for (const staffNumber of NUMBERS) await take(survey, staffNumber);
    for (const staffNumber of NUMBERS.slice(0, 9)) await sayDone(survey, staffNumber);
    await Promise.all(Array.from({ length: 8 }, () => sayDone(survey, '1010')));
    expect(await crowds(survey)).toEqual([10]);
    expect(await waiting(survey)).toBe(0);
  });

  it('of somebody who got a second ticket are no company for the others any more', async () => {
    const survey = await openSmallSurvey(hr);
    for (const staffNumber of NUMBERS.slice(0, 11)) await take(survey, staffNumber);
    for (const staffNumber of NUMBERS.slice(0, 9)) await sayDone(survey, staffNumber);
    await grantException(survey, '1001');
    expect(await sayDone(survey, '1010')).toBe(false);
    expect(await crowds(survey)).toEqual([]);
    expect(await sayDone(survey, '1011')).toBe(true);
    expect(await crowds(survey)).toEqual([10]);
  });

  it('as the close are written by it, or when they are said again', async () => {
    const survey = await openSmallSurvey(hr);
    const nine = NUMBERS.slice(0, 9);
    for (const staffNumber of nine) await take(survey, staffNumber);
    for (const staffNumber of nine.slice(0, 5)) await sayDone(survey, staffNumber);
    const [close] = await Promise.all([
      hr.post(`/api/surveys/${survey}/close`),
      ...nine.slice(5).map((staffNumber) => sayDone(survey, staffNumber)),
    ]);
    expect(close.status).toBe(200);
    for (const staffNumber of nine) expect(await sayDone(survey, staffNumber)).toBe(true);
    expect(await board(survey)).toMatchObject({ done: 9 });
    expect(await waiting(survey)).toBe(0);
  });
});

describe('the close', () => {
  it('writes the marks that wait, all of them by one transaction and none before', async () => {
    const survey = await openSmallSurvey(hr);
    const six = NUMBERS.slice(0, 6);
    for (const staffNumber of six) await take(survey, staffNumber);
    for (const staffNumber of six) expect(await sayDone(survey, staffNumber)).toBe(false);
    expect(await crowds(survey)).toEqual([]);
    expect(await board(survey)).toMatchObject({ done: 0 });
    await hr.read(hr.post(`/api/surveys/${survey}/close`));
    expect(await crowds(survey)).toEqual([6]);
    expect(await waiting(survey)).toBe(0);
    // Said again: nothing is written.
    expect(await sayDone(survey, '1001')).toBe(true);
    expect(await crowds(survey)).toEqual([6]);
  });

  it('counts tickets, those of exceptions and paper answers: the most ballots that a tally accepts', async () => {
    const survey = await openSmallSurvey(hr);
    await take(survey, '1001');
    await take(survey, '1002');
    await grantException(survey, '1002');
    await take(survey, '1002');
    // An exception that was never used counts: the first ticket is still out there.
    await take(survey, '1003');
    await grantException(survey, '1003');
    for (const staffNumber of ['1011', '1012'])
      await hr.read(hr.post(`/api/surveys/${survey}/paper-marks`, { staffNumber }), 204);
    // Two forms went out, one came back.
    await hr.read(hr.post(`/api/surveys/${survey}/paper-tickets`, blindPaperBody()));
    await hr.read(hr.post(`/api/surveys/${survey}/close`));
    const issued = await api.main.query('SELECT tickets, exceptions, papers FROM results.issued WHERE survey_id = $1', [
      survey,
    ]);
    expect(issued).toEqual([{ tickets: 5, exceptions: 2, papers: 1 }]);
    expect(await hr.read<SurveyDetailResponse>(hr.get(`/api/surveys/${survey}`))).toMatchObject({
      tickets: 5,
      exceptions: 2,
      paperTickets: 1,
    });
  });
});
