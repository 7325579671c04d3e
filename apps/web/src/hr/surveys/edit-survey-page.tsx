import { useCallback } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { getSurvey, updateSurvey } from '../../api-client/surveys.js';
import type { SurveyDraft } from '../../api-client/types.js';
import { LoadView } from '../../components/load-view.js';
import { Notice } from '../../components/notice.js';
import { PageHead } from '../../components/page-head.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { draftOf } from './draft-values.js';
import { SurveyForm } from './survey-form.js';

export function EditSurveyPage() {
  const messages = useMessages(surveyMessages);
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const load = useCallback(() => getSurvey(id), [id]);
  const loaded = useLoad(load);
  const page = `/hr/surveys/${id}`;
  const save = async (edited: SurveyDraft): Promise<void> => {
    await updateSurvey(id, edited);
    await navigate(page);
  };
  return (
    <div className="medium">
      <PageHead title={messages.editTitle} back={<Link to={page}>{messages.backToSurvey}</Link>} />
      <LoadView loaded={loaded}>
        {(survey) =>
          survey.state === 'draft' ? (
            <SurveyForm initial={draftOf(survey)} onSave={save} />
          ) : (
            <Notice kind="warning" title={messages.notDraft} />
          )
        }
      </LoadView>
    </div>
  );
}
