import type { Entry } from '../load-entry.js';
import type { AcceptedRecord } from '../storage/answer-record.js';
import type { Answering } from '../use-answering.js';
import { PaperAcceptedScreen } from './paper-accepted-screen.js';
import { ThanksScreen } from './thanks-screen.js';

interface AcceptedScreenProps {
  readonly entry: Entry;
  readonly accepted: AcceptedRecord;
  readonly answering: Answering;
}

export function AcceptedScreen({ entry, accepted, answering }: AcceptedScreenProps) {
  if (!entry.address.paper) return <ThanksScreen entry={entry} accepted={accepted} answering={answering} />;
  return <PaperAcceptedScreen surveyId={entry.address.surveyId} onNext={answering.restart} />;
}
