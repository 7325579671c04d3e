import type { BallotFault } from '#ballot';
import type { Action } from '../../components/use-action.js';
import type { Step } from '../step.js';
import { AllQuestionsScreen } from './all-questions-screen.js';
import { AttributesScreen } from './attributes-screen.js';
import { CodeScreen } from './code-screen.js';
import { ConfirmScreen } from './confirm-screen.js';
import { QuestionScreen } from './question-screen.js';
import type { ScreenProps } from './screen-props.js';

interface DraftScreenProps extends ScreenProps {
  readonly step: Step;
  readonly submit: Action<[]>;
  readonly faults: readonly BallotFault[];
  readonly surveyId: string;
  readonly paper: boolean;
}

/** The screen of the step while the answers are a draft. */
export function DraftScreen({ step, submit, faults, surveyId, paper, ...screen }: DraftScreenProps) {
  if (step.name === 'code') return <CodeScreen {...screen} />;
  if (step.name === 'attributes') return <AttributesScreen {...screen} surveyId={surveyId} paper={paper} />;
  if (step.name === 'confirm') return <ConfirmScreen {...screen} submit={submit} faults={faults} />;
  const index = step.name === 'question' ? step.question : 0;
  if (screen.draft.layout === 'all') return <AllQuestionsScreen {...screen} index={index} />;
  return <QuestionScreen {...screen} index={index} />;
}
