import { useCallback, useEffect } from 'react';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { castBallot } from '../ballot-door.js';
import { useSender } from '../sending/use-sender.js';
import type { WaitingRecord } from '../storage/answer-record.js';
import { useScreenFocus } from './use-screen-focus.js';

interface SendingScreenProps {
  readonly surveyId: string;
  readonly record: WaitingRecord;
  /** @param newest false when the box holds a newer version */
  readonly onAccepted: (newest: boolean) => Promise<void>;
  readonly onBackToDraft: () => void;
  /** The survey is closed: takes the answers off the browser. */
  readonly onGiveUp: () => void;
}

/** 送信待ち: the same bytes are sent until the collector acknowledges them, through reloads and days without a network. */
export function SendingScreen(props: SendingScreenProps) {
  const { surveyId, record, onAccepted } = props;
  const messages = useMessages(answerMessages);
  const element = useScreenFocus<HTMLDivElement>('sending');
  const { cast } = record;
  const deliver = useCallback(() => castBallot(surveyId, cast), [surveyId, cast]);
  const { state, problem, retryNow } = useSender(deliver);
  useEffect(() => {
    if (state === 'sent') void onAccepted(true);
  }, [state, onAccepted]);
  return (
    <div ref={element} className="stack">
      <h1 tabIndex={-1}>{state === 'refused' ? messages.refusedTitle : messages.sendingTitle}</h1>
      {(state === 'sending' || state === 'sent') && <p role="status">{messages.sendingNow}</p>}
      {state === 'waiting' && (
        <Notice kind="warning" title={messages.waitingTitle} live>
          <p>{messages.waitingBody}</p>
          <Button onClick={retryNow}>{messages.sendNow}</Button>
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {state === 'refused' && <Refusal status={problem?.status ?? 0} {...props} />}
    </div>
  );
}

interface RefusalProps extends Omit<SendingScreenProps, 'surveyId' | 'record'> {
  readonly status: number;
}

/** What can be done after a refusal. 409: this ticket's ballot is in the box already. 410: too late. */
function Refusal({ status, onAccepted, onBackToDraft, onGiveUp }: RefusalProps) {
  const messages = useMessages(answerMessages);
  const [label, act] =
    status === 409
      ? [messages.finishAnyway, () => void onAccepted(false)]
      : status === 410
        ? [messages.discard, onGiveUp]
        : [messages.backToDraft, onBackToDraft];
  return (
    <Button kind="secondary" onClick={act}>
      {label}
    </Button>
  );
}
