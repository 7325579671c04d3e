import type { Entry } from '../load-entry.js';
import { PaperAcceptedScreen } from './paper-accepted-screen.js';
import { ThanksScreen } from './thanks-screen.js';

interface AcceptedScreenProps {
  readonly entry: Entry;
  readonly markDone: () => Promise<void>;
  readonly onMarked: () => void;
  /** Begins the next paper answer. */
  readonly onNext: () => void;
}

export function AcceptedScreen({ entry, markDone, onMarked, onNext }: AcceptedScreenProps) {
  const { address, ballotSurvey } = entry;
  if (!address.paper) {
    return <ThanksScreen minGroup={ballotSurvey.form.minGroup} markDone={markDone} onMarked={onMarked} />;
  }
  const next = (): void => {
    onMarked();
    onNext();
  };
  return <PaperAcceptedScreen surveyId={address.surveyId} onNext={next} />;
}
