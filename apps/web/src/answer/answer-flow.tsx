import { useCallback, useState } from 'react';
import type { BallotFault } from '#ballot';
import { questionsOf, withOrganisation } from '#survey-model';
import { markDone } from '../api-client/answering.js';
import { Notice } from '../components/notice.js';
import { useAction } from '../components/use-action.js';
import { useMessages } from '../language/language.js';
import { answerMessages } from '../messages/answer.js';
import { AnswerFrame } from './answer-frame.js';
import type { Entry } from './load-entry.js';
import { AcceptedScreen } from './screens/accepted-screen.js';
import { DraftScreen } from './screens/draft-screen.js';
import { IntroScreen } from './screens/intro-screen.js';
import { SendingScreen } from './screens/sending-screen.js';
import { beginDraft } from './sending/begin-draft.js';
import { packDraft } from './sending/pack-draft.js';
import { firstBlank, freeze, thaw, withoutAnswers, type DraftRecord } from './storage/answer-record.js';
import { recordKey } from './storage/record-store.js';
import { useAnswerRecord } from './storage/use-answer-record.js';
import { useStep } from './use-step.js';

interface AnswerFlowProps {
  readonly entry: Entry;
  readonly demo: boolean;
}

/** From the start to the thanks: which screen is shown follows from what the browser keeps and from the step in the address. */
export function AnswerFlow({ entry, demo }: AnswerFlowProps) {
  const messages = useMessages(answerMessages);
  const { surveyId, paper } = entry.address;
  const [form] = useState(() => {
    const { form: published } = entry.ballotSurvey;
    return { ...published, questionnaire: withOrganisation(published.questionnaire, published.organisation) };
  });
  const { record, keep, forget, latest, kept } = useAnswerRecord(recordKey(surveyId, entry.account.login, paper));
  const [step, goTo] = useStep(questionsOf(form.questionnaire).length);
  const [finished, setFinished] = useState(false);
  const [faults, setFaults] = useState<readonly BallotFault[]>([]);

  const start = useAction(async () => {
    await beginDraft(entry, { latest, keep, forget });
    goTo({ name: 'question', question: firstBlank(form, latest()) });
  });
  const submit = useAction(async () => {
    const draft = latest();
    if (draft?.phase !== 'draft' || draft.ticket === null) return;
    const packed = packDraft(form, draft);
    if ('faults' in packed) return setFaults(packed.faults);
    keep(freeze(draft, draft.ticket, packed.ballot));
  });
  const change = (update: (draft: DraftRecord) => DraftRecord): void => {
    const draft = latest();
    if (draft?.phase === 'draft') keep(update(draft));
    setFaults([]);
  };
  const onAccepted = useCallback(() => keep({ phase: 'accepted' }), [keep]);
  const finish = useCallback(() => {
    setFinished(true);
    forget();
  }, [forget]);
  const mark = useCallback(() => (paper ? Promise.resolve() : markDone(surveyId)), [paper, surveyId]);
  const clearAnswers = (): void => change(withoutAnswers);
  const finishClosed = (): void => {
    forget();
    window.location.replace('/');
  };
  const restart = (): void => {
    setFinished(false);
    goTo({ name: 'intro' }, true);
  };

  const accepted = finished || record?.phase === 'accepted';
  const state = accepted ? 'accepted' : (record?.phase ?? null);
  const draft = record?.phase === 'draft' && record.ticket !== null && step.name !== 'intro' ? record : null;
  return (
    <AnswerFrame demo={demo} state={state} paper={paper}>
      {!kept && <Notice kind="warning" title={messages.notKept} live />}
      {accepted && <AcceptedScreen entry={entry} markDone={mark} onMarked={finish} onNext={restart} />}
      {!accepted && record?.phase === 'waiting' && (
        <SendingScreen
          surveyId={surveyId}
          record={record}
          onAccepted={onAccepted}
          onBackToDraft={() => keep(thaw(record))}
          onGiveUp={finishClosed}
        />
      )}
      {draft && (
        <DraftScreen {...{ form, draft, change, goTo, step, submit, faults, paper }} />
      )}
      {!accepted && record?.phase !== 'waiting' && !draft && (
        <IntroScreen entry={entry} resuming={record !== null} start={start} onDiscard={clearAnswers} />
      )}
    </AnswerFrame>
  );
}
