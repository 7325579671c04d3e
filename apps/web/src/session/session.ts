import { createContext, use } from 'react';
import type { Account, Role, Session } from '../api-client/types.js';

export interface SessionState {
  readonly session: Session;
  readonly setSession: (session: Session) => void;
  readonly signOut: () => Promise<void>;
}

export const SessionContext = createContext<SessionState | null>(null);

/** @throws Error outside of SessionProvider: a mistake in the page, not of the user. */
export function useSession(): SessionState {
  const state = use(SessionContext);
  if (!state) throw new Error('useSession needs a SessionProvider above it');
  return state;
}

export function hasRole(account: Account | null, ...roles: readonly Role[]): boolean {
  return account?.roles.some((role) => roles.includes(role)) ?? false;
}

/** Where a person begins: HR at the surveys, administrators at the people, everybody else at their own surveys. */
export function homeOf(account: Account | null): string {
  if (account === null) return '/signin';
  if (hasRole(account, 'hr')) return '/hr';
  return hasRole(account, 'admin') ? '/hr/roster' : '/my';
}

/** A path of this site to go back to after signing in; anything that could lead elsewhere is ignored. */
export function returnPath(text: string | null): string | null {
  return text !== null && /^\/(?![/\\])/.test(text) ? text : null;
}
