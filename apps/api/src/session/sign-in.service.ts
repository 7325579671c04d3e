import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { AccessCodeIssueResponse, FirstSignInRequest, SignInRequest } from '#contract';
import { AccessCodeRepository, AccountRepository, insertAuditEvent } from '#database';
import { DomainError } from '#survey-model';
import { DataSource } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { accessCodeFits, hashAccessCode } from './access-code.js';
import { AttemptLimiter } from './attempt-limiter.js';
import { hashPassword, passwordFits } from './password.js';

/** Somebody who has proved to be who they say. */
export interface ProvenAccount {
  readonly id: string;
  readonly passwordHash: string;
}

/** Logins are compared as they were meant: a phone may type full-width digits. */
export function normaliseLogin(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/** Proves who somebody is, by password or by an access code that works once. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountRepository,
    private readonly codes: AccessCodeRepository,
    private readonly limiter: AttemptLimiter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "sign-in-refused" (one for every cause), "too-many-attempts" */
  withPassword({ login, password }: SignInRequest): Promise<ProvenAccount> {
    const name = normaliseLogin(login);
    return this.limiter.attempt(`sign-in ${name}`, async () => {
      const account = await this.accounts.findByLogin(name);
      const fits = await passwordFits(account?.passwordHash ?? null, password);
      if (!fits || !account?.passwordHash || account.disabled) throw signInRefused();
      return { id: account.id, passwordHash: account.passwordHash };
    });
  }

  /**
   * Spends the access code and sets the password, in place of an earlier one if there is one; sessions opened under that end.
   * @throws DomainError "sign-in-refused" (one for every cause), "too-many-attempts"
   */
  withAccessCode({ login, accessCode, newPassword }: FirstSignInRequest): Promise<ProvenAccount> {
    const name = normaliseLogin(login);
    return this.limiter.attempt(`sign-in ${name}`, async () => {
      const account = await this.accounts.findByLogin(name);
      const fits = accessCodeFits(account?.accessCodeHash ?? null, accessCode);
      if (!fits || !account || account.disabled) throw codeRefused();
      const passwordHash = await hashPassword(newPassword);
      await this.dataSource.transaction(async (manager) => {
        const at = this.clock();
        if (!(await this.codes.spend(manager, account.id, hashAccessCode(accessCode), passwordHash, at)))
          throw codeRefused();
        await insertAuditEvent(manager, {
          at,
          actor: account.login,
          action: 'access-code.used',
          subject: account.login,
        });
      });
      return { id: account.id, passwordHash };
    });
  }

  async findAccessCodeIssues(account: SignedInAccount): Promise<AccessCodeIssueResponse[]> {
    const issues = await this.codes.findIssues(account.id);
    return issues.map(({ issuedAt, issuedBy, usedAt }) => ({
      issuedAt: issuedAt.toISOString(),
      issuedBy,
      usedAt: usedAt?.toISOString() ?? null,
    }));
  }
}

function signInRefused(): DomainError {
  return new DomainError(
    'unauthenticated',
    'sign-in-refused',
    '職員番号またはパスワードが違います。初めてのときは、配られたアクセスコードでパスワードを設定してください。',
    'Wrong staff number or password. The first time, set a password with the access code you were given.',
  );
}

function codeRefused(): DomainError {
  return new DomainError(
    'unauthenticated',
    'sign-in-refused',
    '職員番号またはアクセスコードが違うか、使用済みです。見当たらないときは人事担当に再発行を頼んでください。',
    'Wrong staff number or access code, or the code has been used. Ask HR for a new one.',
  );
}
