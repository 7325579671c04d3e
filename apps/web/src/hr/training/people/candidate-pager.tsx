import { Button } from '../../../components/button.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { rosterMessages } from '../../../messages/roster.js';
import { PAGE_SIZE } from './candidate-filter.js';

interface CandidatePagerProps {
  readonly total: number;
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
}

export function CandidatePager({ total, offset, onOffset }: CandidatePagerProps) {
  const messages = useMessages(rosterMessages);
  const last = Math.min(offset + PAGE_SIZE, total);
  return (
    <nav className="pager no-print" aria-label={messages.pages}>
      <Button kind="secondary" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - PAGE_SIZE))}>
        {messages.previous}
      </Button>
      <span role="status">{messages.range(formatCount(offset + 1), formatCount(last), formatCount(total))}</span>
      <Button kind="secondary" disabled={last >= total} onClick={() => onOffset(offset + PAGE_SIZE)}>
        {messages.next}
      </Button>
    </nav>
  );
}
