import { useState } from 'react';
import type { BallotFault } from '#ballot';
import { questionsOf, withOrganisation, type SurveyForm } from '#survey-model';
import { useAction, type Action } from '../components/use-action.js';
import type { Entry } from './load-entry.js';
import { beginDraft } from './sending/begin-draft.js';
import { recoverDraft, reopen } from './sending/recover.js';
import { firstBlank, type AcceptedRecord, type AnswerRecord, type DraftRecord } from './storage/answer-record.js';
import { recordKey } from './storage/record-store.js';
import { useAnswerRecord } from './storage/use-answer-record.js';
import type { Step } from './step.js';
import { useAccepted } from './use-accepted.js';
import { useEditing } from './use-editing.js';
import { useStep } from './use-step.js';

export interface Answering {
  readonly form: SurveyForm;
  readonly record: AnswerRecord | null;
  /** Whether the browser could keep the last change. */
  readonly kept: boolean;
  readonly step: Step;
  readonly goTo: (step: Step, replace?: boolean) => void;
  /** The ballot is in the box, whatever is left to do. */
  readonly accepted: AcceptedRecord | null;
  readonly faults: readonly BallotFault[];
  readonly start: Action<[shared: boolean]>;
  readonly recover: Action<[code: string, shared: boolean]>;
  /** Opens what lies in the box again, to correct it. */
  readonly correct: Action<[]>;
  readonly submit: Action<[]>;
  readonly change: (update: (draft: DraftRecord) => DraftRecord) => void;
  readonly clearAnswers: () => void;
  /** @param newest false when the box holds a newer version from another device */
  readonly onAccepted: (newest: boolean) => Promise<void>;
  readonly backToDraft: () => void;
  /** Takes everything off the browser: nothing can be sent any more without the recovery code. */
  readonly giveUp: () => void;
  readonly onMarked: () => void;
  /** Begins the next paper form. */
  readonly restart: () => void;
}

/** Everything that happens between the start and the thanks. */
export function useAnswering(entry: Entry): Answering {
  const { surveyId, paper } = entry.address;
  const [form] = useState(() => filledForm(entry));
  const kept = useAnswerRecord(recordKey(surveyId, entry.account.login, paper));
  const { record, keep, forget, latest } = kept;
  const [step, goTo] = useStep(questionsOf(form.questionnaire).length);
  const editing = useEditing(form, kept, entry.ballotSurvey.tallyKey.publicKey);
  const { accepted, clearFinished, onAccepted, onMarked } = useAccepted(kept, paper);

  const goOn = (): void => {
    const draft = latest();
    const unseen = !paper && draft?.phase === 'draft' && !draft.codeSeen;
    goTo(unseen ? { name: 'code' } : { name: 'question', question: firstBlank(form, draft) });
  };
  const start = useAction(async (shared: boolean) => {
    await beginDraft(entry, shared, { latest, keep, forget });
    goOn();
  });
  const recover = useAction(async (code: string, shared: boolean) => {
    keep(await recoverDraft(entry, code, shared));
    goTo({ name: 'question', question: 0 });
  });
  const correct = useAction(async () => {
    if (!accepted?.own) return;
    const draft = await reopen(entry, accepted, accepted.own, accepted.shared);
    clearFinished();
    keep(draft);
    goTo({ name: 'question', question: 0 });
  });
  return {
    form,
    record,
    kept: kept.kept,
    step,
    goTo,
    accepted,
    ...editing,
    start,
    recover,
    correct,
    onAccepted,
    giveUp: () => {
      forget();
      window.location.replace('/');
    },
    onMarked,
    restart: () => {
      clearFinished();
      goTo({ name: 'intro' }, true);
    },
  };
}

function filledForm({ ballotSurvey: { form } }: Entry): SurveyForm {
  return { ...form, questionnaire: withOrganisation(form.questionnaire, form.organisation) };
}
