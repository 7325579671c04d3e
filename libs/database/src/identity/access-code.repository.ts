import type { DataSource, EntityManager } from 'typeorm';
import type { StoredRole } from './account.entity.js';

/** A serving member of staff to whom a code can be given. */
export interface AccessCodeTarget {
  readonly staffNumber: string;
  readonly name: string;
  readonly departmentCode: string;
  /** Of the account, if there is one. */
  readonly roles: readonly StoredRole[];
}

export interface NewAccessCode {
  readonly staffNumber: string;
  /** SHA-256 of the code. */
  readonly codeHash: string;
}

export interface AccessCodeIssue {
  readonly issuedAt: Date;
  readonly issuedBy: string;
  readonly usedAt: Date | null;
}

/** Access codes: made by HR, known to one person, good for setting one password. Stored as hashes only. */
export class AccessCodeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of the given staff numbers who serve, or, for null, everyone who has neither code nor password. By staff number. */
  findTargets(manager: EntityManager, staffNumbers: readonly string[] | null): Promise<AccessCodeTarget[]> {
    const condition = staffNumbers
      ? 's.staff_number = ANY ($1)'
      : 'a.password_hash IS NULL AND a.access_code_hash IS NULL';
    return manager.query<AccessCodeTarget[]>(
      `SELECT s.staff_number AS "staffNumber", s.name, s.department_code AS "departmentCode", COALESCE(a.roles, '{}') AS roles
       FROM identity.staff_member s LEFT JOIN identity.account a USING (staff_number)
       WHERE s.left_on IS NULL AND ${condition} ORDER BY s.staff_number`,
      staffNumbers ? [staffNumbers] : [],
    );
  }

  /**
   * Makes the accounts that are missing. Passwords and earlier codes stay until the new code is used.
   * @returns staff numbers that are the login of an account of somebody else
   */
  async ensureAccounts(manager: EntityManager, staffNumbers: readonly string[]): Promise<string[]> {
    await manager.query(
      `INSERT INTO identity.account (login, display_name, staff_number)
       SELECT staff_number, name, staff_number FROM identity.staff_member WHERE staff_number = ANY ($1)
       ON CONFLICT DO NOTHING`,
      [staffNumbers],
    );
    const rows = await manager.query<{ login: string }[]>(
      'SELECT login FROM identity.account WHERE login = ANY ($1) AND staff_number IS DISTINCT FROM login ORDER BY login',
      [staffNumbers],
    );
    return rows.map(({ login }) => login);
  }

  /** Stores the codes' hashes and logs every issue. */
  async issue(manager: EntityManager, codes: readonly NewAccessCode[], issuedBy: string, at: Date): Promise<void> {
    await manager.query(
      `WITH code AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS row ("staffNumber" text, "codeHash" text)),
         account AS (UPDATE identity.account a SET access_code_hash = code."codeHash" FROM code
           WHERE a.staff_number = code."staffNumber" RETURNING a.id)
       INSERT INTO identity.access_code_issue (account_id, issued_by, issued_at) SELECT id, $2, $3 FROM account`,
      [JSON.stringify(codes), issuedBy, at],
    );
  }

  /**
   * Spends a code: it sets the password and is gone. Two who try at once: one wins.
   * @returns false when the code is not the account's any more
   */
  async spend(
    manager: EntityManager,
    accountId: string,
    codeHash: string,
    passwordHash: string,
    at: Date,
  ): Promise<boolean> {
    const [, affected] = await manager.query<[unknown[], number]>(
      `UPDATE identity.account SET password_hash = $3, access_code_hash = NULL WHERE id = $1 AND access_code_hash = $2`,
      [accountId, codeHash, passwordHash],
    );
    if (affected !== 1) return false;
    await manager.query(
      `UPDATE identity.access_code_issue SET used_at = $2
       WHERE id = (SELECT max(id) FROM identity.access_code_issue WHERE account_id = $1)`,
      [accountId, at],
    );
    return true;
  }

  /** Every issue for one account, newest first. */
  findIssues(accountId: string): Promise<AccessCodeIssue[]> {
    return this.dataSource.query<AccessCodeIssue[]>(
      `SELECT issued_at AS "issuedAt", issued_by AS "issuedBy", used_at AS "usedAt"
       FROM identity.access_code_issue WHERE account_id = $1 ORDER BY id DESC`,
      [accountId],
    );
  }
}
