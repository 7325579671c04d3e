import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAIN_ROLES, type RoleName } from '#database';
import pg from 'pg';
import { startDatabases, type TestDatabases } from '../factories/databases.factory.js';

const SURVEY = '11111111-1111-4111-8111-111111111111';
const BALLOTS = ['inbox', 'box'].map((kind) => `ballot.${kind}_${SURVEY.replaceAll('-', '')}`);
const INSUFFICIENT_PRIVILEGE = '42501';
const CHECK_VIOLATION = '23514';

let databases: TestDatabases;

beforeAll(async () => {
  databases = await startDatabases({ fresh: true });
  await query(databases.mainOwnerUrl, [
    `INSERT INTO identity.survey (id, title, fiscal_year, questionnaire, opens_on, closes_on, target_rule, min_group, state, custody,
       destroy_after_days, created_at)
     VALUES ('${SURVEY}', '調査', 2026, '{}', '2026-10-01', '2026-10-31', '{}', 5, 'open', 'worker', 30, now())`,
    `INSERT INTO results.survey VALUES ('${SURVEY}', '調査', '市', 2026, '2026-10-01', '2026-10-31', now(), NULL, 10, 5, 10, '{}', '[]', 'key', NULL, 'worker', '2026-12-01')`,
    `INSERT INTO results.issued VALUES ('${SURVEY}', 10, 0, 0)`,
    `INSERT INTO results.release VALUES ('${SURVEY}', 1, now(), 8, 0, '{}')`,
    `INSERT INTO results.score VALUES ('${SURVEY}', 1, 0, '{}', '{}', 'published', 8, '{}')`,
    `INSERT INTO custody.key_share VALUES ('${SURVEY}', 'tally', 1, 'sealed')`,
  ]);
  await query(databases.ballotOwnerUrl, [
    `SELECT ballot.announce_survey('{"surveyId": "${SURVEY}"}', 'key', 'key', 'worker', now(), NULL, NULL, current_date)`,
  ]);
}, 300_000);

afterAll(() => databases?.stop());

describe('who is not allowed to see what, on one cluster', () => {
  it.each(['staff_member', 'participation', 'account', 'survey', 'department'])(
    'the collector cannot read identity.%s',
    async (table) => {
      expect(await refusal(databases.mainUrl('nobinobi_collector'), `SELECT * FROM identity.${table}`)).toBe(
        INSUFFICIENT_PRIVILEGE,
      );
    },
  );

  it('the collector cannot read results, training or jobs either, nor the box it fills', async () => {
    for (const table of ['results.survey', 'results.score', 'training.completion', 'jobs.job']) {
      expect(await refusal(databases.mainUrl('nobinobi_collector'), `SELECT * FROM ${table}`)).toBe(
        INSUFFICIENT_PRIVILEGE,
      );
    }
    for (const table of BALLOTS)
      expect(await refusal(databases.ballotUrl('nobinobi_collector'), `SELECT * FROM ${table}`)).toBe(
        INSUFFICIENT_PRIVILEGE,
      );
  });

  it.each<RoleName>(['nobinobi_api', 'nobinobi_office'])('%s cannot even enter the ballot database', async (role) => {
    expect(await refusal(databases.ballotUrl(role), 'SELECT 1')).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it.each(['staff_member', 'participation', 'account', 'survey', 'audit_event'])(
    'the tally cannot read identity.%s',
    async (table) => {
      expect(await refusal(databases.mainUrl('nobinobi_tally'), `SELECT * FROM identity.${table}`)).toBe(
        INSUFFICIENT_PRIVILEGE,
      );
    },
  );

  it('the office worker cannot read who took part, accounts, or keys and questions of a survey', async () => {
    for (const what of [
      '* FROM identity.participation',
      '* FROM identity.account',
      'ticket_private_key FROM identity.survey',
    ]) {
      expect(await refusal(databases.mainUrl('nobinobi_office'), `SELECT ${what}`)).toBe(INSUFFICIENT_PRIVILEGE);
    }
  });

  it('nobody but the tally reads a share, even sealed, or a key that the tally holds', async () => {
    expect(await refusal(databases.mainUrl('nobinobi_api'), 'SELECT sealed FROM custody.key_share')).toBe(
      INSUFFICIENT_PRIVILEGE,
    );
    expect(await refusal(databases.mainUrl('nobinobi_api'), 'SELECT share_index FROM custody.key_share')).toBe(
      'allowed',
    );
    for (const role of ['nobinobi_api', 'nobinobi_office', 'nobinobi_collector'] as const)
      expect(await refusal(databases.mainUrl(role), 'SELECT * FROM custody.worker_held_key')).toBe(
        INSUFFICIENT_PRIVILEGE,
      );
  });
});

describe('what nobody can change', () => {
  const changes = [
    `UPDATE results.release SET answered = 9`,
    `UPDATE results.score SET n = 9`,
    `UPDATE results.survey SET min_group = 1`,
    `UPDATE results.survey SET detail_min_group = 1`,
    `UPDATE results.issued SET tickets = 99`,
    `DELETE FROM results.score`,
    `UPDATE results.population SET n = 1`,
    `DELETE FROM results.lineage`,
    `TRUNCATE results.release CASCADE`,
  ];

  it.each(MAIN_ROLES)('%s cannot change a row of results', async (role) => {
    for (const change of changes) expect(await refusal(databases.mainUrl(role), change)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it('even the owner has to remove a guard first', async () => {
    for (const change of changes) expect(await refusal(databases.mainOwnerUrl, change)).toBe(CHECK_VIOLATION);
  });

  it('the group size of an opened survey cannot be lowered by any role', async () => {
    const lower = `UPDATE identity.survey SET min_group = 3 WHERE id = '${SURVEY}'`;
    expect(await refusal(databases.mainUrl('nobinobi_api'), lower)).toBe(CHECK_VIOLATION);
    expect(await refusal(databases.mainOwnerUrl, lower)).toBe(CHECK_VIOLATION);
    expect(await refusal(databases.mainUrl('nobinobi_office'), lower)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await refusal(databases.mainUrl('nobinobi_tally'), lower)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it('an opened survey cannot be put back to draft, nor deleted and made again', async () => {
    const api = databases.mainUrl('nobinobi_api');
    expect(await refusal(api, `UPDATE identity.survey SET state = 'draft'`)).toBe(CHECK_VIOLATION);
    expect(await refusal(api, `DELETE FROM identity.survey`)).toBe(CHECK_VIOLATION);
  });

  it('the tally cannot take a closed box apart or open it again', async () => {
    const tally = databases.ballotUrl('nobinobi_tally');
    for (const change of [
      `DELETE FROM ${BALLOTS[1]}`,
      `DROP TABLE ${BALLOTS[1]}`,
      `UPDATE ballot.survey SET closed = false`,
    ]) {
      expect(await refusal(tally, change)).toBe(INSUFFICIENT_PRIVILEGE);
    }
  });
});

/** SQLSTATE with which the server refuses the statement, or "allowed". */
async function refusal(url: string, statement: string): Promise<string> {
  try {
    await query(url, [statement]);
    return 'allowed';
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? '') : String(error);
  }
}

async function query(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
