import { formatCount } from '../language/format-date.js';
import { useMessages } from '../language/language.js';
import { rosterMessages } from '../messages/roster.js';
import { Button } from './button.js';

interface PagerProps {
  readonly total: number;
  readonly offset: number;
  readonly pageSize: number;
  readonly onOffset: (offset: number) => void;
}

/** Back and forth in a long list, and where one is. */
export function Pager({ total, offset, pageSize, onOffset }: PagerProps) {
  const messages = useMessages(rosterMessages);
  const last = Math.min(offset + pageSize, total);
  return (
    <nav className="pager no-print" aria-label={messages.pages}>
      <Button kind="secondary" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - pageSize))}>
        {messages.previous}
      </Button>
      <span role="status">{messages.range(formatCount(offset + 1), formatCount(last), formatCount(total))}</span>
      <Button kind="secondary" disabled={last >= total} onClick={() => onOffset(offset + pageSize)}>
        {messages.next}
      </Button>
    </nav>
  );
}
