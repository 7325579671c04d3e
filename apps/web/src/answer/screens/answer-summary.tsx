import { questionsOf, type SurveyForm } from '#survey-model';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { answerText } from '../questions/answer-text.js';
import type { DraftRecord } from '../storage/answer-record.js';

interface AnswerSummaryProps {
  readonly form: SurveyForm;
  readonly draft: DraftRecord;
  /** The question to go back to, from 0. */
  readonly onEdit: (question: number) => void;
}

export function AnswerSummary({ form, draft, onEdit }: AnswerSummaryProps) {
  const messages = useMessages(answerMessages);
  return (
    <section aria-labelledby="summary-answers">
      <h2 id="summary-answers">{messages.yourAnswers}</h2>
      <ol className="answer-summary">
        {questionsOf(form.questionnaire).map((question, index) => {
          const answer = draft.answers[question.code];
          const text = answerText(question, answer);
          return (
            <li key={question.code}>
              <p className="answer-summary__question">{question.text}</p>
              <p className={text === null ? 'answer-summary__answer muted' : 'answer-summary__answer'}>
                {text ?? (answer === null ? messages.withhold : messages.blank)}
              </p>
              <button
                type="button"
                className="link-button"
                aria-label={messages.editQuestion(index + 1)}
                onClick={() => onEdit(index)}
              >
                {messages.edit}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
