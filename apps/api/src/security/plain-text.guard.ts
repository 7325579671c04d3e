import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { MalformedRequest } from '../problems/malformed-request.js';
import { isKeepable } from './keepable-text.js';

/** Deeper than anything that a contract has. */
const MAX_DEPTH = 50;

/** Refuses what no database can keep, wherever it stands: U+0000, half a character, nesting without end. One place for every route. */
@Injectable()
export class PlainTextGuard implements CanActivate {
  /** @throws MalformedRequest that names the field */
  canActivate(context: ExecutionContext): boolean {
    const { params, query, body } = context.switchToHttp().getRequest<Request>();
    for (const part of [params, query, body as unknown]) {
      const field = findUnkeepable(part, '');
      if (field !== null)
        throw new MalformedRequest([
          {
            field,
            ja: '使えない文字(U+0000 など)が含まれているか、入れ子が深すぎます。取り除いてください。',
            en: 'holds U+0000 or half a surrogate pair, or is nested too deeply',
          },
        ]);
    }
    return true;
  }
}

/** @returns the path of the first thing that cannot be kept, or null */
function findUnkeepable(value: unknown, field: string, depth = 0): string | null {
  if (depth > MAX_DEPTH) return field;
  if (typeof value === 'string') return isKeepable(value) ? null : field;
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return null;
  for (const [key, each] of Object.entries(value)) {
    const path = field === '' ? key : `${field}.${key}`;
    const found = isKeepable(key) ? findUnkeepable(each, path, depth + 1) : field;
    if (found !== null) return found;
  }
  return null;
}
