import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';
import { useSession } from '../session/session.js';

/** Demo data must never be taken for a city's own. */
export function DemoBanner() {
  const messages = useMessages(shellMessages);
  const { session } = useSession();
  if (!session.demo) return null;
  return <p className="demo-banner">{messages.demo}</p>;
}
