import { Inject, Injectable } from '@nestjs/common';
import type { ApiConfig, Clock } from '#config';
import type { AccountResponse, SessionResponse } from '#contract';
import { AccountRepository, OrganisationRepository, PeopleRepository, type AccountRecord } from '#database';
import { dateInJapan } from '#survey-model';
import type { Request } from 'express';
import { CLOCK, CONFIG } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { passwordMark } from './password.js';
import './session-data.js';
import { SESSION_COOKIE, sessionCookieOptions } from './session-middleware.js';
import type { ProvenAccount } from './sign-in.service.js';

/** Begins, reads and ends sessions. */
@Injectable()
export class SessionService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly organisations: OrganisationRepository,
    private readonly people: PeopleRepository,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Under a new session id: one that was planted before the sign-in is worth nothing after it. */
  async begin(request: Request, account: ProvenAccount): Promise<void> {
    await new Promise<void>((resolve, reject) =>
      request.session.regenerate((error) => (error ? reject(error) : resolve())),
    );
    request.session.accountId = account.id;
    request.session.passwordMark = passwordMark(account.passwordHash);
    await new Promise<void>((resolve, reject) => request.session.save((error) => (error ? reject(error) : resolve())));
  }

  async end(request: Request): Promise<void> {
    await new Promise<void>((resolve, reject) =>
      request.session.destroy((error) => (error ? reject(error) : resolve())),
    );
    request.res?.clearCookie(SESSION_COOKIE, sessionCookieOptions(this.config));
  }

  /** Who is signed in; null also when the account is disabled, its person has left, or its password has changed since. */
  async findAccount(request: Request): Promise<SignedInAccount | null> {
    const { accountId, passwordMark: mark } = request.session;
    if (!accountId) return null;
    const account = await this.accounts.findById(accountId);
    if (!account?.passwordHash || account.disabled || passwordMark(account.passwordHash) !== mark) return null;
    return toSignedIn(account);
  }

  async describe(request: Request): Promise<SessionResponse> {
    const organisation = await this.organisations.find();
    const account = await this.findAccount(request);
    return {
      organisation: organisation?.name ?? null,
      demo: organisation?.demo ?? false,
      needsSetup: account === null && !(await this.accounts.hasOfficer()),
      account: account && (await this.toResponse(account)),
      today: dateInJapan(this.clock()),
    };
  }

  private async toResponse({ login, displayName, roles, departmentCode }: SignedInAccount): Promise<AccountResponse> {
    const departmentPath = departmentCode && (await this.people.findDepartmentPath(departmentCode));
    return { login, displayName, roles: [...roles], departmentCode, departmentPath };
  }
}

function toSignedIn({
  id,
  login,
  displayName,
  staffNumber,
  staffMemberId,
  roles,
  departmentCode,
  isHead,
}: AccountRecord): SignedInAccount {
  return {
    id,
    login,
    displayName,
    staffNumber,
    staffMemberId,
    roles: isHead ? [...roles, 'head'] : roles,
    departmentCode,
  };
}
