import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { ensureRoles, migrate } from '#database';
import { createCollector } from '../../apps/collector/src/create-collector.js';
import { BALLOT_MIGRATIONS } from '../../migrations/ballot/index.js';
import {
  announceTestSurvey,
  castRequest,
  postBallot,
  startTestCollector,
  type TestCollector,
  type TestSurvey,
} from '../factories/collector.factory.js';

const DENIED = { code: '42501' };
const tableOf = (kind: 'box' | 'inbox'): string => `ballot.${kind}_${survey.surveyId.replaceAll('-', '')}`;

let collector: TestCollector;
let survey: TestSurvey;
const clients: pg.Client[] = [];
let asOwner: pg.Client;
let asCollector: pg.Client;
let asTally: pg.Client;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  clients.push(client);
  return client;
}

beforeAll(async () => {
  // A server that logs everything it may: the roles must be silent all the same.
  const talkative = { log_statement: 'all', log_min_duration_statement: '0', log_parameter_max_length_on_error: '-1' };
  collector = await startTestCollector({}, { settings: talkative, fresh: true });
  [asOwner, asCollector, asTally] = await Promise.all([
    connect(collector.ownerUrl),
    connect(collector.collectorUrl),
    connect(collector.tallyUrl),
  ]);
  survey = await announceTestSurvey(collector.box);
  const request = await castRequest(survey.surveyId, survey.key, { free: 'himitsu-no-kotae' });
  expect((await postBallot(collector.url, survey.surveyId, request)).status).toBe(201);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await collector?.stop();
});

const cast = (client: pg.Client, serial: Buffer, sealed: Buffer): Promise<pg.QueryResult<{ outcome: string }>> =>
  client.query('SELECT ballot.cast_ballot($1, $2, 1, $3, $4, false, $5) AS outcome', [
    survey.surveyId,
    serial,
    sealed,
    randomBytes(16_384),
    new Date('2026-06-02'),
  ]);

describe('the collector’s role', () => {
  it('reads the surveys, and neither reads nor writes anything else', async () => {
    expect((await asCollector.query('SELECT survey_id FROM ballot.survey')).rowCount).toBe(1);
    const box = tableOf('box');
    const inbox = tableOf('inbox');
    const forbidden = [
      `SELECT FROM ${box}`,
      `SELECT FROM ${inbox}`,
      `SELECT count(*) FROM ${box}`,
      `INSERT INTO ${box} VALUES ('', 1, '', '')`,
      `UPDATE ${box} SET sealed = sealed`,
      `DELETE FROM ${box}`,
      `TRUNCATE ${box}`,
      `COPY ${box} TO STDOUT`,
      'UPDATE ballot.survey SET closed = true',
      `UPDATE ballot.survey SET closes_at = '2099-01-01'`,
      'DELETE FROM ballot.survey',
      'SELECT FROM ballot.survey FOR SHARE',
      `SELECT ballot.close_survey('${survey.surveyId}')`,
      `SELECT ballot.read_box('${survey.surveyId}', '', 10)`,
      `SELECT ballot.copy_box('${survey.surveyId}', true)`,
      `SELECT ballot.destroy_survey('${survey.surveyId}', '2099-01-01')`,
      `SELECT ballot.create_table('ballot.mine')`,
      `ALTER TABLE ${box} ADD COLUMN at timestamptz`,
      `DROP TABLE ${box}`,
      'CREATE TABLE ballot.mine ()',
      'CREATE TABLE public.mine ()',
      'CREATE TEMPORARY TABLE mine ()',
      'CREATE SCHEMA mine',
      'SET ROLE nobinobi_tally',
      `SET log_statement = 'all'`,
    ];
    for (const statement of forbidden) await expect(asCollector.query(statement)).rejects.toMatchObject(DENIED);
  });

  it('casts by the function only, which refuses wrong sizes', async () => {
    const sealed = randomBytes(16_384);
    expect((await cast(asCollector, randomBytes(32), sealed)).rows).toEqual([{ outcome: 'stored' }]);
    expect((await cast(asCollector, randomBytes(31), sealed)).rows).toEqual([{ outcome: 'malformed' }]);
    expect((await cast(asCollector, randomBytes(32), sealed.subarray(1))).rows).toEqual([{ outcome: 'malformed' }]);
    await expect(cast(asTally, randomBytes(32), sealed)).rejects.toMatchObject(DENIED);
  });

  it('owns nothing and may do nothing to the cluster', async () => {
    const roles = await asOwner.query(
      `SELECT FROM pg_roles WHERE rolname IN ('nobinobi_collector', 'nobinobi_tally')
         AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication)`,
    );
    expect(roles.rowCount).toBe(0);
  });
});

