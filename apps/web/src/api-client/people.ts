import { client, send, sendRaw } from './client.js';
import { saveResponse } from './save-file.js';
import type { Department, StaffPage } from './types.js';

export const listDepartments = (): Promise<Department[]> => send(client.GET('/api/departments'));

export interface StaffQuery {
  readonly query?: string;
  readonly departmentCode?: string;
  readonly offset: number;
  readonly limit: number;
}

export const listStaff = async (query: StaffQuery): Promise<StaffPage> =>
  (await send(client.GET('/api/staff', { params: { query } }))) as unknown as StaffPage;

export async function setRoles(staffNumber: string, roles: ('hr' | 'admin')[]): Promise<void> {
  await send(client.PUT('/api/staff/{staffNumber}/roles', { params: { path: { staffNumber } }, body: { roles } }));
}

/** Makes new access codes and saves them as a workbook; they are shown nowhere else. Nobody given: everyone without one. */
export async function issueAccessCodes(fallbackName: string, staffNumbers?: string[]): Promise<void> {
  const response = await sendRaw('/api/access-codes', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(staffNumbers ? { staffNumbers } : {}),
  });
  await saveResponse(response, fallbackName);
}

/** Changes the organisation's name. */
export const renameOrganisation = (name: string): Promise<{ name: string }> =>
  send(client.PUT('/api/organisation', { body: { name } }));
