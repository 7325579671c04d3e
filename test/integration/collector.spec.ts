import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fromBase64Url, makeOwnCopyRequest, merkleRoot, splitLeaves, toBase64Url } from '#ballot';
import {
  announceTestSurvey,
  BEFORE_THE_CLOSE,
  castRequest,
  CLOSES_AT,
  DESTROY_ON,
  openBox,
  ownTicketOf,
  PAPER_CLOSES_AT,
  postBallot,
  startTestCollector,
  TALLY_KEY,
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
  it('gives the form, the keys, their fingerprints and the closing time to anybody', async () => {
    const response = await fetch(`${collector.url}/ballot/surveys/${survey.surveyId}`);
    expect(response.status).toBe(200);
    const fingerprintOf = (key: string): string | undefined =>
      createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').match(/.{4}/g)?.join(' ');
    expect(await response.json()).toEqual({
      form: survey.form,
      ticketKey: {
        scheme: 'RSABSSA-SHA384-PSS-Randomized',
        publicKey: survey.key.publicKey,
        fingerprint: fingerprintOf(survey.key.publicKey),
      },
      paperTicketKey: null,
      tallyKey: {
        publicKey: TALLY_KEY.publicKey,
        fingerprint: fingerprintOf(TALLY_KEY.publicKey),
        custody: 'worker',
      },
      closesAt: CLOSES_AT.toISOString(),
      accepting: true,
      destroyOn: DESTROY_ON,
      destroyed: false,
      ballotBox: null,
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
  it('201 the first time, 200 for the same bytes again, 409 for other bytes of the same revision', async () => {
    const request = await castRequest(survey.surveyId, survey.key);
    const serial = createHash('sha256').update(fromBase64Url(request.ticket.prepared)).digest('base64url');
    const first = await cast(request);
    expect(first.status).toBe(201);
    expect(await first.json()).toEqual({ serial, outcome: 'stored' });
    const second = await cast(request);
    expect(second.status).toBe(200);
    expect(await second.json()).toEqual({ serial, outcome: 'already-stored' });
    const other = await cast(await withAnswers(request, survey.surveyId, { q1: 1 }));
    expect(other.status).toBe(409);
    expect(await codeOf(other)).toBe('ballot-older');
  });

  it('200 for a higher revision, which replaces, and 409 for a lower one from then on', async () => {
    const one = await castRequest(survey.surveyId, survey.key);
    const three = await withAnswers(one, survey.surveyId, { q1: 3 }, 3);
    expect((await cast(one)).status).toBe(201);
    const replaced = await cast(three);
    expect(replaced.status).toBe(200);
    expect(await replaced.json()).toMatchObject({ outcome: 'replaced' });
    for (const older of [one, await withAnswers(one, survey.surveyId, { q1: 2 }, 2)])
      expect((await cast(older)).status).toBe(409);
    expect((await cast(three)).status).toBe(200);
  });

  it('409 too when the ticket is sent in another spelling of the same bytes', async () => {
    const request = await castRequest(survey.surveyId, survey.key);
    expect((await cast(request)).status).toBe(201);
    const { prepared } = request.ticket;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const respelled = prepared.slice(0, -1) + alphabet.charAt(alphabet.indexOf(prepared.slice(-1)) + 1);
    const twin = await withAnswers(request, survey.surveyId, { q1: 1 });
    expect((await cast({ ...twin, ticket: { ...twin.ticket, prepared: respelled } })).status).toBe(409);
  });

  it('403 for a forged ticket, a changed one, and one of another survey', async () => {
    const elsewhere = await announceTestSurvey(collector.box, { ownKey: true });
    const genuine = await castRequest(survey.surveyId, survey.key);
    const another = await castRequest(survey.surveyId, survey.key);
    const forged = [
      { ...genuine, ticket: { ...genuine.ticket, prepared: another.ticket.prepared } },
      { ...genuine, ticket: { ...genuine.ticket, signature: 'A'.repeat(512) } },
      { ...genuine, ticket: { ...genuine.ticket, signature: 'AAAA' } },
      await castRequest(survey.surveyId, elsewhere.key),
    ];
    for (const request of forged) {
      const response = await cast(request);
      expect(response.status).toBe(403);
      expect(await codeOf(response)).toBe('ticket-forged');
    }
  });

  it('403 when ballot, copy, revision or proof is not what the ticket’s holder signed, or it was signed for another survey', async () => {
    const genuine = await castRequest(survey.surveyId, survey.key);
    const another = await withAnswers(genuine, survey.surveyId, { q1: 1 }, 2);
    const elsewhere = await announceTestSurvey(collector.box);
    const flipped = fromBase64Url(genuine.ballot);
    flipped[5] = (flipped[5] ?? 0) ^ 1;
    const tampered = [
      { ...genuine, ballot: another.ballot },
      { ...genuine, ballot: toBase64Url(flipped) },
      { ...genuine, copy: another.copy },
      { ...genuine, revision: 2 },
      { ...genuine, proof: another.proof },
      // Same key, but the proof names the other survey.
      await withAnswers(genuine, elsewhere.surveyId, { q1: 5 }),
    ];
    for (const request of tampered) {
      const response = await cast(request);
      expect(response.status).toBe(403);
      expect(await codeOf(response)).toBe('proof-wrong');
    }
  });

  it('404 for an unknown survey', async () => {
    const request = await castRequest(survey.surveyId, survey.key);
    for (const id of ['5b9c3c9a-0000-4000-8000-000000000000', 'x']) {
      expect((await postBallot(collector.url, id, request)).status).toBe(404);
    }
  });

  it('400 for anything malformed, naming the field and never its value', async () => {
    const good = await castRequest(survey.surveyId, survey.key);
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
      [{ ...good, ticket: { ...good.ticket, prepared: 'short' } }, 'ticket.prepared'],
      [{ ...good, copy: undefined }, 'copy'],
      [{ ...good, revision: 0 }, 'revision'],
      [{ ...good, revision: 1.5 }, 'revision'],
      [{ ...good, proof: 'x' }, 'proof'],
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
    const request = await castRequest(survey.surveyId, survey.key);
    const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await cast(request)).status));
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 200, 201, 429, 429]);
    expect((await cast(await castRequest(survey.surveyId, survey.key))).status).toBe(201);
  });

  it('410 from the closing time on; a ballot that is in the box is still acknowledged', async () => {
    const [inTime, tooLate] = [
      await castRequest(survey.surveyId, survey.key),
      await castRequest(survey.surveyId, survey.key),
    ];
    collector.setClock(new Date(CLOSES_AT.getTime() - 1));
    expect((await cast(inTime)).status).toBe(201);
    collector.setClock(CLOSES_AT);
    const late = await cast(tooLate);
    expect(late.status).toBe(410);
    expect(await codeOf(late)).toBe('survey-closed');
    expect((await cast(inTime)).status).toBe(200);
    expect((await cast(await withAnswers(inTime, survey.surveyId, { q1: 1 }))).status).toBe(410);
  });

  it('paper tickets last until the paper entry ends, the others do not', async () => {
    const withPaper = await announceTestSurvey(collector.box, { paper: true });
    if (!withPaper.paperKey) throw new Error('no paper key');
    const post = (request: unknown): Promise<Response> => postBallot(collector.url, withPaper.surveyId, request);
    collector.setClock(CLOSES_AT);
    expect((await post(await castRequest(withPaper.surveyId, withPaper.key))).status).toBe(410);
    expect((await post(await castRequest(withPaper.surveyId, withPaper.paperKey))).status).toBe(201);
    collector.setClock(PAPER_CLOSES_AT);
    expect((await post(await castRequest(withPaper.surveyId, withPaper.paperKey))).status).toBe(410);
  });
});

