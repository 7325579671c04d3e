import { useState } from 'react';
import { questionsOf, withOrganisation, type Answer, type Questionnaire } from '#survey-model';
import { QuestionField } from '../../answer/questions/question-field.js';
import { Button } from '../../components/button.js';
import { Dialog } from '../../components/dialog.js';
import { useMessages } from '../../language/language.js';
import { shellMessages } from '../../messages/shell.js';
import { surveyMessages } from '../../messages/survey.js';
import { useSession } from '../../session/session.js';

interface QuestionnairePreviewProps {
  readonly questionnaire: Questionnaire;
  readonly onClose: () => void;
}

/** The questions as staff will see them. Nothing that is clicked here is kept. */
export function QuestionnairePreview({ questionnaire, onClose }: QuestionnairePreviewProps) {
  const messages = useMessages(surveyMessages);
  const { close } = useMessages(shellMessages);
  const { session } = useSession();
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer | undefined>>>({});
  const shown = withOrganisation(questionnaire, session.organisation ?? '');
  const questions = questionsOf(shown);
  return (
    <Dialog title={messages.previewTitle} onClose={onClose} wide>
      <p className="muted">{messages.previewLead}</p>
      {shown.sections.map((section) => (
        <section key={section.key} className="answer-section">
          <h3>{section.title}</h3>
          {section.note && <p className="muted">{section.note}</p>}
          {section.questions.map((question) => (
            <div key={question.code} className="answer-section__item">
              <QuestionField
                question={question}
                answer={answers[question.code]}
                onAnswer={(answer) => setAnswers((before) => ({ ...before, [question.code]: answer }))}
                number={questions.indexOf(question) + 1}
                level={3}
              />
            </div>
          ))}
        </section>
      ))}
      <div className="dialog__actions">
        <Button onClick={onClose}>{close}</Button>
      </div>
    </Dialog>
  );
}
