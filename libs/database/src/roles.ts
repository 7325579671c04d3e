import pg from 'pg';

/** Least privilege: one role a process, none of them the owner. The tally has a role on each of the two databases. */
export const MAIN_ROLES = ['nobinobi_api', 'nobinobi_office', 'nobinobi_tally'] as const;
export const BALLOT_ROLES = ['nobinobi_collector', 'nobinobi_tally'] as const;
export type RoleName = (typeof MAIN_ROLES)[number] | (typeof BALLOT_ROLES)[number];
export type RolePasswords = Readonly<Record<RoleName, string>>;

/**
 * Creates the roles that are missing and sets their passwords. Idempotent; run by the owner before the migrations, because a role
 * belongs to the cluster, carries a secret, and so has no place in a migration file.
 * @param ownerUrl a PostgreSQL URL whose user may create roles
 */
export async function ensureRoles(
  ownerUrl: string,
  roles: readonly RoleName[],
  passwords: RolePasswords,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const role of roles) {
      const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = known.rowCount === 0 ? 'CREATE' : 'ALTER';
      // CREATE ROLE takes no parameters: identifier and literal are escaped by the driver.
      await client.query(
        `${verb} ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD ${client.escapeLiteral(passwords[role])}`,
      );
    }
  } finally {
    await client.end();
  }
}

/** The same server and database under another role. */
export function urlForRole(ownerUrl: string, role: RoleName, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}
