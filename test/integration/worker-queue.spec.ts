import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '#embedded';
import { MAX_ATTEMPTS } from '#queue';
import { DomainError } from '#survey-model';
import { JobRegistry } from '../../apps/worker/src/queue/job-registry.js';
import type { JobRun } from '../../apps/worker/src/queue/job-handler.js';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';
import {
  officeHandlers,
  openTestQueue,
  requestCheck,
  TestValkey,
  waitForJob,
  type TestQueue,
} from '../factories/worker-queue.factory.js';

let databases: TestDatabases;
let valkey: TestValkey;
const opened: TestQueue[] = [];

beforeAll(async () => {
  databases = await startDatabases();
  valkey = await TestValkey.start(await freePort());
}, 300_000);

afterEach(async () => {
  await Promise.all(opened.splice(0).map((queue) => queue.stop()));
});

afterAll(async () => {
  await valkey?.stop();
  await databases?.stop();
});

async function open(work: (run: JobRun, queue: TestQueue['main']) => Promise<void>): Promise<TestQueue> {
  const queue = await openTestQueue(databases.mainUrl('nobinobi_office'), valkey.url, work);
  opened.push(queue);
  return queue;
}

describe('the registry', () => {
  const handlers = officeHandlers(() => Promise.resolve());

  it('refuses to boot while a job has no handler', () => {
    expect(() => JobRegistry.of('office', handlers.slice(1))).toThrow('import.check');
  });

  it('refuses to boot while a job has two handlers', () => {
    expect(() => JobRegistry.of('office', [...handlers, ...handlers.slice(0, 1)])).toThrow('two handlers');
  });

  it("refuses a handler of the other process's queue", () => {
    expect(() => JobRegistry.of('tally', handlers)).toThrow('belongs to the queue office');
  });
});

describe('a job', () => {
  it('is carried from its row to its handler, with its progress', async () => {
    const steps: string[] = [];
    const queue = await open(async (run, main) => {
      await run.progress(1, 2, '半分');
      steps.push((await queue.jobs.find(run.jobId))?.step ?? '');
      await run.finish(main.manager);
    });
    queue.start();
    const job = await waitForJob(queue.jobs, await requestCheck(queue.main));
    expect(job).toMatchObject({ state: 'done', attempt: 1, doneSteps: 2, totalSteps: 2, failure: null });
    expect(steps).toEqual(['半分']);
  });

  it('that a person must do something about fails at once, in both languages', async () => {
    const queue = await open(() => Promise.reject(new DomainError('invalid', 'bad-thing', 'だめです', 'It is bad')));
    queue.start();
    const job = await waitForJob(queue.jobs, await requestCheck(queue.main));
    expect(job).toMatchObject({
      state: 'failed',
      attempt: 1,
      failure: { code: 'bad-thing', ja: 'だめです', en: 'It is bad' },
    });
  });

  it('with a payload that is not of its class fails at once and names the property', async () => {
    const queue = await open(() => Promise.resolve());
    queue.start();
    const job = await waitForJob(queue.jobs, await requestCheck(queue.main, 'not-a-uuid'));
    expect(job.failure?.code).toBe('bad-job-payload');
    expect(job.failure?.en).toContain('importId');
    expect(JSON.stringify(job.failure)).not.toContain('not-a-uuid');
  });

  it('is tried again after an error, and done when it works', async () => {
    let tries = 0;
    const queue = await open(async (run, main) => {
      tries += 1;
      if (tries < 3) throw new Error('for the moment');
      await run.finish(main.manager);
    });
    queue.start();
    expect(await waitForJob(queue.jobs, await requestCheck(queue.main))).toMatchObject({ state: 'done', attempt: 3 });
  });

  it('is given up after its last attempt, without quoting the error', async () => {
    const queue = await open(() => Promise.reject(new Error('secret of 100001')));
    const id = await requestCheck(queue.main);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) await queue.processor.process(id);
    const job = await waitForJob(queue.jobs, id);
    expect(job).toMatchObject({ state: 'failed', attempt: MAX_ATTEMPTS });
    expect(JSON.stringify(job.failure)).not.toContain('secret');
  });

  it('waits for a server that is away, however long, without losing attempts', async () => {
    const queue = await open(() => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })));
    const id = await requestCheck(queue.main);
    for (let attempt = 0; attempt < MAX_ATTEMPTS + 2; attempt += 1) await queue.processor.process(id);
    expect(await queue.jobs.find(id)).toMatchObject({ state: 'pending', failure: null });
  });

  it('is never handled twice at once, nor again once it is done', async () => {
    let [now, most, times] = [0, 0, 0];
    const work = async (run: JobRun, main: TestQueue['main']): Promise<void> => {
      now += 1;
      times += 1;
      most = Math.max(most, now);
      await wait(300);
      now -= 1;
      await run.finish(main.manager);
    };
    const [a, b] = [await open(work), await open(work)];
    const subject = randomUUID();
    const ids = [await requestCheck(a.main, subject), await requestCheck(a.main, subject)];
    await Promise.all([a, b, a, b].map((queue, index) => queue.processor.process(ids[index % 2] ?? '')));
    a.start();
    b.start();
    for (const id of ids) expect(await waitForJob(a.jobs, id)).toMatchObject({ state: 'done' });
    await Promise.all(ids.map((id) => b.processor.process(id)));
    expect({ most, times }).toEqual({ most: 1, times: 2 });
  });
});

