import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { CastRequest } from '#ballot';
import {
  announcementOf,
  announceTestSurvey,
  BEFORE_THE_CLOSE,
  castRequest,
  castRequests,
  openBox,
  postBallot,
  startTestCollector,
  withAnswers,
  type TestCollector,
} from '../factories/collector.factory.js';

const PLACES = 20;
/** Tickets take long to make. */
const CROWD = 80;

let collector: TestCollector;
beforeAll(async () => {
  collector = await startTestCollector({ limits: { attemptsPerMinute: 1000, concurrentCasts: PLACES } });
});
afterAll(() => collector?.stop());

const answersInBox = async (surveyId: string): Promise<unknown[]> =>
  (await openBox(collector.box, surveyId)).map(({ answers }) => answers['q1']);

async function inTransaction(
  url: string,
  work: (client: pg.Client, commit: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await work(client, () => client.query('COMMIT'));
  } finally {
    await client.end();
  }
}

describe('two casts of one ticket at the same moment', () => {
  it('different ballots: one is stored, all others are refused, and the stored one is the one acknowledged', async () => {
    const { surveyId, key } = await announceTestSurvey(collector.box);
    const acknowledged: number[] = [];
    for (let round = 0; round < 8; round++) {
      const ticket = await castRequest(surveyId, key);
      const rivals = await Promise.all([1, 2, 3, 4].map((q1) => withAnswers(ticket, surveyId, { q1 })));
      const statuses = await Promise.all(
        rivals.map(async (rival) => (await postBallot(collector.url, surveyId, rival)).status),
      );
      expect([...statuses].sort()).toEqual([201, 409, 409, 409]);
      acknowledged.push(statuses.indexOf(201) + 1);
    }
    await collector.box.closeSurvey(surveyId);
    expect((await answersInBox(surveyId)).sort()).toEqual(acknowledged.sort());
  });

  it('different revisions: whoever comes first, the highest is what is counted', async () => {
    const { surveyId, key } = await announceTestSurvey(collector.box);
    const statuses: number[] = [];
    for (let round = 0; round < 6; round++) {
      const first = await castRequest(surveyId, key, { q1: 1 });
      const [second, third] = await Promise.all([2, 3].map((q1) => withAnswers(first, surveyId, { q1 }, q1)));
      const sent = [third, first, second].map(async (each) => (await postBallot(collector.url, surveyId, each)).status);
      statuses.push(...(await Promise.all(sent)));
    }
    expect(statuses.filter((status) => ![200, 201, 409].includes(status))).toEqual([]);
    await collector.box.closeSurvey(surveyId);
    expect(await answersInBox(surveyId)).toEqual([3, 3, 3, 3, 3, 3]);
  });

  it('the same ballot: one 201, the others 200, one row', async () => {
    const { surveyId, key } = await announceTestSurvey(collector.box);
    const request = await castRequest(surveyId, key);
    const statuses = await Promise.all(
      Array.from({ length: 6 }, async () => (await postBallot(collector.url, surveyId, request)).status),
    );
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 200, 201]);
    await collector.box.closeSurvey(surveyId);
    expect(await collector.box.countBallots(surveyId)).toBe(1);
  });
});

