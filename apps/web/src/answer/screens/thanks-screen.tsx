import { useEffect } from 'react';
import { Notice } from '../../components/notice.js';
import { Button } from '../../components/button.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { signInAddress } from '../answer-address.js';
import { useSender } from '../sending/use-sender.js';
import { useScreenFocus } from './use-screen-focus.js';

interface ThanksScreenProps {
  readonly minGroup: number;
  /** Tells the identified side; harmless to repeat, and stable. */
  readonly markDone: () => Promise<void>;
  readonly onMarked: () => void;
}

/** 受付済み: what was stored and what was not, while the mark "done" is on its way. */
export function ThanksScreen({ minGroup, markDone, onMarked }: ThanksScreenProps) {
  const messages = useMessages(answerMessages);
  const element = useScreenFocus<HTMLDivElement>('thanks');
  const { state, problem, retryNow } = useSender(markDone);
  useEffect(() => {
    if (state === 'sent') onMarked();
  }, [state, onMarked]);
  return (
    <div ref={element} className="stack">
      <h1 tabIndex={-1}>{messages.thanksTitle}</h1>
      <Notice kind="success" title={messages.accepted} live>
        <p>{messages.cleared}</p>
      </Notice>
      {state === 'waiting' && (
        <Notice kind="warning" title={messages.markWaiting}>
          <Button kind="secondary" onClick={retryNow}>
            {messages.sendNow}
          </Button>
        </Notice>
      )}
      {state === 'refused' && problem?.status === 401 && (
        <Notice kind="warning" title={messages.markSignedOut}>
          <a href={signInAddress(window.location.search)}>{messages.signIn}</a>
        </Notice>
      )}
      <h2>{messages.receiptTitle}</h2>
      <ul>
        {messages.receipt(minGroup).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <a href="/my">{messages.toMy}</a>
      </p>
    </div>
  );
}
