import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { finalizeTicket, makeRecoveryCode, openEscrow, requestTicket, sealEscrow } from '#ballot';
import type {
  AccessCodeIssueResponse,
  MySurveyResponse,
  OwnTicketResponse,
  ParticipationResponse,
  SurveyDetailResponse,
  TicketResponse,
} from '#contract';
import { activate, type ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, NOW, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import { openSmallSurvey } from '../factories/small-survey.js';
import { blindPaperBody, blindTicketBody } from '../factories/ticket.factory.js';

const NUMBERS = Array.from({ length: 12 }, (_, at) => String(1001 + at));
let api: TestApi;
let hr: ApiVisitor;
let people: Map<string, ApiVisitor>;
let id: string;

beforeAll(async () => {
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  people = await activate(hr, [...NUMBERS, '2001']);
  id = await openSmallSurvey(hr);
}, 300_000);
afterAll(() => api?.stop());

function person(staffNumber: string): ApiVisitor {
  const visitor = people.get(staffNumber);
  if (!visitor) throw new Error(`${staffNumber} was not activated`);
  return visitor;
}

const askFor = (staffNumber: string, survey = id, body = blindTicketBody()): Promise<Response> =>
  person(staffNumber).post(`/api/surveys/${survey}/ticket`, body);

describe('a ticket', () => {
  it('is signed once and unseen: the same request gets the same signature, which holds under the published key', async () => {
    const [row] = await api.main.query<{ key: string }[]>(
      'SELECT ticket_public_key AS key FROM results.survey WHERE survey_id = $1',
      [id],
    );
    const key = row?.key ?? '';
    const pending = await requestTicket(key);
    const code = makeRecoveryCode();
    const body = { blinded: pending.blinded, escrow: await sealEscrow(code, id, pending) };
    const replies = await Promise.all([1, 2, 3].map(() => hr.read<TicketResponse>(askFor('1002', id, body))));
    expect(new Set(replies.map(({ signature }) => signature)).size).toBe(1);
    const { ticket } = await finalizeTicket(key, pending, replies[0]?.signature ?? '');
    expect(ticket.prepared).toBe(pending.prepared);
    const stored = await api.main.query<{ all: string }[]>(
      `SELECT string_agg(p::text, '') AS all FROM identity.participation p`,
    );
    const serial = Buffer.from(pending.prepared, 'base64url').toString('hex');
    expect(stored[0]?.all).toContain(Buffer.from(pending.blinded, 'base64url').toString('hex'));
    expect(stored[0]?.all).not.toContain(serial);
    // From another device: the recovery code opens what the api kept.
    const own = await person('1002').read<OwnTicketResponse>(person('1002').get(`/api/surveys/${id}/ticket`));
    const recovered = await openEscrow(code, id, own.escrow);
    expect(await finalizeTicket(key, recovered, own.signature)).toMatchObject({
      ticket: { prepared: pending.prepared },
    });
    await expect(openEscrow(makeRecoveryCode(), id, own.escrow)).rejects.toMatchObject({
      code: 'recovery-code-mismatch',
    });
  });

  it('is refused for another request, even at the same moment', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => askFor('1003')));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await hr.refusal(askFor('1003'))).toMatchObject({ code: 'ticket-taken' });
  });

  it('is refused to people outside the target, to accounts without a person, and for what is no request', async () => {
    for (const visitor of [person('2001'), hr])
      expect(await hr.refusal(visitor.post(`/api/surveys/${id}/ticket`, blindTicketBody()))).toMatchObject({
        status: 403,
        code: 'not-invited',
      });
    const tooLarge = { ...blindTicketBody(), blinded: Buffer.alloc(384, 0xff).toString('base64url') };
    expect(await hr.refusal(askFor('1001', id, tooLarge))).toMatchObject({ status: 422, code: 'blinded-message' });
    expect((await askFor('1001', id, { ...blindTicketBody(), escrow: 'short' })).status).toBe(400);
  });

  it('shows in the own list what is prefilled, the keys to compare, and how far one is', async () => {
    const mine = await person('1002').read<MySurveyResponse[]>(person('1002').get('/api/me/surveys'));
    expect(mine.find((survey) => survey.id === id)).toEqual({
      id,
      title: '小さな調査',
      fiscalYearLabel: '令和8年度',
      closesOn: '2026-10-31',
      state: 'started',
      open: true,
      prefill: { department: 'A1', position: 'officer', ageBand: '30s', employmentType: 'regular' },
      ticketKeyFingerprint: expect.stringMatching(/^[0-9A-F]{4}( [0-9A-F]{4})+$/i),
      tallyKeyFingerprint: null,
      destroyOn: '2026-12-11',
      exceptions: [],
    });
  });

  it('is refused to those who took paper, and paper to those who have a ticket', async () => {
    for (let twice = 0; twice < 2; twice += 1)
      expect((await hr.post(`/api/surveys/${id}/paper-marks`, { staffNumber: '1012' })).status).toBe(204);
    expect(await hr.refusal(askFor('1012'))).toMatchObject({ status: 409, code: 'paper-taken' });
    const marks = [
      ['1003', 409, 'online-started'],
      ['2001', 404, 'staff-not-invited'],
    ] as const;
    for (const [staffNumber, status, code] of marks)
      expect(await hr.refusal(hr.post(`/api/surveys/${id}/paper-marks`, { staffNumber }))).toMatchObject({
        status,
        code,
      });
  });

  it('for paper is under a key of its own, and never more than papers were taken', async () => {
    const replies = await Promise.all(
      [1, 2, 3].map(() => hr.post(`/api/surveys/${id}/paper-tickets`, blindPaperBody())),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await hr.read<SurveyDetailResponse>(hr.get(`/api/surveys/${id}`))).toMatchObject({ paperTickets: 1 });
    const keys = await api.main.query<{ differ: boolean }[]>(
      'SELECT ticket_public_key <> paper_ticket_public_key AS differ FROM results.survey WHERE survey_id = $1',
      [id],
    );
    expect(keys).toEqual([{ differ: true }]);
  });

  it('ends with the closing day, while paper goes on', async () => {
    api.setClock(new Date('2026-10-31T15:00:00Z'));
    try {
      expect(await hr.refusal(askFor('1001'))).toMatchObject({ status: 410, code: 'survey-closed' });
      expect((await hr.post(`/api/surveys/${id}/paper-marks`, { staffNumber: '1013' })).status).toBe(204);
      api.setClock(new Date('2026-11-10T15:00:00Z'));
      const mark = hr.post(`/api/surveys/${id}/paper-marks`, { staffNumber: '1014' });
      expect(await hr.refusal(mark)).toMatchObject({ status: 410 });
    } finally {
      api.setClock(NOW);
    }
  });
});

