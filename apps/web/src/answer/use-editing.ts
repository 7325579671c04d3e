import { useState } from 'react';
import type { BallotFault } from '#ballot';
import type { SurveyForm } from '#survey-model';
import { useAction, type Action } from '../components/use-action.js';
import { packDraft } from './sending/pack-draft.js';
import { freeze, thaw, withoutAnswers, type DraftRecord } from './storage/answer-record.js';
import type { KeptRecord } from './storage/use-answer-record.js';

interface Editing {
  readonly faults: readonly BallotFault[];
  readonly change: (update: (draft: DraftRecord) => DraftRecord) => void;
  readonly clearAnswers: () => void;
  readonly submit: Action<[]>;
  readonly backToDraft: () => void;
}

/** Changes of the draft, up to the ballot that is frozen for sending. */
export function useEditing(form: SurveyForm, { keep, latest }: KeptRecord, tallyPublicKey: string): Editing {
  const [faults, setFaults] = useState<readonly BallotFault[]>([]);
  const change = (update: (draft: DraftRecord) => DraftRecord): void => {
    const draft = latest();
    if (draft?.phase === 'draft') keep(update(draft));
    setFaults([]);
  };
  const submit = useAction(async () => {
    const draft = latest();
    if (draft?.phase !== 'draft' || draft.own === null) return;
    const packed = await packDraft(form, draft, draft.own, tallyPublicKey);
    if ('faults' in packed) setFaults(packed.faults);
    else keep(freeze(draft, packed.cast));
  });
  const backToDraft = (): void => {
    const waiting = latest();
    if (waiting?.phase === 'waiting') keep(thaw(waiting));
  };
  return { faults, change, clearAnswers: () => change(withoutAnswers), submit, backToDraft };
}