describe('the close in the middle of casts', () => {
  it.each([0, 30])(
    'after %i ballots: no other gets in once it is closed, and every acknowledged one is in the box',
    async (before) => {
      const { surveyId, key } = await announceTestSurvey(collector.box);
      const requests = await castRequests(CROWD, surveyId, key);
      let accepted = 0;
      let refused = 0;
      const next = requests.values();
      const senders = Array.from({ length: 12 }, async () => {
        for (const request of next) {
          const { status } = await postBallot(collector.url, surveyId, request);
          if (status === 201) accepted++;
          else if (status === 410) refused++;
          else throw new Error(`unexpected status ${status}`);
        }
      });
      while (accepted < before) await wait(1);
      await collector.box.closeSurvey(surveyId);
      const atTheClose = await collector.box.countBallots(surveyId);
      await Promise.all(senders);
      expect(accepted + refused).toBe(CROWD);
      expect(accepted).toBe(atTheClose);
      expect(await collector.box.countBallots(surveyId)).toBe(atTheClose);
      expect(refused).toBeGreaterThan(0);
    },
  );

  it('waits for a ballot that is being cast, and counts it', async () => {
    const { surveyId } = await announceTestSurvey(collector.box);
    await inTransaction(collector.collectorUrl, async (client, commit) => {
      const ballot = [surveyId, randomBytes(32), randomBytes(16_384), randomBytes(16_384), BEFORE_THE_CLOSE];
      const cast = await client.query('SELECT ballot.cast_ballot($1, $2, 1, $3, $4, false, $5) AS outcome', ballot);
      expect(cast.rows).toEqual([{ outcome: 'stored' }]);
      const close = collector.box.closeSurvey(surveyId).then(() => 'closed');
      expect(await Promise.race([close, wait(300, 'waiting')])).toBe('waiting');
      await commit();
      expect(await close).toBe('closed');
    });
    expect(await collector.box.countBallots(surveyId)).toBe(1);
  });

  it('keeps a ballot waiting that arrives during the close, and refuses it', async () => {
    const { surveyId, key } = await announceTestSurvey(collector.box);
    await inTransaction(collector.tallyUrl, async (client, commit) => {
      await client.query('SELECT ballot.close_survey($1)', [surveyId]);
      const cast = postBallot(collector.url, surveyId, await castRequest(surveyId, key)).then(({ status }) => status);
      expect(await Promise.race([cast, wait(300, 'waiting')])).toBe('waiting');
      await commit();
      expect(await cast).toBe(410);
    });
    expect(await collector.box.countBallots(surveyId)).toBe(0);
  });

  it('is final, may be repeated, and needs a survey', async () => {
    const { surveyId, form, key } = await announceTestSurvey(collector.box);
    await collector.box.closeSurvey(surveyId);
    await collector.box.closeSurvey(surveyId);
    const later = new Date('2030-01-01T00:00:00Z');
    await collector.box.announce({ ...announcementOf(form, key), closesAt: later });
    expect(await collector.box.findSurvey(surveyId)).toMatchObject({ closed: true });
    expect((await postBallot(collector.url, surveyId, await castRequest(surveyId, key))).status).toBe(410);
    const unknown = '5b9c3c9a-0000-4000-8000-000000000000';
    await expect(collector.box.closeSurvey(unknown)).rejects.toMatchObject({ code: 'survey-unknown' });
  });
});

describe('too many casts at once', () => {
  it('503 for those beyond the limit, and each of them gets in when it is sent again', async () => {
    const { surveyId, key } = await announceTestSurvey(collector.box);
    const requests = await castRequests(PLACES + 5, surveyId, key);
    const statusOf = async (request: CastRequest): Promise<number> =>
      (await postBallot(collector.url, surveyId, request)).status;
    const turnedAway: CastRequest[] = [];
    await inTransaction(collector.ownerUrl, async (client, commit) => {
      // Holds every cast of this survey inside the database until all requests have arrived.
      await client.query('SELECT FROM ballot.survey WHERE survey_id = $1 FOR UPDATE', [surveyId]);
      const statuses = requests.map(async (request) => {
        const status = await statusOf(request);
        if (status === 503) turnedAway.push(request);
        return status;
      });
      await wait(1500);
      await commit();
      expect((await Promise.all(statuses)).sort()).toEqual([
        ...Array<number>(PLACES).fill(201),
        ...Array<number>(5).fill(503),
      ]);
    });
    expect(await Promise.all(turnedAway.map(statusOf))).toEqual([201, 201, 201, 201, 201]);
    await collector.box.closeSurvey(surveyId);
    expect(await collector.box.countBallots(surveyId)).toBe(PLACES + 5);
  });
});

describe('announcing', () => {
  it('may be repeated, may move the closing time, and never changes the key', async () => {
    const { surveyId, form, key } = await announceTestSurvey(collector.box);
    const announcement = announcementOf({ ...form, title: '新しい題' }, key);
    const later = new Date('2026-07-31T15:00:00Z');
    await collector.box.announce({ ...announcement, closesAt: later });
    await collector.box.announce({ ...announcement, closesAt: later });
    expect(await collector.box.findSurvey(surveyId)).toMatchObject({
      closesAt: later,
      form: { title: '新しい題' },
      closed: false,
    });
    const other = await announceTestSurvey(collector.box, { ownKey: true });
    await expect(
      collector.box.announce({ ...announcement, closesAt: later, ticketPublicKey: other.key.publicKey }),
    ).rejects.toMatchObject({ code: 'announcement-differs' });
    expect((await collector.box.getSurvey(surveyId)).ticketPublicKey).toBe(key.publicKey);
  });
});
