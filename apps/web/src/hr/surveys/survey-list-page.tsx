import { Link } from 'react-router';
import { listSurveys } from '../../api-client/surveys.js';
import { EmptyState } from '../../components/empty-state.js';
import { LoadView } from '../../components/load-view.js';
import { PageHead } from '../../components/page-head.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { SurveyListItem } from './survey-list-item.js';

export function SurveyListPage() {
  const messages = useMessages(surveyMessages);
  const loaded = useLoad(listSurveys);
  const create = (
    <Link to="/hr/surveys/new" className="button button--primary">
      {messages.create}
    </Link>
  );
  return (
    <>
      <PageHead title={messages.listTitle} actions={create} />
      <LoadView loaded={loaded}>
        {(surveys) =>
          surveys.length === 0 ? (
            <EmptyState title={messages.noSurveys}>
              <p>{messages.noSurveysLead}</p>
              <Link to="/hr/roster" className="button button--secondary">
                {messages.toRoster}
              </Link>
            </EmptyState>
          ) : (
            <ul className="plain-list stack">
              {surveys.map((survey) => (
                <li key={survey.id}>
                  <SurveyListItem survey={survey} />
                </li>
              ))}
            </ul>
          )
        }
      </LoadView>
    </>
  );
}