describe('the tally’s role', () => {
  it('sees an empty box until the survey is closed, and cannot fill, alter, empty or reopen it', async () => {
    const box = tableOf('box');
    const read = async (): Promise<number | null> =>
      (await asTally.query(`SELECT FROM ballot.read_box($1, '', 10)`, [survey.surveyId])).rowCount;
    expect(await read()).toBe(0);
    const forbidden = [
      `SELECT FROM ${box}`,
      `INSERT INTO ${box} VALUES ('', 1, '', '')`,
      `UPDATE ${box} SET sealed = sealed`,
      `DELETE FROM ${box}`,
      'UPDATE ballot.survey SET closed = false',
      `UPDATE ballot.survey SET ticket_public_key = 'mine'`,
      'DELETE FROM ballot.survey',
      'DELETE FROM ballot.leaf_list',
    ];
    for (const statement of forbidden) await expect(asTally.query(statement)).rejects.toMatchObject(DENIED);
    await collector.box.closeSurvey(survey.surveyId);
    expect(await read()).toBeGreaterThan(0);
  });
});

describe('what the database keeps', () => {
  it('no time, no order, no address, no person beside a ballot; one size for all', async () => {
    const columns = await asOwner.query(
      `SELECT column_name, data_type, column_default FROM information_schema.columns
         WHERE table_schema = 'ballot' AND table_name = $1 ORDER BY 1`,
      [tableOf('box').replace('ballot.', '')],
    );
    expect(columns.rows).toEqual([
      { column_name: 'copy', data_type: 'bytea', column_default: null },
      { column_name: 'revision', data_type: 'integer', column_default: null },
      { column_name: 'sealed', data_type: 'bytea', column_default: null },
      { column_name: 'serial', data_type: 'bytea', column_default: null },
    ]);
    const sequences = await asOwner.query(`SELECT FROM pg_sequences WHERE schemaname = 'ballot'`);
    expect(sequences.rowCount).toBe(0);
    const sizes = await asOwner.query<{ stored: number }>(
      `SELECT DISTINCT pg_column_size(sealed) AS stored FROM ${tableOf('box')}`,
    );
    expect(sizes.rows).toEqual([{ stored: 16_384 }]);
  });

  it('nothing of a ballot, and no trace of a cast, in the server’s log', () => {
    const log = collector.serverLog();
    expect(log).toMatch(/CREATE SCHEMA ballot/);
    expect(log).not.toMatch(/cast_ballot\(\$1/);
    expect(log).not.toMatch(/himitsu|62696d69747375/);
    expect(log).not.toMatch(/INSERT INTO ballot\.(in)?box_[0-9a-f]/);
  });
});

it('refuses to start where the database would log ballots', async () => {
  const config = { databaseUrl: collector.ownerUrl, host: '127.0.0.1', port: 0, clock: () => new Date() };
  await expect(createCollector(config, { logger: false })).rejects.toMatchObject({
    code: 'database-logs-ballots',
    en: expect.stringContaining('log_statement=all'),
  });
});

it('refuses to start without its database, naming the address and not the password', async () => {
  const config = {
    databaseUrl: 'postgres://me:himitsu@127.0.0.1:1/ballot',
    host: '127.0.0.1',
    port: 0,
    clock: () => new Date(),
  };
  const refused = createCollector(config, { logger: false });
  await expect(refused).rejects.toMatchObject({
    code: 'ballot-database-refused',
    ja: expect.stringContaining('127.0.0.1:1'),
  });
  await expect(refused).rejects.not.toMatchObject({ en: expect.stringContaining('himitsu') });
});

describe('an owner who is no superuser', () => {
  it('is told what to grant, and succeeds once it is granted', async () => {
    await asOwner.query(`CREATE ROLE city LOGIN CREATEROLE PASSWORD 'city'`);
    await asOwner.query('CREATE DATABASE second OWNER city');
    await asOwner.query(`ALTER ROLE nobinobi_collector RESET ALL`);
    await asOwner.query('GRANT nobinobi_collector, nobinobi_tally TO city WITH ADMIN OPTION');
    const url = new URL(collector.ownerUrl);
    [url.username, url.password, url.pathname] = ['city', 'city', '/second'];
    // TypeORM announces a failed migration on the console before it throws.
    const quiet = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await expect(migrate(url.toString(), BALLOT_MIGRATIONS)).rejects.toMatchObject({
      message: expect.stringContaining('the owner may not set log_statement for role nobinobi_collector'),
    });
    quiet.mockRestore();
    for (const name of [
      'log_statement',
      'log_min_duration_statement',
      'log_min_duration_sample',
      'log_transaction_sample_rate',
      'log_duration',
      'log_min_error_statement',
      'log_error_verbosity',
      'log_parameter_max_length',
    ]) {
      await asOwner.query(`GRANT SET ON PARAMETER ${name} TO city`);
    }
    expect(await migrate(url.toString(), BALLOT_MIGRATIONS)).toEqual(['CreateBallotBox20261121000002']);
    const roles = { nobinobi_api: '', nobinobi_office: '', nobinobi_tally: 'tally', nobinobi_collector: 'collector' };
    await ensureRoles(collector.ownerUrl, ['nobinobi_collector'], roles);
    url.username = 'nobinobi_collector';
    url.password = 'collector';
    const app = await createCollector(
      { databaseUrl: url.toString(), host: '127.0.0.1', port: 0, clock: () => new Date() },
      { logger: false },
    );
    await app.close();
  });
});
