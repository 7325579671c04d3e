import { Navigate } from 'react-router';
import { homeOf, useSession } from './session.js';

export function HomeRedirect() {
  return <Navigate to={homeOf(useSession().session.account)} replace />;
}