describe('what may be lost', () => {
  it('a process that dies in the middle: the job comes back within seconds', async () => {
    const lost = await open(() => new Promise(() => undefined));
    const id = await requestCheck(lost.main);
    void lost.processor.process(id);
    while ((await lost.jobs.find(id))?.state !== 'running') await wait(10);
    // What a SIGKILL does to the database: the process's connections end, and with them its lock.
    await killConnections(lost);
    const heir = await open((run, main) => run.finish(main.manager));
    const began = Date.now();
    heir.start();
    expect(await waitForJob(heir.jobs, id)).toMatchObject({ state: 'done', attempt: 2 });
    expect(Date.now() - began).toBeLessThan(5000);
  });

  it('an emptied queue: every job is still done exactly once', async () => {
    const handled: string[] = [];
    const queue = await open(async (run, main) => {
      await wait(50);
      handled.push(run.jobId);
      await run.finish(main.manager);
    });
    const ids = await Promise.all(Array.from({ length: 20 }, () => requestCheck(queue.main)));
    queue.start();
    for (let flush = 0; flush < 5; flush += 1) {
      await wait(100);
      await valkey.flush();
    }
    for (const id of ids) expect(await waitForJob(queue.jobs, id)).toMatchObject({ state: 'done', attempt: 1 });
    expect(handled.sort()).toEqual(ids.sort());
  });

  it('Redis away for a while: the worker waits and goes on', async () => {
    const queue = await open((run, main) => run.finish(main.manager));
    queue.start();
    await waitForJob(queue.jobs, await requestCheck(queue.main));
    await valkey.stop();
    const id = await requestCheck(queue.main);
    await wait(2500);
    expect(await queue.jobs.find(id)).toMatchObject({ state: 'pending' });
    await valkey.startAgain();
    expect(await waitForJob(queue.jobs, id)).toMatchObject({ state: 'done' });
  }, 300_000);
});

async function killConnections(queue: TestQueue): Promise<void> {
  const [row] = await queue.main.query<{ pids: number[] }[]>(
    `SELECT array_agg(pid) AS pids FROM pg_locks WHERE locktype = 'advisory' AND granted`,
  );
  const { Client } = (await import('pg')).default;
  const owner = new Client({ connectionString: databases.mainOwnerUrl });
  await owner.connect();
  await owner.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [row?.pids ?? []]);
  await owner.end();
}
