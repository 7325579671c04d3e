import { useEffect, useRef } from 'react';
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

/** Links, not tab widgets: each view has an address of its own. On a narrow screen the row scrolls to the present one. */
export function LinkTabs({ label, tabs, current, within = false }: LinkTabsProps) {
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const list = row.current;
    const link = list?.querySelector('[aria-current]');
    if (!list || !link) return;
    const beyond = link.getBoundingClientRect().right - list.getBoundingClientRect().right;
    if (beyond > 0) list.scrollLeft += beyond;
  }, [current]);
  return (
    <nav aria-label={label}>
      <ul className="tabs" ref={row}>
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
