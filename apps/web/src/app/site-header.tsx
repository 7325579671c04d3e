import { Link } from 'react-router';
import { LanguageSwitch } from '../language/language-switch.js';
import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';
import { hasRole, useSession } from '../session/session.js';
import { ProductMark } from '../components/product-mark.js';
import { DemoBanner } from './demo-banner.js';
import { NavTab } from './nav-tab.js';
import { SignOutButton } from './sign-out-button.js';

export function SiteHeader() {
  const messages = useMessages(shellMessages);
  const { session } = useSession();
  const { account } = session;
  return (
    <header className="site-header">
      <DemoBanner />
      <div className="site-header__row">
        <Link to="/" className="site-header__brand">
          <ProductMark />
          {session.organisation && <span className="site-header__organisation">{session.organisation}</span>}
        </Link>
        <div className="site-header__person">
          {account && <span className="site-header__name">{account.displayName}</span>}
          <LanguageSwitch />
          {account && <SignOutButton />}
        </div>
      </div>
      {account && (
        <nav className="site-nav" aria-label={messages.mainNavigation}>
          <ul>
            {hasRole(account, 'hr') && <NavTab to="/hr" label={messages.navSurveys} also="/hr/surveys" />}
            {hasRole(account, 'hr', 'admin') && <NavTab to="/hr/roster" label={messages.navRoster} />}
            {hasRole(account, 'hr') && <NavTab to="/hr/training" label={messages.navTraining} also="/hr/training/" />}
            {hasRole(account, 'head') && <NavTab to="/unit" label={messages.navUnit} />}
            {hasRole(account, 'head') && <NavTab to="/unit/training" label={messages.navUnitTraining} />}
            {hasRole(account, 'staff') && <NavTab to="/my" label={messages.navMy} />}
            {hasRole(account, 'staff') && account.departmentCode !== null && (
              <NavTab to="/training" label={messages.navMyTraining} also="/training/" />
            )}
          </ul>
        </nav>
      )}
    </header>
  );
}
