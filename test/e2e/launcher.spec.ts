import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startNobinobi, temporaryFolder, type RunningNobinobi } from '../factories/nobinobi.js';

describe('npm start', () => {
  let dataDir = '';
  let first: RunningNobinobi;

  beforeAll(async () => {
    dataDir = await temporaryFolder();
    first = await startNobinobi({ dataDir });
  }, 300_000);
  afterAll(async () => {
    await first?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, 300_000);

  const refusal = (options: Parameters<typeof startNobinobi>[0]): Promise<string> =>
    startNobinobi(options).then(
      async (running) => {
        await running.stop();
        throw new Error('it started');
      },
      (error: Error) => error.message,
    );

  it('serves pages, api, collector and health behind one address', async () => {
    const status = async (path: string): Promise<number> => (await fetch(first.url + path)).status;
    expect(await status('/')).toBe(200);
    expect(await status('/answer.html')).toBe(200);
    expect(await status('/api/session')).toBe(200);
    expect(await status('/api/openapi.json')).toBe(200);
    expect(await status('/api/docs/swagger-ui.css')).toBe(200);
    expect(await status('/health/ready')).toBe(200);
    expect(await status('/ballot/surveys/00000000-0000-4000-8000-000000000000')).toBe(404);
    expect(first.setupUrl).toContain('/setup?token=');
  });

  it('gives pages a strict content security policy and names no software', async () => {
    const { headers } = await fetch(`${first.url}/`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('says what to do when the port is taken', async () => {
    const message = await refusal({ environment: { NOBINOBI_PORT: new URL(first.url).port } });
    expect(message).toContain('NOBINOBI_PORT');
    expect(message).toContain('ended with 1');
  });

  it('refuses to use data that another Nobinobi uses', async () => {
    expect(await refusal({ dataDir })).toContain('すでに動いています');
  });

  it('names every wrong setting at once', async () => {
    const message = await refusal({
      environment: { NOBINOBI_PORT: 'eighty', DATABASE_URL: 'mysql://x', NOBINOBI_PUBLIC_URL: 'nowhere' },
    });
    for (const name of ['NOBINOBI_PORT', 'DATABASE_URL', 'NOBINOBI_PUBLIC_URL']) expect(message).toContain(name);
  });

  it('says what to check when a real database refuses', async () => {
    const message = await refusal({ environment: { DATABASE_URL: 'postgres://nobody:wrong@127.0.0.1:9/none' } });
    expect(message).toContain('DATABASE_URL');
  });

  it('refuses the demo beyond localhost', async () => {
    expect(await refusal({ arguments: ['--demo'], environment: { NOBINOBI_HOST: '0.0.0.0' } })).toContain('127.0.0.1');
  });

  it('stops cleanly on Ctrl-C, finds its data again, and refuses data of a newer version', async () => {
    const owner = await ownerUrl(dataDir);
    const client = new pg.Client({ connectionString: owner });
    await client.connect();
    await client.query(`INSERT INTO identity.organisation (name) VALUES ('残る市')`);
    await client.end();
    expect(await first.stop()).toBe(0);
    expect(first.output()).toContain('停止しました');

    first = await startNobinobi({ dataDir });
    expect(await (await fetch(`${first.url}/api/session`)).json()).toMatchObject({ organisation: '残る市' });

    const again = new pg.Client({ connectionString: await ownerUrl(dataDir) });
    await again.connect();
    await again.query(
      `INSERT INTO nobinobi_migration (timestamp, name) VALUES (99999999999999, 'FromTheFuture99999999999999')`,
    );
    await again.end();
    await first.stop();
    const message = await refusal({ dataDir });
    expect(message).toContain('新しい版');
    expect(message).toContain('FromTheFuture99999999999999');
  });
});

async function ownerUrl(dataDir: string): Promise<string> {
  const { mainOwnerUrl } = JSON.parse(await readFile(join(dataDir, 'running.json'), 'utf8')) as {
    mainOwnerUrl: string;
  };
  return mainOwnerUrl;
}
