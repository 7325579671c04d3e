import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';

/** Sign and name of the product. */
export function ProductMark() {
  const messages = useMessages(shellMessages);
  return (
    <span className="product-mark">
      <img src="/favicon.svg" alt="" width="32" height="32" />
      <span>{messages.product}</span>
    </span>
  );
}
