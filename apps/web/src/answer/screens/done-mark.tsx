import { useCallback } from 'react';
import { markDone } from '../../api-client/answering.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { signInAddress } from '../answer-address.js';
import { useSender } from '../sending/use-sender.js';

interface DoneMarkProps {
  readonly surveyId: string;
  readonly onMarked: () => void;
}

/**
 * Tells the identified side that this person is done. It stores marks in groups, so it may say "not yet": then it is told again at the
 * next visit, and nobody need be troubled with it.
 */
export function DoneMark({ surveyId, onMarked }: DoneMarkProps) {
  const messages = useMessages(answerMessages);
  const tell = useCallback(async () => {
    if (await markDone(surveyId)) onMarked();
  }, [surveyId, onMarked]);
  const { state, problem, retryNow } = useSender(tell);
  if (state === 'waiting') {
    return (
      <Notice kind="warning" title={messages.markWaiting}>
        <Button kind="secondary" onClick={retryNow}>
          {messages.sendNow}
        </Button>
      </Notice>
    );
  }
  if (state !== 'refused' || problem?.status !== 401) return null;
  return (
    <Notice kind="warning" title={messages.markSignedOut}>
      <a href={signInAddress(window.location.search)}>{messages.signIn}</a>
    </Notice>
  );
}
