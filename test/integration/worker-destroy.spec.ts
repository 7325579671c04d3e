import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '#embedded';
import pg from 'pg';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';
import { castAll, closeSurveyAsApi, handMadeContents } from '../factories/tally.factory.js';
import { requestJob, TestValkey, waitForJob } from '../factories/worker-queue.factory.js';
import { startWorkers, type TestWorkers } from '../factories/worker.factory.js';

const PEOPLE = 12;
/** Declared: December 1st. Where nothing was released: 90 days after the closing day, which ends with October 31st. */
const CLOSES_AT = '2026-10-31T15:00:00Z';

let databases: TestDatabases;
let valkey: TestValkey;
let workers: TestWorkers | null = null;
let released: string;
let neverOpened: string;

beforeAll(async () => {
  databases = await startDatabases();
  valkey = await TestValkey.start(await freePort());
}, 300_000);
afterAll(async () => {
  await workers?.stop();
  await valkey?.stop();
  await databases?.stop();
});

/** Both processes as if started at that moment; their timetable looks at once. */
async function startAt(moment: string): Promise<TestWorkers> {
  await workers?.stop();
  workers = await startWorkers(databases, valkey.url, new Date(moment));
  return workers;
}

async function filledBox({ main, jobs, collectorBox }: TestWorkers): Promise<string> {
  const { surveyId } = await closeSurveyAsApi(databases.mainOwnerUrl, PEOPLE, randomUUID(), CLOSES_AT);
  expect(await waitForJob(jobs, await requestJob(main, 'survey.announce', { surveyId }))).toMatchObject({
    failure: null,
  });
  await castAll(collectorBox, surveyId, handMadeContents(surveyId, PEOPLE));
  return surveyId;
}

interface Signed {
  readonly text: string;
  readonly signature: string;
  readonly key: string;
  readonly actor: string;
  readonly detail: { readonly record: Readonly<Record<string, unknown>>; readonly signature: string };
}

interface Kept {
  /** Tables that hold its ballots. */
  readonly boxes: number;
  readonly leaves: boolean | null;
  readonly root: string | null;
  readonly heldKeys: number;
  readonly records: number;
  readonly events: number;
}

/** Everything of a survey that is there to be destroyed, or to stay. */
async function kept(surveyId: string): Promise<Kept> {
  const ballots = new pg.Client({ connectionString: databases.ballotOwnerUrl });
  const main = new pg.Client({ connectionString: databases.mainOwnerUrl });
  await Promise.all([ballots.connect(), main.connect()]);
  try {
    const box = await ballots.query<Pick<Kept, 'boxes' | 'leaves' | 'root'>>(
      `SELECT (SELECT count(*)::int FROM pg_class WHERE relname IN ('box_' || $2, 'inbox_' || $2)) AS boxes,
         (SELECT leaves IS NOT NULL FROM ballot.leaf_list WHERE survey_id = $1) AS leaves,
         (SELECT encode(root, 'hex') FROM ballot.leaf_list WHERE survey_id = $1) AS root`,
      [surveyId, surveyId.replaceAll('-', '')],
    );
    const identified = await main.query<Pick<Kept, 'heldKeys' | 'records' | 'events'>>(
      `SELECT (SELECT count(*)::int FROM custody.worker_held_key WHERE survey_id = $1::uuid) AS "heldKeys",
         (SELECT count(*)::int FROM results.destruction WHERE survey_id = $1::uuid) AS records,
         (SELECT count(*)::int FROM identity.audit_event WHERE action = 'survey.destroyed' AND subject = $1::text) AS events`,
      [surveyId],
    );
    return { ...(box.rows[0] as Kept), ...(identified.rows[0] as Kept) };
  } finally {
    await Promise.all([ballots.end(), main.end()]);
  }
}

const WHOLE = { boxes: 2, heldKeys: 1, records: 0, events: 0 };
const GONE = { boxes: 0, leaves: false, heldKeys: 0, records: 1, events: 1 };

async function untilRecorded(surveyId: string): Promise<Kept> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await wait(100)) {
    const now = await kept(surveyId);
    if (now.events > 0) return now;
  }
  throw new Error(`not destroyed: ${JSON.stringify(await kept(surveyId))}`);
}

