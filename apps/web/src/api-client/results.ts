import { client, send } from './client.js';
import type { Job, Results } from './types.js';

export const getResults = async (id: string): Promise<Results> =>
  (await send(client.GET('/api/surveys/{id}/results', { params: { path: { id } } }))) as unknown as Results;

/** One department's workbook, or all of them in one zip when no department is given. */
export const buildWorkbooks = (id: string, departmentCode?: string): Promise<Job> =>
  send(
    client.POST('/api/surveys/{id}/workbooks', {
      params: { path: { id } },
      body: departmentCode === undefined ? {} : { departmentCode },
    }),
  );
