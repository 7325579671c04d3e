import { Link, useLocation } from 'react-router';

interface NavTabProps {
  readonly to: string;
  readonly label: string;
  /** Pages under this path belong to the tab too. */
  readonly also?: string;
}

export function NavTab({ to, label, also }: NavTabProps) {
  const { pathname } = useLocation();
  const current = pathname === to || (also !== undefined && pathname.startsWith(also));
  return (
    <li>
      <Link to={to} className="site-nav__link" aria-current={current ? 'page' : undefined}>
        {label}
      </Link>
    </li>
  );
}
