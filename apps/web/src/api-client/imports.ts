import { client, send, sendRaw } from './client.js';
import type { FileImport } from './types.js';

export type ImportKind = FileImport['kind'];
export type ColumnMapping = Record<string, string>;

const pathOf = (id: string, rest = ''): string => `/api/imports/${encodeURIComponent(id)}${rest}`;

/** Uploads a file for a dry run; nothing is taken from it yet. */
export async function uploadImport(kind: ImportKind, file: File): Promise<FileImport> {
  const body = new FormData();
  body.set('file', file);
  const response = await sendRaw(`/api/imports?kind=${kind}`, { method: 'POST', body });
  return (await response.json()) as FileImport;
}

export const getImport = (id: string): Promise<FileImport> =>
  send(client.GET('/api/imports/{id}', { params: { path: { id } } }));

export const listImports = (kind: ImportKind): Promise<FileImport[]> =>
  send(client.GET('/api/imports', { params: { query: { kind } } }));

/** Runs the dry run again with other columns. */
export async function checkImport(id: string, mapping: ColumnMapping): Promise<FileImport> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ mapping });
  return (await (await sendRaw(pathOf(id, '/check'), { method: 'POST', headers, body })).json()) as FileImport;
}

export const applyImport = (id: string, acceptValid: boolean): Promise<FileImport> =>
  send(client.POST('/api/imports/{id}/apply', { params: { path: { id } }, body: { acceptValid } }));

export const importErrorsUrl = (id: string): string => pathOf(id, '/errors.csv');
