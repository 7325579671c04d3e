import { client, send } from './client.js';
import type { components } from './schema.generated.js';

type Schemas = components['schemas'];
export type StatementSource = Schemas['StatementSourceResponse'];
export type NewStatementSource = Schemas['NewStatementSourceResponse'];
export type ParkedStatement = Schemas['ParkedStatementResponse'];
export type ParkedResolution = Schemas['ResolveParkedRequest'];
export type ResolvedParked = Schemas['ResolvedParkedResponse'];

/** Learning systems that may report completions. */
export const listStatementSources = (): Promise<StatementSource[]> =>
  send(client.GET('/api/training/statement-sources'));

/** The answer has the secret, which is shown nowhere else. */
export const createStatementSource = (key: string, name: string): Promise<NewStatementSource> =>
  send(client.POST('/api/training/statement-sources', { body: { key, name } }));

export const revokeStatementSource = (key: string): Promise<StatementSource> =>
  send(client.DELETE('/api/training/statement-sources/{key}', { params: { path: { key } } }));

/** Completions whose person or course is unknown. */
export const listParkedStatements = (): Promise<ParkedStatement[]> =>
  send(client.GET('/api/training/parked-statements'));

export const resolveParkedStatement = (id: string, body: ParkedResolution): Promise<ResolvedParked> =>
  send(client.POST('/api/training/parked-statements/{id}', { params: { path: { id } }, body }));