describe('the mark "done"', () => {
  it('needs a ticket, and waits for nine others: then all of them are written by one transaction', async () => {
    const survey = await openSmallSurvey(hr);
    expect(await hr.refusal(person('1001').post(`/api/surveys/${survey}/done`))).toMatchObject({
      status: 409,
      code: 'ticket-missing',
    });
    const ten = NUMBERS.slice(0, 10);
    for (const staffNumber of ten) await hr.read(askFor(staffNumber, survey));
    const say = (staffNumber: string): Promise<unknown> =>
      hr.read(person(staffNumber).post(`/api/surveys/${survey}/done`));
    for (const staffNumber of ten.slice(0, 9))
      for (let twice = 0; twice < 2; twice += 1) expect(await say(staffNumber)).toEqual({ stored: false });
    expect(await board(survey)).toMatchObject({ done: 0 });
    expect(await notDone(survey)).toHaveLength(17);
    expect(await say('1010')).toEqual({ stored: true });
    expect(await say('1001')).toEqual({ stored: true });
    expect(await board(survey)).toMatchObject({ done: 10 });
    const transactions = await api.main.query<{ n: number; people: number }[]>(
      `SELECT count(DISTINCT xmin::text)::int AS n, count(*)::int AS people FROM identity.participation
       WHERE survey_id = $1 AND state = 'done'`,
      [survey],
    );
    expect(transactions).toEqual([{ n: 1, people: 10 }]);
    expect(await notDone(survey)).toEqual(['1011', '1012', '1013', '1014', '1015', '1016', '1017']);
  });

  const board = (survey: string): Promise<ParticipationResponse> =>
    hr.read<ParticipationResponse>(hr.get(`/api/surveys/${survey}/participation`));
  const notDone = async (survey: string): Promise<string[]> => {
    const list = await hr.read<{ staffNumber: string }[]>(hr.get(`/api/surveys/${survey}/not-done`));
    return list.map(({ staffNumber }) => staffNumber).sort();
  };
});

describe('somebody who would vote for others', () => {
  it('cannot give a second ticket unseen: it is counted, published, logged, and shown to the person', async () => {
    const survey = await openSmallSurvey(hr);
    const grant = (staffNumber: string): Promise<Response> =>
      hr.post(`/api/surveys/${survey}/ticket-exceptions`, { staffNumber, reason: '控えの紛失' });
    expect(await hr.refusal(grant('1004'))).toMatchObject({ status: 409, code: 'exception-needless' });
    await hr.read(askFor('1004', survey));
    expect((await grant('1004')).status).toBe(204);
    expect(
      (await person('1005').post(`/api/surveys/${survey}/ticket-exceptions`, { staffNumber: '1004', reason: 'x' }))
        .status,
    ).toBe(403);
    await hr.read(askFor('1004', survey));
    expect(await hr.refusal(askFor('1004', survey))).toMatchObject({ code: 'ticket-taken' });
    const mine = await person('1004').read<MySurveyResponse[]>(person('1004').get('/api/me/surveys'));
    expect(mine.find((each) => each.id === survey)?.exceptions).toEqual([
      { at: NOW.toISOString(), reason: '控えの紛失' },
    ]);
    await hr.read(hr.post(`/api/surveys/${survey}/close`));
    expect(await hr.read(hr.get(`/api/surveys/${survey}`))).toMatchObject({ tickets: 2, exceptions: 1 });
    const log = await api.main.query(
      `SELECT actor, subject FROM identity.audit_event WHERE action = 'ticket.exception-granted'`,
    );
    expect(log).toEqual([{ actor: 'jinji', subject: '1004' }]);
  });

  it('cannot take over an account unseen: every access code that was issued shows in the owner’s own list', async () => {
    const before = await person('1006').read<AccessCodeIssueResponse[]>(
      person('1006').get('/api/me/access-code-issues'),
    );
    await hr.post('/api/access-codes', { staffNumbers: ['1006'] });
    await person('1006').signIn('1006');
    const after = await person('1006').read<AccessCodeIssueResponse[]>(
      person('1006').get('/api/me/access-code-issues'),
    );
    expect(after.length).toBe(before.length + 1);
    expect(after).toContainEqual(expect.objectContaining({ issuedBy: 'jinji', usedAt: null }));
  });
});
