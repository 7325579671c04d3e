import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { ApiConfig } from '#config';
import { DomainError } from '#survey-model';
import type { Request } from 'express';
import { Reflector } from '@nestjs/core';
import { CONFIG } from '../api-parts.js';
import { MACHINE } from './access.decorator.js';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Unsafe methods must carry a header that no form can send and that makes a browser ask first when the page is another site's (a
 * question that is never granted), and must not come from another origin. SameSite=Strict is the second lock on the same door.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @throws DomainError "csrf-refused" */
  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<Request>();
    if (SAFE_METHODS.includes(method)) return true;
    if (this.reflector.getAllAndOverride<boolean>(MACHINE, [context.getHandler(), context.getClass()])) return true;
    if (headers['x-requested-with'] === 'nobinobi' && this.isOwnOrigin(headers.origin, headers.host)) return true;
    throw new DomainError(
      'forbidden',
      'csrf-refused',
      'この操作は、のびのびの画面からだけ行えます。画面を開き直してやり直してください。',
      'State-changing requests need the header "X-Requested-With: nobinobi" and, from a browser, the same origin.',
    );
  }

  private isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined) return true;
    if (!URL.canParse(origin)) return false;
    const { host: originHost, origin: normalised } = new URL(origin);
    return originHost === host || normalised === new URL(this.config.publicUrl).origin;
  }
}
