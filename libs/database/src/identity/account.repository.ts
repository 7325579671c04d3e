import type { DataSource, EntityManager } from 'typeorm';
import type { StoredRole } from './account.entity.js';

/** An account together with what the roster says of its person today. */
export interface AccountRecord {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly staffNumber: string | null;
  readonly staffMemberId: string | null;
  readonly roles: readonly StoredRole[];
  readonly passwordHash: string | null;
  readonly accessCodeHash: string | null;
  /** Also true once the person has left. */
  readonly disabled: boolean;
  readonly departmentCode: string | null;
  /** 所属長. */
  readonly isHead: boolean;
}

export interface NewAccount {
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly StoredRole[];
  readonly passwordHash: string;
}

const ACCOUNT = `
  SELECT a.id, a.login, a.display_name AS "displayName", a.staff_number AS "staffNumber", s.id AS "staffMemberId", a.roles,
    a.password_hash AS "passwordHash", a.access_code_hash AS "accessCodeHash",
    a.disabled OR s.left_on IS NOT NULL AS disabled, s.department_code AS "departmentCode", COALESCE(s.is_head, false) AS "isHead"
  FROM identity.account a LEFT JOIN identity.staff_member s USING (staff_number)`;

/** Who may sign in, and as what. */
export class AccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  findById(id: string): Promise<AccountRecord | null> {
    return this.findOne('a.id = $1', id);
  }

  findByLogin(login: string): Promise<AccountRecord | null> {
    return this.findOne('a.login = $1', login);
  }

  /** Whether somebody can run the installation; false asks for the one-time set-up. */
  async hasOfficer(manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(`SELECT FROM identity.account WHERE roles && '{hr,admin}' LIMIT 1`);
    return rows.length > 0;
  }

  /** @returns the new id, or null when the login is taken */
  async insert(manager: EntityManager, account: NewAccount): Promise<string | null> {
    const rows = await manager.query<{ id: string }[]>(
      `INSERT INTO identity.account (login, display_name, roles, password_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT (login) DO NOTHING RETURNING id`,
      [account.login, account.displayName, account.roles, account.passwordHash],
    );
    return rows[0]?.id ?? null;
  }

  /**
   * Sets the roles of a serving member of staff, whose account is made when there is none yet.
   * @returns false when nobody of that number serves, or when another account uses the number as its login
   */
  async setRoles(manager: EntityManager, staffNumber: string, roles: readonly StoredRole[]): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO identity.account AS known (login, display_name, staff_number, roles)
       SELECT staff_number, name, staff_number, $2 FROM identity.staff_member WHERE staff_number = $1 AND left_on IS NULL
       ON CONFLICT (login) DO UPDATE SET roles = excluded.roles WHERE known.staff_number = excluded.staff_number
       RETURNING id`,
      [staffNumber, roles],
    );
    return rows.length > 0;
  }

  /** Accounts that can sign in as administrators now; locked, so that two of them cannot remove each other at once. */
  async lockAdministrators(manager: EntityManager): Promise<string[]> {
    const rows = await manager.query<{ login: string }[]>(
      `SELECT a.login FROM identity.account a LEFT JOIN identity.staff_member s USING (staff_number)
       WHERE 'admin' = ANY (a.roles) AND NOT a.disabled AND a.password_hash IS NOT NULL AND s.left_on IS NULL
       FOR UPDATE OF a`,
    );
    return rows.map(({ login }) => login);
  }

  private async findOne(condition: string, value: string): Promise<AccountRecord | null> {
    const rows = await this.dataSource.query<AccountRecord[]>(`${ACCOUNT} WHERE ${condition}`, [value]);
    return rows[0] ?? null;
  }
}
