import { Navigate, Outlet, useLocation } from 'react-router';
import type { Role } from '../api-client/types.js';
import { ForbiddenPage } from '../app/forbidden-page.js';
import { hasRole, useSession } from './session.js';

/** Lets signed-in people with one of the roles through; others sign in first and come back here. */
export function RequireRole({ roles }: { readonly roles: readonly Role[] }) {
  const { session } = useSession();
  const location = useLocation();
  if (session.account === null) {
    const back = encodeURIComponent(`${location.pathname}${location.search}`);
    return <Navigate to={`/signin?return=${back}`} replace />;
  }
  return hasRole(session.account, ...roles) ? <Outlet /> : <ForbiddenPage />;
}
