import type { CandidateQuery } from '../../../api-client/training-people.js';
import type { Address } from '../use-address.js';

export const PAGE_SIZE = 50;
/** The most the api gives at a time. */
const BATCH = 500;

/** What the address asks for. */
export function queryOf(address: Pick<Address, 'get'>, programmeKey: string): CandidateQuery {
  const given = (name: string, key: 'departmentCode' | 'positionKey' | 'audience' | 'query') => {
    const value = address.get(name);
    return value === '' ? {} : { [key]: value };
  };
  return {
    programmeKey,
    ...given('department', 'departmentCode'),
    ...given('position', 'positionKey'),
    ...given('audience', 'audience'),
    ...given('q', 'query'),
    ...(address.get('never') === '1' ? { neverTrained: true } : {}),
  };
}

/** Where the pages begin that together have everybody. */
export const batchesOf = (total: number): readonly { readonly offset: number; readonly limit: number }[] =>
  Array.from({ length: Math.ceil(total / BATCH) }, (_, at) => ({ offset: at * BATCH, limit: BATCH }));
