import { useCallback, useState } from 'react';
import type { BallotFault } from '#ballot';
import { questionsOf, withOrganisation, type SurveyForm } from '#survey-model';
import { markDone } from '../api-client/answering.js';
import { useAction, type Action } from '../components/use-action.js';
import type { Entry } from './load-entry.js';
import { beginDraft } from './sending/begin-draft.js';
import { packDraft } from './sending/pack-draft.js';
import {
  firstBlank,
  freeze,
  thaw,
  withoutAnswers,
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
  readonly accepted: boolean;
  readonly faults: readonly BallotFault[];
  readonly start: Action<[]>;
  readonly submit: Action<[]>;
  readonly change: (update: (draft: DraftRecord) => DraftRecord) => void;
  readonly clearAnswers: () => void;
  readonly onAccepted: () => void;
  readonly backToDraft: () => void;
  /** Takes everything off the browser: nothing can be sent any more. */
  readonly giveUp: () => void;
  /** Tells the identified side that this person is done; nothing to tell for a paper form. */
  readonly mark: () => Promise<void>;
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
    if ('faults' in packed) setFaults(packed.faults);
    else keep(freeze(draft, draft.ticket, packed.ballot));
  });
  const change = (update: (draft: DraftRecord) => DraftRecord): void => {
    const draft = latest();
    if (draft?.phase === 'draft') keep(update(draft));
    setFaults([]);
  };
  const backToDraft = (): void => {
    const waiting = latest();
    if (waiting?.phase === 'waiting') keep(thaw(waiting));
  };
  return {
    form,
    record,
    kept,
    step,
    goTo,
    accepted: finished || record?.phase === 'accepted',
    faults,
    start,
    submit,
    change,
    clearAnswers: () => change(withoutAnswers),
    onAccepted: useCallback(() => keep({ phase: 'accepted' }), [keep]),
    backToDraft,
    giveUp: () => {
      forget();
      window.location.replace('/');
    },
    mark: useCallback(() => (paper ? Promise.resolve() : markDone(surveyId)), [paper, surveyId]),
    onMarked: useCallback(() => {
      setFinished(true);
      forget();
    }, [forget]),
    restart: () => {
      setFinished(false);
      goTo({ name: 'intro' }, true);
    },
  };
}

function filledForm({ ballotSurvey: { form } }: Entry): SurveyForm {
  return { ...form, questionnaire: withOrganisation(form.questionnaire, form.organisation) };
}
