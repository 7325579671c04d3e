import type { Role } from '#contract';

/** Who is asking, as the database knows them at this moment. */
export interface SignedInAccount {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly staffNumber: string | null;
  readonly staffMemberId: string | null;
  /** Stored roles, and `head` where the roster says so (所属長). */
  readonly roles: readonly Role[];
  readonly departmentCode: string | null;
}

export function hasRole(account: SignedInAccount, ...roles: readonly Role[]): boolean {
  return roles.some((role) => account.roles.includes(role));
}
