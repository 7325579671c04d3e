import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  announceTestSurvey,
  castRequest,
  postBallot,
  startTestCollector,
  type TestCollector,
} from '../factories/collector.factory.js';

const reports: unknown[] = [];
const report = (message: unknown): void => void reports.push(message);

let collector: TestCollector;
beforeAll(async () => {
  collector = await startTestCollector({ logger: { log: report, error: report, warn: report } });
});
afterAll(() => collector?.stop());

it('while the database is away: alive, not ready, casts get 503, and nothing of a ballot is reported', async () => {
  const { surveyId, key } = await announceTestSurvey(collector.box);
  const before = await castRequest(surveyId, key);
  const during = await castRequest(surveyId, key, { free: 'himitsu' });
  expect((await postBallot(collector.url, surveyId, before)).status).toBe(201);
  await collector.stopDatabase();
  const reply = await postBallot(collector.url, surveyId, during);
  expect(reply.status).toBe(503);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect(await reply.json()).toMatchObject({ code: 'database-away', title: expect.stringMatching(/[ぁ-ん]/) });
  const survey = await fetch(`${collector.url}/ballot/surveys/${surveyId}`);
  expect(survey.status).toBe(503);
  expect((await fetch(`${collector.url}/health/live`)).status).toBe(200);
  expect((await fetch(`${collector.url}/health/ready`)).status).toBe(503);
  const told = JSON.stringify(reports);
  for (const secret of [during.ballot.slice(0, 40), during.ticket.prepared, surveyId, 'himitsu', 'SELECT']) {
    expect(told).not.toContain(secret);
  }
});
