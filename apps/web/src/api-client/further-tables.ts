import { client, send } from './client.js';
import type { TableRequests } from './types.js';

/** The further tables asked for, the newest first. */
export const getTableRequests = (id: string): Promise<TableRequests> =>
  send(client.GET('/api/surveys/{id}/tables', { params: { path: { id } } }));

/** Asks for one more table: 1 to 3 attributes, of all departments or of one and those below it. */
export const requestTable = (
  id: string,
  attributes: readonly string[],
  departmentCode: string | null,
): Promise<TableRequests> =>
  send(
    client.POST('/api/surveys/{id}/tables', {
      params: { path: { id } },
      body: { attributes: [...attributes], ...(departmentCode === null ? {} : { departmentCode }) },
    }),
  );
