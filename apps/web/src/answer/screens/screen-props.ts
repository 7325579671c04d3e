import type { SurveyForm } from '#survey-model';
import type { Step } from '../step.js';
import type { DraftRecord } from '../storage/answer-record.js';

/** What every screen of the draft gets. */
export interface ScreenProps {
  readonly form: SurveyForm;
  readonly draft: DraftRecord;
  readonly change: (update: (draft: DraftRecord) => DraftRecord) => void;
  readonly goTo: (step: Step, replace?: boolean) => void;
}
