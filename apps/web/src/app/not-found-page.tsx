import { Link } from 'react-router';
import { PageHead } from '../components/page-head.js';
import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';

export function NotFoundPage() {
  const messages = useMessages(shellMessages);
  return (
    <div className="narrow">
      <PageHead title={messages.notFoundTitle} lead={messages.notFoundLead} />
      <Link to="/" className="button button--primary">
        {messages.toStart}
      </Link>
    </div>
  );
}
