import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fromBase64Url, unpackBallot } from '#ballot';
import {
  announceTestSurvey,
  BEFORE_THE_CLOSE,
  castRequest,
  CLOSES_AT,
  PAPER_CLOSES_AT,
  postBallot,
  startTestCollector,
  withAnswers,
  type TestCollector,
  type TestSurvey,
} from '../factories/collector.factory.js';

let collector: TestCollector;
let survey: TestSurvey;
beforeAll(async () => {
  collector = await startTestCollector({ limits: { attemptsPerMinute: 6 } });
  survey = await announceTestSurvey(collector.box);
});
afterAll(() => collector?.stop());
beforeEach(() => collector.setClock(BEFORE_THE_CLOSE));

const cast = (body: unknown, headers?: Record<string, string>): Promise<Response> =>
  postBallot(collector.url, survey.surveyId, body, headers);
const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { code: unknown }).code;

describe('GET /ballot/surveys/:id', () => {
  it('gives the form, the key, its fingerprint and the closing time to anybody', async () => {
    const response = await fetch(`${collector.url}/ballot/surveys/${survey.surveyId}`);
    expect(response.status).toBe(200);
    const hex = createHash('sha256').update(Buffer.from(survey.key.publicKey, 'base64')).digest('hex');
    expect(await response.json()).toEqual({
      form: survey.form,
      ticketKey: {
        scheme: 'RSASSA-PSS-SHA384',
        publicKey: survey.key.publicKey,
        fingerprint: hex.match(/.{4}/g)?.join(' '),
      },
      closesAt: CLOSES_AT.toISOString(),
      accepting: true,
    });
    collector.setClock(CLOSES_AT);
    const later = await fetch(`${collector.url}/ballot/surveys/${survey.surveyId}`);
    expect(await later.json()).toMatchObject({ accepting: false });
  });

  it('answers 404 in problem+json for a survey that was never announced', async () => {
    for (const id of ['5b9c3c9a-0000-4000-8000-000000000000', 'x', "1'--"]) {
      const response = await fetch(`${collector.url}/ballot/surveys/${encodeURIComponent(id)}`);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({
        type: 'urn:nobinobi:problem:survey-unknown',
        status: 404,
        title: expect.stringMatching(/[ぁ-ん]/),
      });
    }
  });
});

