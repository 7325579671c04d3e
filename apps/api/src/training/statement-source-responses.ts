import type { ParkedStatementResponse, StatementSourceResponse } from '#contract';
import type { ParkedGroup, StatementSourceRecord } from '#database';

export function toSourceResponse({
  createdAt,
  lastUsedAt,
  revokedAt,
  ...source
}: StatementSourceRecord): StatementSourceResponse {
  return {
    ...source,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}

export function toParkedResponse({ receivedAt, ...group }: ParkedGroup): ParkedStatementResponse {
  return { ...group, receivedAt: receivedAt.toISOString() };
}
