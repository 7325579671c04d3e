import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';

/** Grey lines in place of what is being loaded. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  const messages = useMessages(shellMessages);
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{messages.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton__line" aria-hidden="true" />
      ))}
    </div>
  );
}
