import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Role } from '#contract';
import type { Request } from 'express';
import type { SignedInAccount } from './signed-in-account.js';

export const ACCESS = 'nobinobi:access';
export type Access = 'public' | readonly Role[];

/** Who may call: anybody signed in with one of the roles. On a controller for all its routes, on a route for that one. */
export const Roles = (...roles: readonly Role[]) => SetMetadata(ACCESS, roles satisfies Access);

/** Nobody needs to be signed in. Everything without a decorator wants somebody signed in, whatever their roles. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);

export const MACHINE = 'nobinobi:machine';

/**
 * For programs, which sign in with every request: no session is read, so there is nothing that another site's page could borrow, and
 * the header against forged requests is not asked for. The route needs a guard of its own.
 */
export const Machine = () => applyDecorators(Public(), SetMetadata(MACHINE, true));

export interface SignedInRequest extends Request {
  account?: SignedInAccount;
}

/** The account that `AccessGuard` found. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): SignedInAccount => {
  const { account } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!account) throw new Error('@SignedIn() on a route that is public');
  return account;
});
