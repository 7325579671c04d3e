import { useCallback, useState } from 'react';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { sendKept, waitingKeys } from '../sending/send-kept.js';
import { useSender } from '../sending/use-sender.js';

/** Where nobody is signed in any more: a ballot that waits in this browser is sent all the same. */
export function KeptBallots({ surveyId }: { readonly surveyId: string }) {
  const [any] = useState(() => waitingKeys(localStorage, surveyId).length > 0);
  return any ? <SendKept surveyId={surveyId} /> : null;
}

function SendKept({ surveyId }: { readonly surveyId: string }) {
  const messages = useMessages(answerMessages);
  const { state, problem, retryNow } = useSender(useCallback(() => sendKept(localStorage, surveyId), [surveyId]));
  if (state === 'sent') return <Notice kind="success" title={messages.accepted} live />;
  if (state === 'sending') return <p role="status">{messages.sendingNow}</p>;
  return (
    <Notice kind="warning" title={state === 'waiting' ? messages.waitingTitle : messages.refusedTitle} live>
      {state === 'waiting' && (
        <>
          <p>{messages.waitingBody}</p>
          <Button onClick={retryNow}>{messages.sendNow}</Button>
        </>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </Notice>
  );
}
