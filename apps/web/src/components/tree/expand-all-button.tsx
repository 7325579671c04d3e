import { useMessages } from '../../language/language.js';
import { shellMessages } from '../../messages/shell.js';
import { Button } from '../button.js';
import type { Expanded } from './use-expanded.js';

export function ExpandAllButton({ expanded }: { readonly expanded: Expanded }) {
  const messages = useMessages(shellMessages);
  return (
    <Button kind="quiet" onClick={expanded.toggleAll}>
      {expanded.allOpen ? messages.closeAll : messages.openAll}
    </Button>
  );
}
