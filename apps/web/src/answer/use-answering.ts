import { useCallback, useState } from 'react';
import { makeReceipt, type BallotFault } from '#ballot';
import { questionsOf, withOrganisation, type SurveyForm } from '#survey-model';
import { useAction, type Action } from '../components/use-action.js';
import type { Entry } from './load-entry.js';
import { beginDraft } from './sending/begin-draft.js';
import { packDraft } from './sending/pack-draft.js';
import { recoverDraft, reopen } from './sending/recover.js';
import {
  accept,
  firstBlank,
  freeze,
  thaw,
  withoutAnswers,
  type AcceptedRecord,
  type AnswerRecord,
  type DraftRecord,
} from './storage/answer-record.js';
import { recordKey } from './storage/record-store.js';
import { useAnswerRecord } from './storage/use-answer-record.js';
import type { Step } from './step.js';
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
  const { record, keep, forget, latest, kept } = useAnswerRecord(recordKey(surveyId, entry.account.login, paper));
  const [step, goTo] = useStep(questionsOf(form.questionnaire).length);
  const [finished, setFinished] = useState<AcceptedRecord | null>(null);
  const [faults, setFaults] = useState<readonly BallotFault[]>([]);
  const accepted = finished ?? (record?.phase === 'accepted' ? record : null);

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
    setFinished(null);
    keep(draft);
    goTo({ name: 'question', question: 0 });
  });
  const submit = useAction(async () => {
    const draft = latest();
    if (draft?.phase !== 'draft' || draft.own === null) return;
    const packed = await packDraft(form, draft, draft.own, entry.ballotSurvey.tallyKey.publicKey);
    if ('faults' in packed) setFaults(packed.faults);
    else keep(freeze(draft, packed.cast));
  });
  const change = (update: (draft: DraftRecord) => DraftRecord): void => {
    const draft = latest();
    if (draft?.phase === 'draft') keep(update(draft));
    setFaults([]);
  };
  const onAccepted = useCallback(
    async (newest: boolean) => {
      const waiting = latest();
      if (waiting?.phase !== 'waiting') return;
      const done = accept(waiting, newest ? await makeReceipt(waiting.cast) : null);
      if (!paper && !done.shared) return keep(done);
      // Shown as long as the page is open, and left nowhere.
      setFinished(done);
      forget();
    },
    [forget, keep, latest, paper],
  );
  return {
    form,
    record,
    kept,
    step,
    goTo,
    accepted,
    faults,
    start,
    recover,
    correct,
    submit,
    change,
    clearAnswers: () => change(withoutAnswers),
    onAccepted,
    backToDraft: () => {
      const waiting = latest();
      if (waiting?.phase === 'waiting') keep(thaw(waiting));
    },
    giveUp: () => {
      forget();
      window.location.replace('/');
    },
    onMarked: useCallback(() => {
      const now = latest();
      if (now?.phase === 'accepted') keep({ ...now, marked: true });
    }, [keep, latest]),
    restart: () => {
      setFinished(null);
      goTo({ name: 'intro' }, true);
    },
  };
}

function filledForm({ ballotSurvey: { form } }: Entry): SurveyForm {
  return { ...form, questionnaire: withOrganisation(form.questionnaire, form.organisation) };
}