describe('what was promised to staff', () => {
  it('is not destroyed a minute before the day, not even when it is asked for', async () => {
    const first = await startAt('2026-11-10T00:00:00Z');
    released = await filledBox(first);
    neverOpened = await filledBox(first);
    await addParticipant(first, released);
    const tally = await requestJob(first.main, 'survey.tally', { surveyId: released });
    expect(await waitForJob(first.jobs, tally)).toMatchObject({ state: 'done' });
    const { main, jobs } = await startAt('2026-11-30T14:59:00Z');
    expect(await destroyJobs()).toBe(0);
    const job = await waitForJob(jobs, await requestJob(main, 'survey.destroy', { surveyId: released }));
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'destruction-not-due' } });
    expect(await kept(released)).toMatchObject({ ...WHOLE, leaves: true });
  });

  it('is destroyed when the day begins in Japan, once, by whichever of two processes is first', async () => {
    const { root } = await kept(released);
    expect(root).toMatch(/^[0-9a-f]{64}$/);
    const before = await destroyJobs();
    const [{ main, jobs }, second] = await Promise.all([
      startAt('2026-11-30T15:00:00Z'),
      startWorkers(databases, valkey.url, new Date('2026-11-30T15:00:00Z')),
    ]);
    expect(await untilRecorded(released)).toEqual({ ...GONE, root });
    expect(await destroyJobs()).toBe(before + 1);
    await second.stop();
    // Asked for again, and a tally of what is gone: nothing happens.
    for (const name of ['survey.destroy', 'survey.tally'] as const)
      expect(await waitForJob(jobs, await requestJob(main, name, { surveyId: released }))).toMatchObject({
        state: 'done',
      });
    expect(await kept(released)).toEqual({ ...GONE, root });
  });

  it('leaves what is published: the release, the number of ballots and the root', async () => {
    const { main, tallyBox } = await startAt('2026-12-02T00:00:00Z');
    const counts = await main.query(
      `SELECT r.answered, b.ballots, d.record ->> 'merkleRoot' = b.merkle_root AS same_root, (d.record ->> 'ballots')::int AS recorded
       FROM results.release r JOIN results.box_count b USING (survey_id) JOIN results.destruction d USING (survey_id)
       WHERE survey_id = $1`,
      [released],
    );
    expect(counts).toEqual([{ answered: PEOPLE, ballots: PEOPLE, same_root: true, recorded: PEOPLE }]);
    await expect(tallyBox.countBallots(released)).rejects.toMatchObject({ code: 'box-destroyed' });
  });

  it('is on record under the tally’s signature, which nobody else can make, in the audit log too', async () => {
    const { main } = await startAt('2026-12-02T00:00:00Z');
    const rows = await main.query<Signed[]>(
      `SELECT d.record::text AS text, d.signature, k.signing_public_key AS key, e.actor, e.detail
       FROM results.destruction d, custody.worker_key k, identity.audit_event e
       WHERE d.survey_id = $1 AND e.action = 'survey.destroyed' AND e.subject = $1::text`,
      [released],
    );
    const [{ text, signature, key, actor, detail }] = rows as [Signed];
    const signer = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    const holds = (signed: string): boolean =>
      verify(null, Buffer.from(signed), signer, Buffer.from(signature, 'base64url'));
    expect(holds(text)).toBe(true);
    expect(holds(text.replace('"ballots":12', '"ballots":11'))).toBe(false);
    expect(actor).toBe('tally');
    expect(detail).toEqual({ record: JSON.parse(text) as unknown, signature });
    expect(detail.record).toMatchObject({
      surveyId: released,
      destroyedAt: '2026-11-30T15:00:00.000Z',
      promisedFor: '2026-12-01',
      ballots: PEOPLE,
    });
  });

  it('takes people’s tickets, escrows and waiting marks with it, and their state stays', async () => {
    const rows = await workers?.main.query<unknown[]>(
      `SELECT state, ticket_request, ticket_signature, escrow, (SELECT count(*)::int FROM identity.done_pool WHERE survey_id = $1) AS waiting
       FROM identity.participation WHERE survey_id = $1`,
      [released],
    );
    expect(rows).toEqual([
      { state: 'started', ticket_request: null, ticket_signature: null, escrow: null, waiting: 0 },
    ]);
  });

  it('goes too where nothing was ever released, on the last day that may be declared, and not before', async () => {
    await startAt('2027-01-29T14:59:00Z');
    expect(await kept(neverOpened)).toMatchObject(WHOLE);
    const { main, jobs } = await startAt('2027-01-29T15:00:00Z');
    expect(await untilRecorded(neverOpened)).toEqual({ ...GONE, leaves: null, root: null });
    const records = await main.query('SELECT record FROM results.destruction WHERE survey_id = $1', [neverOpened]);
    expect(records).toEqual([{ record: expect.objectContaining({ ballots: null, merkleRoot: null }) }]);
    const late = await waitForJob(jobs, await requestJob(main, 'survey.tally', { surveyId: neverOpened }));
    expect(late.state).toBe('failed');
    expect(await main.query('SELECT FROM results.release WHERE survey_id = $1', [neverOpened])).toEqual([]);
  });
});

/** Somebody with a ticket, whose mark waits. */
async function addParticipant({ main }: TestWorkers, surveyId: string): Promise<void> {
  await main.query(`INSERT INTO identity.department (code, name, valid_from) VALUES ('D1', '総務部', '2026-04-01')`);
  const staff = await main.query<{ id: string }[]>(
    `INSERT INTO identity.staff_member (staff_number, name, department_code, position_key, job_type, employment_type, status)
     VALUES ('1', '職員', 'D1', 'officer', '事務職', 'regular', 'active') RETURNING id`,
  );
  await main.query(
    `INSERT INTO identity.participation (survey_id, staff_member_id, department_code, position_key, employment_type, state, ticket_request,
       ticket_signature, escrow) VALUES ($1, $2, 'D1', 'officer', 'regular', 'started', '\\x01', '\\x02', '\\x03')`,
    [surveyId, staff[0]?.id],
  );
  await main.query('INSERT INTO identity.done_pool VALUES ($1, $2)', [surveyId, staff[0]?.id]);
}

async function destroyJobs(): Promise<number> {
  const rows = await workers?.main.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM jobs.job WHERE name = 'survey.destroy' AND payload ->> 'surveyId' = $1`,
    [released],
  );
  return rows?.[0]?.n ?? 0;
}
