import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '#survey-model';
import { SessionService } from '../session/session.service.js';
import { ACCESS, type Access, type SignedInRequest } from './access.decorator.js';
import { hasRole } from './signed-in-account.js';

/** Lets in whom the route's @Public() or @Roles() allows; without either, whoever is signed in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  /** @throws DomainError "signed-out", "role-missing" */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const account = await this.sessions.findAccount(request);
    if (!account) throw signedOut();
    if (access && !hasRole(account, ...access)) throw roleMissing();
    request.account = account;
    return true;
  }
}

function signedOut(): DomainError {
  return new DomainError(
    'unauthenticated',
    'signed-out',
    'サインインしていないか、時間が経ってサインアウトされました。もう一度サインインしてください。',
    'Nobody is signed in, or the session has ended. Sign in again.',
  );
}

function roleMissing(): DomainError {
  return new DomainError(
    'forbidden',
    'role-missing',
    'この操作をする権限がありません。必要なときは管理者に権限の付与を頼んでください。',
    'This account has no right to do that. Ask an administrator for the role.',
  );
}