describe('POST /ballot/surveys/:id/ballots', () => {
  it('201 the first time, 200 for the same bytes again, 409 for other bytes', async () => {
    const request = castRequest(survey.surveyId, survey.key);
    const serial = createHash('sha256').update(fromBase64Url(request.ticket.message)).digest('base64url');
    const first = await cast(request);
    expect(first.status).toBe(201);
    expect(await first.json()).toEqual({ serial, outcome: 'stored' });
    const second = await cast(request);
    expect(second.status).toBe(200);
    expect(await second.json()).toEqual({ serial, outcome: 'already-stored' });
    const other = await cast(withAnswers(request, survey.surveyId, { q1: 1 }));
    expect(other.status).toBe(409);
    expect(await codeOf(other)).toBe('ticket-spent');
  });

  it('409 too when the ticket is sent in another spelling of the same bytes', async () => {
    const request = castRequest(survey.surveyId, survey.key);
    expect((await cast(request)).status).toBe(201);
    const { message } = request.ticket;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const respelled = message.slice(0, -1) + alphabet.charAt(alphabet.indexOf(message.slice(-1)) + 1);
    const twin = {
      ...withAnswers(request, survey.surveyId, { q1: 1 }),
      ticket: { ...request.ticket, message: respelled },
    };
    expect((await cast(twin)).status).toBe(409);
  });

  it('403 for a forged ticket, a changed one, and one of another survey', async () => {
    const elsewhere = await announceTestSurvey(collector.box, { ownKey: true });
    const genuine = castRequest(survey.surveyId, survey.key);
    const another = castRequest(survey.surveyId, survey.key);
    const forged = [
      { ...genuine, ticket: { ...genuine.ticket, message: another.ticket.message } },
      { ...genuine, ticket: { ...genuine.ticket, signature: 'A'.repeat(512) } },
      { ...genuine, ticket: { ...genuine.ticket, signature: 'AAAA' } },
      castRequest(survey.surveyId, elsewhere.key),
    ];
    for (const request of forged) {
      const response = await cast(request);
      expect(response.status).toBe(403);
      expect(await codeOf(response)).toBe('ticket-forged');
    }
  });

  it('404 for an unknown survey', async () => {
    const request = castRequest(survey.surveyId, survey.key);
    for (const id of ['5b9c3c9a-0000-4000-8000-000000000000', 'x']) {
      expect((await postBallot(collector.url, id, request)).status).toBe(404);
    }
  });

  it('400 for anything malformed, naming the field and never its value', async () => {
    const good = castRequest(survey.surveyId, survey.key);
    const malformed: [unknown, string | undefined][] = [
      ['{"ticket":', undefined],
      ['null', undefined],
      [[], undefined],
      [{ ...good, ballot: good.ballot.slice(4) }, 'ballot'],
      [{ ...good, ballot: `${good.ballot.slice(1)}=` }, 'ballot'],
      [{ ...good, ballot: 5 }, 'ballot'],
      [{ ballot: good.ballot }, 'ticket'],
      [{ ...good, ticket: [] }, 'ticket'],
      [{ ...good, ticket: [good.ticket] }, 'ticket'],
      [{ ...good, ticket: null }, 'ticket'],
      [{ ...good, ticket: { ...good.ticket, message: 'short' } }, 'ticket.message'],
      [{ ...good, ticket: { ...good.ticket, signature: undefined } }, 'ticket.signature'],
      [{ ...good, 'himitsu-name': 'yamada' }, '?'],
      [{ ...good, ticket: { ...good.ticket, scheme: 'none' } }, undefined],
    ];
    for (const [body, field] of malformed) {
      const response = await cast(body);
      expect(response.status).toBe(400);
      const text = await response.text();
      expect(text).not.toMatch(/himitsu|yamada/);
      const { errors } = JSON.parse(text) as { errors: { field: string }[] };
      if (field !== undefined) expect(errors.map((error) => error.field)).toContain(field);
    }
  });

  it('413 for more than 64 KiB, 415 for anything but plain JSON', async () => {
    expect((await cast(`{"ballot":"${'A'.repeat(70_000)}"}`)).status).toBe(413);
    expect((await cast('ballot=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await cast('x', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await cast('{}', { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('429 when one ticket is sent too often; others are not held up', async () => {
    const request = castRequest(survey.surveyId, survey.key);
    const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await cast(request)).status));
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 200, 201, 429, 429]);
    expect((await cast(castRequest(survey.surveyId, survey.key))).status).toBe(201);
  });

  it('410 from the closing time on; a ballot that is in the box is still acknowledged', async () => {
    const [inTime, tooLate] = [castRequest(survey.surveyId, survey.key), castRequest(survey.surveyId, survey.key)];
    collector.setClock(new Date(CLOSES_AT.getTime() - 1));
    expect((await cast(inTime)).status).toBe(201);
    collector.setClock(CLOSES_AT);
    const late = await cast(tooLate);
    expect(late.status).toBe(410);
    expect(await codeOf(late)).toBe('survey-closed');
    expect((await cast(inTime)).status).toBe(200);
    expect((await cast(withAnswers(inTime, survey.surveyId, { q1: 1 }))).status).toBe(410);
  });

  it('paper tickets last until the paper entry ends, the others do not', async () => {
    const withPaper = await announceTestSurvey(collector.box, { paper: true });
    if (!withPaper.paperKey) throw new Error('no paper key');
    const post = (request: unknown): Promise<Response> => postBallot(collector.url, withPaper.surveyId, request);
    collector.setClock(CLOSES_AT);
    expect((await post(castRequest(withPaper.surveyId, withPaper.key))).status).toBe(410);
    expect((await post(castRequest(withPaper.surveyId, withPaper.paperKey))).status).toBe(201);
    collector.setClock(PAPER_CLOSES_AT);
    expect((await post(castRequest(withPaper.surveyId, withPaper.paperKey))).status).toBe(410);
  });
});

