import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * A fresh one-time link that creates the first HR account, or null when there is one already. Earlier unused links stop working.
 * Only the hash is stored.
 */
export async function renewSetupToken(mainOwnerUrl: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: mainOwnerUrl });
  await client.connect();
  try {
    const accounts = await client.query(`SELECT 1 FROM identity.account WHERE roles && '{hr,admin}' LIMIT 1`);
    if (accounts.rowCount !== 0) return null;
    const token = randomBytes(24).toString('base64url');
    await client.query('BEGIN');
    await client.query('DELETE FROM identity.setup_link WHERE used_at IS NULL');
    await client.query('INSERT INTO identity.setup_link (token_hash, created_at) VALUES ($1, now())', [
      createHash('sha256').update(token).digest('hex'),
    ]);
    await client.query('COMMIT');
    return token;
  } finally {
    await client.end();
  }
}

/** Marks the data as a demo's; such data is never served beyond localhost. */
export async function markAsDemo(mainOwnerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: mainOwnerUrl });
  await client.connect();
  await client.query('UPDATE identity.organisation SET demo = true').finally(() => client.end());
}

export async function findOrganisation(mainOwnerUrl: string): Promise<{ name: string; demo: boolean } | null> {
  const client = new pg.Client({ connectionString: mainOwnerUrl });
  await client.connect();
  const found = await client
    .query<{ name: string; demo: boolean }>('SELECT name, demo FROM identity.organisation')
    .finally(() => client.end());
  return found.rows[0] ?? null;
}
