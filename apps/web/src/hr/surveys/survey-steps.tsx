import { SURVEY_STATES, type SurveyState } from '#survey-model';
import type { Survey } from '../../api-client/types.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';

/** The way of a survey from draft to release. Paper entry is a step only where a date for it is set. */
export function SurveySteps({ survey }: { readonly survey: Survey }) {
  const messages = useMessages(surveyMessages);
  const withPaper = survey.paperUntil !== null || survey.state === 'paper-entry';
  const steps = SURVEY_STATES.filter((state) => state !== 'paper-entry' || withPaper);
  const at = steps.indexOf(survey.state);
  const place = (state: SurveyState): 'past' | 'now' | 'ahead' => {
    const index = steps.indexOf(state);
    return index < at ? 'past' : index === at ? 'now' : 'ahead';
  };
  return (
    <ol className="steps" aria-label={messages.stepsLabel}>
      {steps.map((state, index) => (
        <li
          key={state}
          className={`steps__item steps__item--${place(state)}`}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="steps__number" aria-hidden="true">
            {index < at ? '✓' : index + 1}
          </span>
          {messages.state[state]}
          {index < at && <span className="visually-hidden">{messages.stepDone}</span>}
        </li>
      ))}
    </ol>
  );
}
