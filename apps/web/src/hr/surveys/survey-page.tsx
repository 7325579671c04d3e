import { useCallback } from 'react';
import { Link, useParams } from 'react-router';
import { getSurvey } from '../../api-client/surveys.js';
import { LoadView } from '../../components/load-view.js';
import { PageHead } from '../../components/page-head.js';
import { StateBadge } from '../../components/state-badge.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { SurveyFacts } from './survey-facts.js';
import { SurveyNextStep } from './survey-next-step.js';
import { SurveySteps } from './survey-steps.js';
import { SURVEY_TONE } from './survey-tone.js';
import { TallyProgress } from './tally-progress.js';

/** One survey: where it stands, what comes next, and what was fixed. */
export function SurveyPage() {
  const messages = useMessages(surveyMessages);
  const { id = '' } = useParams();
  const load = useCallback(() => getSurvey(id), [id]);
  const loaded = useLoad(load);
  return (
    <LoadView loaded={loaded}>
      {(survey) => (
        <>
          <PageHead
            title={survey.title}
            back={<Link to="/hr">{messages.backToList}</Link>}
            lead={survey.fiscalYearLabel}
            actions={<StateBadge tone={SURVEY_TONE[survey.state]}>{messages.state[survey.state]}</StateBadge>}
          />
          <SurveySteps survey={survey} />
          {survey.state === 'closed' && (
            <TallyProgress jobId={survey.tallyJobId} awaitingKey={survey.awaitingKey} onDone={loaded.reload} />
          )}
          <SurveyNextStep survey={survey} onChanged={loaded.reload} />
          <SurveyFacts survey={survey} />
        </>
      )}
    </LoadView>
  );
}
