import { Link } from 'react-router';

export interface LinkTab {
  readonly key: string;
  readonly label: string;
  readonly to: string;
}

interface LinkTabsProps {
  readonly label: string;
  readonly tabs: readonly LinkTab[];
  readonly current: string;
  /** Parts of one page, where moving must not jump to its top. */
  readonly within?: boolean;
}

/** Links, not tab widgets: each view has an address of its own. */
export function LinkTabs({ label, tabs, current, within = false }: LinkTabsProps) {
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {tabs.map(({ key, label: name, to }) => (
          <li key={key}>
            <Link to={to} preventScrollReset={within} aria-current={key === current ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
