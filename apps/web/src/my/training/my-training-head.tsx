import { Link } from 'react-router';
import { PageHead } from '../../components/page-head.js';
import { useMessages } from '../../language/language.js';
import { myTrainingMessages } from '../../messages/my-training.js';

const PATHS = { places: '/training', certificates: '/training/certificates' } as const;
type Tab = keyof typeof PATHS;
const TABS: readonly Tab[] = ['places', 'certificates'];

interface MyTrainingHeadProps {
  readonly tab: Tab;
  readonly title: string;
  readonly lead?: string;
}

/** Title of one of the staff's pages of training, and the way to the other. */
export function MyTrainingHead({ tab, title, lead }: MyTrainingHeadProps) {
  const messages = useMessages(myTrainingMessages);
  return (
    <>
      <PageHead title={title} lead={lead} />
      <nav aria-label={messages.tabsLabel}>
        <ul className="tabs">
          {TABS.map((key) => (
            <li key={key}>
              <Link to={PATHS[key]} aria-current={key === tab ? 'page' : undefined}>
                {messages.tabs[key]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
