import { Link } from 'react-router';
import { useMessages } from '../../language/language.js';
import { resultMessages } from '../../messages/result.js';
import { viewAddress, type ResultView } from './view/results-address.js';

interface ResultTabsProps {
  readonly views: readonly ResultView[];
  readonly current: ResultView;
}

/** Links, not tab widgets: each view has an address of its own. */
export function ResultTabs({ views, current }: ResultTabsProps) {
  const messages = useMessages(resultMessages);
  return (
    <nav aria-label={messages.viewsLabel}>
      <ul className="tabs">
        {views.map((view) => (
          <li key={view}>
            <Link to={viewAddress(view)} preventScrollReset aria-current={view === current ? 'page' : undefined}>
              {messages.views[view]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
