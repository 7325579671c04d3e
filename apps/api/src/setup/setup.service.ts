import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { SetupRequest } from '#contract';
import { AccountRepository, insertAuditEvent, OrganisationRepository } from '#database';
import { DomainError } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import { AttemptLimiter } from '../session/attempt-limiter.js';
import { hashPassword } from '../session/password.js';
import { normaliseLogin, type ProvenAccount } from '../session/sign-in.service.js';

/** The first start of an installation: a one-time link, and whoever holds it becomes its first HR account. */
@Injectable()
export class SetupService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountRepository,
    private readonly organisations: OrganisationRepository,
    private readonly limiter: AttemptLimiter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "setup-link-refused", "too-many-attempts" */
  check(token: string): Promise<void> {
    return this.limiter.attempt('setup', async () => {
      if (!(await this.organisations.isSetupLinkUsable(hashToken(token)))) throw linkRefused();
    });
  }

  /** @throws DomainError "setup-link-refused", "setup-done", "too-many-attempts" */
  async complete(request: SetupRequest): Promise<ProvenAccount> {
    await this.check(request.token);
    const passwordHash = await hashPassword(request.password);
    const id = await this.dataSource.transaction((manager) => this.create(manager, request, passwordHash));
    return { id, passwordHash };
  }

  private async create(manager: EntityManager, request: SetupRequest, passwordHash: string): Promise<string> {
    const at = this.clock();
    // First of all: the row's lock makes a second request with the same link wait, and then find it used.
    if (!(await this.organisations.spendSetupLink(manager, hashToken(request.token), at))) throw linkRefused();
    if (await this.accounts.hasOfficer(manager)) throw setupDone();
    const login = normaliseLogin(request.login);
    await this.organisations.save(manager, request.organisation.trim());
    const id = await this.accounts.insert(manager, {
      login,
      displayName: request.displayName.trim(),
      roles: ['staff', 'hr', 'admin'],
      passwordHash,
    });
    if (id === null) throw setupDone();
    await insertAuditEvent(manager, { at, actor: login, action: 'setup.completed', subject: login });
    return id;
  }
}

/** As the launcher stores it. */
function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function linkRefused(): DomainError {
  return new DomainError(
    'not-found',
    'setup-link-refused',
    'この初期設定リンクは使えません(使用済み、または新しいリンクが発行されています)。起動画面に表示された最新のリンクを開いてください。',
    'This set-up link is unknown, used, or replaced by a newer one. Open the link that the last start printed.',
  );
}

function setupDone(): DomainError {
  return new DomainError(
    'conflict',
    'setup-done',
    '初期設定は済んでいます。サインインしてください。',
    'The installation has been set up. Sign in.',
  );
}
