import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keyShareDigest, makeTallyKey, splitTallyKey } from '#ballot/custody';
import { openBallotBox } from '#database/ballot';
import pg from 'pg';
import { activate, type ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, NOW, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import { HrOffice } from '../factories/hr-office.js';
import { temporaryFolder } from '../factories/nobinobi.js';
import { createSmallSurvey } from '../factories/small-survey.js';
import { castAll } from '../factories/tally.factory.js';
import { blindTicketBody } from '../factories/ticket.factory.js';

const ENTRY = 'dist/services/tally.js';
const PEOPLE = ['1001', '1002', '1003', '1004', '1005'];

let api: TestApi;
let hr: ApiVisitor;
let office: HrOffice;
let people: Map<string, ApiVisitor>;
let keyFile = '';
let child: ChildProcess | null = null;

beforeAll(async () => {
  if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing: run "npm run build" first`);
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  people = await activate(hr, PEOPLE);
  office = await HrOffice.signIn(api.url);
  keyFile = join(await temporaryFolder(), 'tally-key.hex');
  await writeFile(keyFile, randomBytes(32).toString('hex'));
}, 300_000);
afterAll(async () => {
  await kill();
  await api?.stop();
  if (keyFile) await rm(dirname(keyFile), { recursive: true, force: true });
});

/** The compiled tally process, as the launcher starts it. */
function startTally(): void {
  child = spawn(process.execPath, [ENTRY], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NOBINOBI_HOST: '127.0.0.1',
      NOBINOBI_SERVICE_PORT: '0',
      NOBINOBI_CLOCK: NOW.toISOString(),
      NOBINOBI_TALLY_KEY_FILE: keyFile,
      DATABASE_URL: api.databases.mainUrl('nobinobi_tally'),
      COLLECTOR_DATABASE_URL: api.databases.ballotUrl('nobinobi_tally'),
      REDIS_URL: api.valkey.url,
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

interface Custody {
  readonly needs: 'test' | 'tally' | null;
  readonly tested: boolean;
  readonly workerPublicKey: string | null;
}

const custody = (id: string, done: (state: Custody) => boolean): Promise<Custody> =>
  office.session.until<Custody>(`/api/surveys/${id}/custody`, done);

/** Opened under three custodians of whom two are needed, answered by five people, and closed; no tally process runs. */
async function closedSurvey(): Promise<{ id: string; shares: readonly string[] }> {
  startTally();
  const id = await createSmallSurvey(hr, { custody: 'custodians' });
  const { publicKey, privateKey } = await makeTallyKey();
  const shares = (await splitTallyKey(privateKey, 3, 2)).map(({ text }) => text);
  const shareDigests = await Promise.all(shares.map(keyShareDigest));
  await hr.read(hr.put(`/api/surveys/${id}/tally-key`, { publicKey, shares: 3, threshold: 2, shareDigests }), 204);
  await office.beginKeyTest(id, publicKey);
  await custody(id, ({ workerPublicKey }) => workerPublicKey !== null);
  await office.handIn(id, 'test', shares.slice(0, 2));
  await custody(id, ({ tested }) => tested);
  await hr.read(hr.post(`/api/surveys/${id}/open`));
  for (const visitor of people.values())
    await visitor.read(visitor.post(`/api/surveys/${id}/ticket`, blindTicketBody()));
  await fillBox(id);
  await hr.read(hr.post(`/api/surveys/${id}/close`));
  await custody(id, ({ needs }) => needs === 'tally');
  await kill();
  return { id, shares };
}

async function fillBox(surveyId: string): Promise<void> {
  const box = await openBallotBox(api.databases.ballotUrl('nobinobi_collector'));
  while (!(await box.findSurvey(surveyId))) await wait(100);
  const attributes = { department: 'A1', position: 'officer', ageBand: '30s', employmentType: 'regular' } as const;
  await castAll(
    box,
    surveyId,
    PEOPLE.map((_, at) => ({ surveyId, attributes, answers: { q1: 1 + at } })),
  );
  await box.close();
}

const releases = (id: string): Promise<{ version: number; answered: number }[]> =>
  api.main.query('SELECT version, answered FROM results.release WHERE survey_id = $1', [id]);

/** Waits until the tally stands before what another session has locked. */
async function isBlocked(): Promise<void> {
  const blocked = `SELECT FROM pg_stat_activity WHERE usename = 'nobinobi_tally' AND wait_event_type = 'Lock'`;
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await wait(20))
    if ((await api.main.query<unknown[]>(blocked)).length > 0) return;
  throw new Error('the tally never came to the lock');
}

/** Runs the tally into a lock, and kills it there. */
async function killAt(database: string, lock: string): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query('BEGIN');
  await client.query(lock);
  startTally();
  await isBlocked();
  await kill();
  await client.end();
}

/** Starts again after a kill, and waits until the survey is released or asks for its custodians. */
async function settle(id: string): Promise<'released' | 'asks again'> {
  startTally();
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await wait(100)) {
    if ((await releases(id)).length > 0) return 'released';
    const { awaitingKey } = await office.session.get<{ awaitingKey: boolean }>(`/api/surveys/${id}`);
    if (awaitingKey) return 'asks again';
  }
  throw new Error('neither released nor asking');
}

const shareRows = (id: string): Promise<unknown[]> =>
  api.main.query('SELECT share_index FROM custody.key_share WHERE survey_id = $1', [id]);

describe('a tally under custodians that is killed', () => {
  it('before it has read the shares goes on with them', async () => {
    const { id, shares } = await closedSurvey();
    await office.handIn(id, 'tally', shares.slice(0, 2));
    await killAt(api.databases.mainOwnerUrl, 'LOCK TABLE custody.key_share');
    expect(await shareRows(id)).toHaveLength(2);
    expect(await settle(id)).toBe('released');
    await kill();
    await expectOneRelease(id);
  }, 240_000);

  it.each([
    ['with the ballots open', 'ballotOwnerUrl', 'LOCK TABLE ballot.leaf_list IN SHARE MODE'],
    ['in the middle of saving', 'mainOwnerUrl', 'LOCK TABLE results.score IN SHARE MODE'],
  ] as const)(
    '%s has lost the key and released nothing: any two shares, handed in again, release',
    async (_, url, lock) => {
      const { id, shares } = await closedSurvey();
      await office.handIn(id, 'tally', shares.slice(0, 2));
      await killAt(api.databases[url], lock);
      expect(await shareRows(id)).toEqual([]);
      expect(await settle(id)).toBe('asks again');
      await kill();
      expect(await releases(id)).toEqual([]);
      await office.handIn(id, 'tally', shares.slice(1));
      expect(await settle(id)).toBe('released');
      await kill();
      await expectOneRelease(id);
    },
    240_000,
  );
});

async function expectOneRelease(id: string): Promise<void> {
  expect(await releases(id)).toEqual([{ version: 1, answered: PEOPLE.length }]);
  expect(await shareRows(id)).toEqual([]);
}
