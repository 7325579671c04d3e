import { useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';

/** A lock and the word: HR has fixed the figure. Drawn, as not every office computer has the character. */
export function LockMark() {
  const messages = useMessages(trainingMessages);
  return (
    <span className="lock-mark">
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <rect x="2.5" y="7" width="11" height="7.5" rx="1.5" fill="currentColor" />
      </svg>
      {messages.locked}
    </span>
  );
}
