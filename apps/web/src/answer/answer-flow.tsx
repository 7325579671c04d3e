import { Notice } from '../components/notice.js';
import { useMessages } from '../language/language.js';
import { answerMessages } from '../messages/answer.js';
import { AnswerFrame } from './answer-frame.js';
import type { Entry } from './load-entry.js';
import { AcceptedScreen } from './screens/accepted-screen.js';
import { DraftScreen } from './screens/draft-screen.js';
import { IntroScreen } from './screens/intro-screen.js';
import { SendingScreen } from './screens/sending-screen.js';
import { useAnswering } from './use-answering.js';
import { useLeaveWarning } from './use-leave-warning.js';

interface AnswerFlowProps {
  readonly entry: Entry;
  readonly demo: boolean;
}

/** Which screen is shown follows from what the browser keeps and from the step in the address. */
export function AnswerFlow({ entry, demo }: AnswerFlowProps) {
  const messages = useMessages(answerMessages);
  const { surveyId, paper } = entry.address;
  const answering = useAnswering(entry);
  const { record, step, accepted } = answering;
  const state = accepted ? 'accepted' : (record?.phase ?? null);
  const waiting = !accepted && record?.phase === 'waiting' ? record : null;
  const draft = !accepted && record?.phase === 'draft' && record.own !== null && step.name !== 'intro' ? record : null;
  // On a shared PC what is not sent yet must not be forgotten there.
  useLeaveWarning(record !== null && record.phase !== 'accepted' && record.shared);
  return (
    <AnswerFrame demo={demo} state={state} paper={paper}>
      {!answering.kept && <Notice kind="warning" title={messages.notKept} live />}
      {accepted && <AcceptedScreen entry={entry} accepted={accepted} answering={answering} />}
      {waiting && (
        <SendingScreen
          surveyId={surveyId}
          record={waiting}
          onAccepted={answering.onAccepted}
          onBackToDraft={answering.backToDraft}
          onGiveUp={answering.giveUp}
        />
      )}
      {draft && <DraftScreen {...answering} draft={draft} surveyId={surveyId} paper={paper} />}
      {!accepted && !waiting && !draft && (
        <IntroScreen entry={entry} answering={answering} resuming={record !== null} />
      )}
    </AnswerFrame>
  );
}