describe('what a reply gives away', () => {
  it('is one size on the wire, whatever the answer is', async () => {
    const request = await castRequest(survey.surveyId, survey.key);
    const forged = { ...request, ticket: { ...request.ticket, signature: 'AAAA' } };
    const sizes = new Set<number>();
    const statuses: string[] = [];
    for (const body of [
      request,
      request,
      await withAnswers(request, survey.surveyId, { q1: 1 }),
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
      await cast(await castRequest(survey.surveyId, survey.key), headers),
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

describe('POST /ballot/surveys/:id/own-copy', () => {
  const fetchCopy = (surveyId: string, body: unknown): Promise<Response> =>
    fetch(`${collector.url}/ballot/surveys/${surveyId}/own-copy`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('gives the latest copy to the holder of the ticket’s key, in one size whether there is one or not', async () => {
    const request = await castRequest(survey.surveyId, survey.key);
    const asked = await makeOwnCopyRequest(survey.surveyId, ownTicketOf(request));
    const none = await fetchCopy(survey.surveyId, asked);
    expect(none.status).toBe(200);
    const nothing = await none.text();
    expect(JSON.parse(nothing)).toMatchObject({ found: false, revision: 0 });
    await cast(request);
    const second = await withAnswers(request, survey.surveyId, { q1: 2 }, 2);
    await cast(second);
    const something = await (await fetchCopy(survey.surveyId, asked)).text();
    const digest = createHash('sha256').update(fromBase64Url(second.ballot)).digest('base64url');
    expect(JSON.parse(something)).toEqual({ found: true, revision: 2, sealedDigest: digest, copy: second.copy });
    expect(something).toHaveLength(nothing.length);
  });

  it('403 without the key', async () => {
    const request = await castRequest(survey.surveyId, survey.key);
    const other = await castRequest(survey.surveyId, survey.key);
    const asked = await makeOwnCopyRequest(survey.surveyId, ownTicketOf(request));
    const foreign = await makeOwnCopyRequest(survey.surveyId, ownTicketOf(other));
    for (const [body, code] of [
      [{ ...asked, proof: foreign.proof }, 'proof-wrong'],
      [{ ...asked, proof: request.proof }, 'proof-wrong'],
      [{ ...asked, ticket: { ...asked.ticket, signature: 'AAAA' } }, 'ticket-forged'],
    ] as const) {
      const reply = await fetchCopy(survey.surveyId, body);
      expect(reply.status).toBe(403);
      expect(await codeOf(reply)).toBe(code);
    }
  });
});

describe('from the close to the destruction', () => {
  it('opens only when closed, publishes leaves, and leaves nothing behind', async () => {
    const fresh = await announceTestSurvey(collector.box);
    const said = [{ q1: 1 }, { q1: 2, free: 'のびのび' }, { q1: null }, {}];
    for (const answers of said) {
      const request = await castRequest(fresh.surveyId, fresh.key, answers);
      expect((await postBallot(collector.url, fresh.surveyId, request)).status).toBe(201);
    }
    const leavesUrl = `${collector.url}/ballot/surveys/${fresh.surveyId}/leaves`;
    await expect(collector.box.countBallots(fresh.surveyId)).rejects.toMatchObject({ code: 'box-not-closed' });
    await expect(collector.box.readBallots(fresh.surveyId).next()).rejects.toMatchObject({ code: 'box-not-closed' });
    await collector.box.closeSurvey(fresh.surveyId);
    expect((await openBox(collector.box, fresh.surveyId)).map(({ answers }) => JSON.stringify(answers)).sort()).toEqual(
      said.map((answers) => JSON.stringify(answers)).sort(),
    );
    expect((await fetch(leavesUrl)).status).toBe(404);

    const leaves = Buffer.concat([Buffer.alloc(32, 1), Buffer.alloc(32, 2)]);
    const root = Buffer.from(await merkleRoot(splitLeaves(leaves)));
    const list = { root, leaves, ballots: 2, tickets: 4, exceptions: 1 };
    await collector.box.publishLeaves(fresh.surveyId, list);
    await collector.box.publishLeaves(fresh.surveyId, list);
    const other = { ...list, root: Buffer.alloc(32) };
    await expect(collector.box.publishLeaves(fresh.surveyId, other)).rejects.toMatchObject({ code: 'leaves-differ' });
    const published = await fetch(leavesUrl);
    expect(Buffer.from(await published.arrayBuffer()).equals(leaves)).toBe(true);
    const survey = await (await fetch(`${collector.url}/ballot/surveys/${fresh.surveyId}`)).json();
    const box = { ballots: 2, tickets: 4, exceptions: 1, root: root.toString('hex') };
    expect(survey).toMatchObject({ ballotBox: box, accepting: false });

    const early = collector.box.destroySurvey(fresh.surveyId, '2026-07-29');
    await expect(early).rejects.toMatchObject({ code: 'destruction-not-due' });
    await collector.box.destroySurvey(fresh.surveyId, DESTROY_ON);
    await collector.box.destroySurvey(fresh.surveyId, DESTROY_ON);
    expect((await fetch(leavesUrl)).status).toBe(410);
    // The list goes with the ballots; counts and root stay.
    const after = await (await fetch(`${collector.url}/ballot/surveys/${fresh.surveyId}`)).json();
    expect(after).toMatchObject({ destroyed: true, ballotBox: box });
    await expect(collector.box.countBallots(fresh.surveyId)).rejects.toMatchObject({ code: 'box-destroyed' });
    const late = await postBallot(collector.url, fresh.surveyId, await castRequest(fresh.surveyId, fresh.key));
    expect(late.status).toBe(410);
  });
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
