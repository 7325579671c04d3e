import { useMessages } from '../../../language/language.js';
import { statisticsMessages } from '../../../messages/statistics.js';

export const METHODS_ID = 'statistics-methods';

/** Opens the methods text at the bottom of the page and goes there. */
export function MethodsLink() {
  const messages = useMessages(statisticsMessages);
  const open = (): void => {
    const details = document.getElementById(METHODS_ID);
    if (details instanceof HTMLDetailsElement) details.open = true;
  };
  return (
    <a href={`#${METHODS_ID}`} onClick={open}>
      {messages.methodsLink}
    </a>
  );
}
