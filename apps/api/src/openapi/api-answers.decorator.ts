import { applyDecorators } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Problem } from '#contract';

/** What each status means wherever it comes from; routes only name the ones they can give. */
const REFUSALS = {
  400: 'The request is malformed',
  401: 'Nobody is signed in',
  403: 'Not allowed, or the header X-Requested-With: nobinobi is missing',
  404: 'No such thing, or none that this account may see',
  405: 'Not offered here',
  409: 'Does not fit the present state',
  410: 'Too late',
  413: 'Larger than allowed',
  415: 'Not a form that is read here',
  422: 'Well-formed, but wrong in content; see errors',
  429: 'Too often; see Retry-After',
  503: 'A store is away; try again',
} as const;

export type RefusalStatus = keyof typeof REFUSALS;

/** Documents the refusals of a route; every one is a Problem. */
export function ApiRefusals(...statuses: readonly RefusalStatus[]): MethodDecorator {
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: REFUSALS[status],
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );
}

/** A file for download. */
export function ApiFile(status: number, contentType: string): MethodDecorator {
  return applyDecorators(
    ApiProduces(contentType),
    ApiResponse({ status, content: { [contentType]: { schema: { type: 'string', format: 'binary' } } } }),
  );
}

/** Classes that the document must hold although no route names them as such. */
export const DOCUMENTED_MODELS = [Problem];
