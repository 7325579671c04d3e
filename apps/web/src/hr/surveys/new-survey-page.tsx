import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { withOrganisation, type Questionnaire } from '#survey-model';
import { createSurvey } from '../../api-client/surveys.js';
import type { SurveyDraft } from '../../api-client/types.js';
import { PageHead } from '../../components/page-head.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { useSession } from '../../session/session.js';
import { newSurveyDraft } from './draft-values.js';
import { QuestionnairePicker } from './questionnaire-picker.js';
import { SurveyForm } from './survey-form.js';

/** First the questionnaire, then everything else. */
export function NewSurveyPage() {
  const messages = useMessages(surveyMessages);
  const { session } = useSession();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<SurveyDraft | null>(null);
  const choose = (questionnaire: Questionnaire): void => {
    const { title } = withOrganisation(questionnaire, session.organisation ?? '');
    setDraft(newSurveyDraft(session.today, title, questionnaire));
    window.scrollTo(0, 0);
  };
  const save = async (edited: SurveyDraft): Promise<void> => {
    const created = await createSurvey(edited);
    await navigate(`/hr/surveys/${created.id}`);
  };
  return (
    <div className="medium">
      <PageHead
        title={messages.newTitle}
        back={<Link to="/hr">{messages.backToList}</Link>}
        lead={draft ? messages.newLead : messages.chooseLead}
      />
      {draft === null ? (
        <QuestionnairePicker onChoose={choose} />
      ) : (
        <SurveyForm initial={draft} onSave={save} onAnotherQuestionnaire={() => setDraft(null)} />
      )}
    </div>
  );
}
