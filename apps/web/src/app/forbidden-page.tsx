import { Link } from 'react-router';
import { PageHead } from '../components/page-head.js';
import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';

export function ForbiddenPage() {
  const messages = useMessages(shellMessages);
  return (
    <div className="narrow">
      <PageHead title={messages.forbiddenTitle} lead={messages.forbiddenLead} />
      <Link to="/" className="button button--primary">
        {messages.toStart}
      </Link>
    </div>
  );
}
