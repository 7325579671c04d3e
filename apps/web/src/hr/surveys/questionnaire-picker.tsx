import { questionsOf, withOrganisation, type Questionnaire } from '#survey-model';
import { listQuestionnaires } from '../../api-client/surveys.js';
import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { LoadView } from '../../components/load-view.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { useSession } from '../../session/session.js';
import { QuestionnaireUpload } from './questionnaire-upload.js';

export function QuestionnairePicker({ onChoose }: { readonly onChoose: (questionnaire: Questionnaire) => void }) {
  const messages = useMessages(surveyMessages);
  const { session } = useSession();
  const loaded = useLoad(listQuestionnaires);
  return (
    <>
      <LoadView loaded={loaded}>
        {(summaries) => (
          <ul className="plain-list stack">
            {summaries.map(({ key, questionnaire }) => (
              <li key={key}>
                <Card title={withOrganisation(questionnaire, session.organisation ?? '').title}>
                  <p>
                    {messages.questionCounts(questionsOf(questionnaire).length, questionnaire.scoring.items.length)}
                  </p>
                  {questionnaire.attribution && <p className="muted">{questionnaire.attribution}</p>}
                  <div className="card__foot">
                    <Button onClick={() => onChoose(questionnaire)}>{messages.useThis}</Button>
                  </div>
                </Card>
              </li>
            ))}
          </ul>
        )}
      </LoadView>
      <QuestionnaireUpload onChoose={onChoose} />
    </>
  );
}