describe('what a reply gives away', () => {
  it('is one size on the wire, whatever the answer is', async () => {
    const request = castRequest(survey.surveyId, survey.key);
    const forged = { ...request, ticket: { ...request.ticket, signature: 'AAAA' } };
    const sizes = new Set<number>();
    const statuses: string[] = [];
    for (const body of [
      request,
      request,
      withAnswers(request, survey.surveyId, { q1: 1 }),
      forged,
      { ...request, ballot: 'x' },
    ]) {
      const raw = await rawPost(collector.url, survey.surveyId, JSON.stringify(body));
      statuses.push(raw.slice(9, 12));
      sizes.add(Buffer.byteLength(raw));
    }
    expect(statuses).toEqual(['201', '200', '409', '403', '400']);
    expect(sizes.size).toBe(1);
  });

  it('no cookie, no tag, no cache, no other origin, no name of the software', async () => {
    const headers = { cookie: 'session=1', origin: 'https://elsewhere.example', 'x-forwarded-for': '10.1.2.3' };
    const replies = [
      await cast(castRequest(survey.surveyId, survey.key), headers),
      await fetch(`${collector.url}/ballot/surveys/${survey.surveyId}`, { headers }),
      await fetch(`${collector.url}/ballot/surveys/${survey.surveyId}/ballots`, { method: 'OPTIONS', headers }),
      await fetch(`${collector.url}/nothing`, { headers }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([201, 200, 404, 404]);
    for (const reply of replies) {
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
      for (const name of ['set-cookie', 'etag', 'access-control-allow-origin', 'x-powered-by', 'server']) {
        expect(reply.headers.has(name)).toBe(false);
      }
    }
  });
});

it('is alive and ready', async () => {
  for (const path of ['live', 'ready']) {
    const response = await fetch(`${collector.url}/health/${path}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  }
});

it('what comes out of the closed box is what was put in, and nothing before the close', async () => {
  const fresh = await announceTestSurvey(collector.box);
  const said = [{ q1: 1 }, { q1: 2, free: 'のびのび' }, { q1: null }, {}];
  for (const answers of said) {
    expect(
      (await postBallot(collector.url, fresh.surveyId, castRequest(fresh.surveyId, fresh.key, answers))).status,
    ).toBe(201);
  }
  await expect(collector.box.countBallots(fresh.surveyId)).rejects.toMatchObject({ code: 'box-not-closed' });
  await expect(collector.box.readBallots(fresh.surveyId).next()).rejects.toMatchObject({ code: 'box-not-closed' });
  await collector.box.closeSurvey(fresh.surveyId);
  const batches: Buffer[][] = [];
  for await (const batch of collector.box.readBallots(fresh.surveyId, 3)) batches.push(batch);
  expect(batches.map((batch) => batch.length)).toEqual([3, 1]);
  const texts = batches.flat().map((bytes) => JSON.stringify((unpackBallot(bytes) as { answers: unknown }).answers));
  expect(texts.sort()).toEqual(said.map((answers) => JSON.stringify(answers)).sort());
});

/** The whole reply, head and body, as it goes over the wire. */
function rawPost(url: string, surveyId: string, body: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let raw = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => void (raw += chunk));
    socket.on('end', () => resolve(raw)).on('error', reject);
    socket.write(`POST /ballot/surveys/${surveyId}/ballots HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n`);
    socket.write(`Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  });
}
