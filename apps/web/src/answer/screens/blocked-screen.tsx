import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { answerAddress, signInAddress } from '../answer-address.js';
import type { Blocked } from '../load-entry.js';
import { KeptBallots } from './kept-ballots.js';
import { useScreenFocus } from './use-screen-focus.js';

/** Says why a person cannot answer here, and where to go instead. */
export function BlockedScreen({ reason }: { readonly reason: Blocked }) {
  const address = answerAddress(window.location.search);
  const messages = useMessages(answerMessages);
  const element = useScreenFocus<HTMLDivElement>(reason);
  const { title, body } = messages.blocked[reason];
  return (
    <div ref={element} className="stack">
      <h1 tabIndex={-1}>{title}</h1>
      <p>{body}</p>
      {reason === 'signed-out' && address && <KeptBallots surveyId={address.surveyId} />}
      {reason === 'signed-out' ? (
        <a className="button button--primary button--large" href={signInAddress(window.location.search)}>
          {messages.signIn}
        </a>
      ) : (
        <a className="button button--secondary" href="/">
          {messages.toStart}
        </a>
      )}
    </div>
  );
}
