import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CastRequest } from '#ballot';
import { freePort } from '#embedded';
import {
  announceTestSurvey,
  BEFORE_THE_CLOSE,
  castRequests,
  openBox,
  postBallot,
  startTestCollector,
  withAnswers,
  type TestCollector,
} from '../factories/collector.factory.js';

const ENTRY = 'dist/services/collector.js';
const CLIENTS = 50;
const KILLS = 4;

/** Its database; the collector of this process only announces and counts. */
let database: TestCollector;
let port = 0;
let child: ChildProcess | null = null;

beforeAll(async () => {
  if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing: run "npm run build" first`);
  database = await startTestCollector();
  port = await freePort();
}, 300_000);
afterAll(async () => {
  await kill();
  await database?.stop();
});

/** The compiled collector as a process of its own. */
function start(): void {
  child = spawn(process.execPath, [ENTRY], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NOBINOBI_HOST: '127.0.0.1',
      NOBINOBI_SERVICE_PORT: String(port),
      NOBINOBI_CLOCK: BEFORE_THE_CLOSE.toISOString(),
      COLLECTOR_DATABASE_URL: database.collectorUrl,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function kill(): Promise<void> {
  const dying = child;
  child = null;
  if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
  const ended = new Promise((resolve) => dying.once('exit', resolve));
  dying.kill('SIGKILL');
  await ended;
}

interface Sent {
  attempts: number;
  lostReplies: number;
}

/** As a browser does: the same bytes again and again until they are acknowledged. @returns the status of the acknowledgement */
async function sendUntilAcknowledged(surveyId: string, request: CastRequest, sent: Sent): Promise<number> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await wait(50)) {
    sent.attempts += 1;
    const reply = await postBallot(`http://127.0.0.1:${port}`, surveyId, request).catch(() => null);
    if (reply === null) sent.lostReplies += 1;
    else if (reply.status === 200 || reply.status === 201) return reply.status;
    else if (reply.status !== 429 && reply.status !== 503) throw new Error(`${reply.status}: ${await reply.text()}`);
  }
  throw new Error('never acknowledged');
}

describe('a collector that is killed while 50 clients submit', () => {
  it('loses no ballot that it acknowledged, and none is counted twice', async () => {
    const { surveyId, key } = await announceTestSurvey(database.box);
    const first = await castRequests(CLIENTS, surveyId, key);
    const edits = await Promise.all(first.map((request) => withAnswers(request, surveyId, { q1: 5 }, 2)));
    const sent: Sent = { attempts: 0, lostReplies: 0 };
    let acknowledged = 0;
    let repeated = 0;
    const send = async (request: CastRequest): Promise<void> => {
      const status = await sendUntilAcknowledged(surveyId, request, sent);
      acknowledged += 1;
      if (status === 200) repeated += 1;
    };
    // Half of them correct what they sent.
    const clients = Promise.all(
      first.map(async (request, at) => {
        await send(request);
        const edit = edits[at];
        if (at % 2 === 0 && edit) await send(edit);
      }),
    );
    for (let kills = 1; kills <= KILLS; kills += 1) {
      start();
      const goal = Math.floor((kills * (CLIENTS * 1.5)) / (KILLS + 1));
      while (acknowledged < goal) await wait(1);
      await kill();
    }
    start();
    await clients;
    await kill();
    await database.box.closeSurvey(surveyId);
    const answers = (await openBox(database.box, surveyId)).map(({ answers: given }) => given['q1']);
    console.info(
      `${KILLS} kills, ${acknowledged} acknowledgements (${repeated} of a ballot that was in the box already) in ${sent.attempts} attempts, ` +
        `${sent.lostReplies} without a reply; ${answers.length} ballots in the box`,
    );
    expect(acknowledged).toBe(CLIENTS * 1.5);
    expect(sent.lostReplies).toBeGreaterThan(0);
    expect(answers.sort()).toEqual([...Array<number>(CLIENTS / 2).fill(4), ...Array<number>(CLIENTS / 2).fill(5)]);
  }, 300_000);
});
