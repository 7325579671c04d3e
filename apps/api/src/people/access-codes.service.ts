import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import {
  AccessCodeRepository,
  insertAuditEvent,
  OrganisationRepository,
  PeopleRepository,
  type AccessCodeTarget,
} from '#database';
import { buildAccessCodeWorkbook } from '#export/access-codes';
import { dateInJapan, DomainError } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import { hasRole, type SignedInAccount } from '../security/signed-in-account.js';
import { hashAccessCode, makeAccessCode } from '../session/access-code.js';
import { staffUnknown } from './people.service.js';

interface IssuedCode {
  readonly target: AccessCodeTarget;
  readonly accessCode: string;
}

/** Makes access codes and hands them out once, in a workbook that exists in memory only. */
@Injectable()
export class AccessCodesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly codes: AccessCodeRepository,
    private readonly people: PeopleRepository,
    private readonly organisations: OrganisationRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * New codes for the given people, or, for null, for everyone who has neither code nor password. Nobody loses the password before
   * the new code is used, and everybody sees the issues for themselves.
   * @throws DomainError "staff-unknown", "nobody-without-code", "login-taken", "administrators-only"
   */
  async issue(
    account: SignedInAccount,
    staffNumbers: readonly string[] | null,
  ): Promise<{ fileName: string; data: Buffer }> {
    const at = this.clock();
    const date = dateInJapan(at);
    // The workbook is built inside the transaction: codes that could not be handed out were never issued.
    return this.dataSource.transaction(async (manager) => {
      const issued = await this.issueAll(manager, account, staffNumbers && [...new Set(staffNumbers)], at);
      const departments = await this.people.findDepartments(manager);
      const paths = new Map(departments.map(({ code, path }) => [code, path.join(' ')]));
      const rows = issued.map(({ target: { staffNumber, name, departmentCode }, accessCode }) => ({
        staffNumber,
        name,
        department: paths.get(departmentCode) ?? departmentCode,
        accessCode,
      }));
      const organisation = (await this.organisations.find(manager))?.name ?? '';
      return {
        fileName: `アクセスコード_${date}.xlsx`,
        data: await buildAccessCodeWorkbook(rows, { organisation, date }),
      };
    });
  }

  private async issueAll(
    manager: EntityManager,
    account: SignedInAccount,
    staffNumbers: readonly string[] | null,
    at: Date,
  ): Promise<IssuedCode[]> {
    const targets = await this.codes.findTargets(manager, staffNumbers);
    if (targets.length === 0 && staffNumbers === null) throw nobodyWithoutCode();
    const found = new Set(targets.map(({ staffNumber }) => staffNumber));
    const unknown = staffNumbers?.find((staffNumber) => !found.has(staffNumber));
    if (unknown !== undefined) throw staffUnknown(unknown);
    // Whoever holds somebody's code can sign in as that person.
    if (!hasRole(account, 'admin') && targets.some(({ roles }) => roles.includes('admin'))) throw administratorsOnly();
    const [taken] = await this.codes.ensureAccounts(manager, [...found]);
    if (taken !== undefined) throw loginTaken(taken);
    const issued = targets.map((target) => ({ target, accessCode: makeAccessCode() }));
    const hashes = issued.map(({ target, accessCode }) => ({
      staffNumber: target.staffNumber,
      codeHash: hashAccessCode(accessCode),
    }));
    await this.codes.issue(manager, hashes, account.login, at);
    const detail = { count: issued.length, named: staffNumbers !== null };
    await insertAuditEvent(manager, { at, actor: account.login, action: 'access-code.issued', detail });
    return issued;
  }
}

function nobodyWithoutCode(): DomainError {
  return new DomainError(
    'conflict',
    'nobody-without-code',
    'アクセスコードが必要な職員はいません。名簿を取り込むか、再発行する職員を選んでください。',
    'Nobody needs an access code. Import a roster, or choose whom to give a new one.',
  );
}

function administratorsOnly(): DomainError {
  return new DomainError(
    'forbidden',
    'administrators-only',
    '管理者のアクセスコードを発行できるのは、管理者だけです。',
    'Only administrators may issue a code for an administrator.',
  );
}

function loginTaken(login: string): DomainError {
  return new DomainError(
    'conflict',
    'login-taken',
    `職員番号 ${login} は、別のアカウントのログイン名として使われています。情報担当に連絡してください。`,
    `The staff number ${login} is the login of another account. Tell the administrators.`,
  );
}
