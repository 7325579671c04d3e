import { useEffect } from 'react';
import { questionsOf } from '#survey-model';
import { Button } from '../../components/button.js';
import { ProgressBar } from '../../components/progress-bar.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { QuestionField } from '../questions/question-field.js';
import { withAnswer } from '../storage/answer-record.js';
import { LayoutSwitch } from './layout-switch.js';
import type { ScreenProps } from './screen-props.js';

interface AllQuestionsScreenProps extends ScreenProps {
  /** The question to bring into view, from 0. */
  readonly index: number;
}

export function AllQuestionsScreen({ form, draft, change, goTo, index }: AllQuestionsScreenProps) {
  const messages = useMessages(answerMessages);
  const questions = questionsOf(form.questionnaire);
  const answered = questions.filter((question) => draft.answers[question.code] !== undefined).length;
  useEffect(() => {
    const target = document.getElementById(`question-${index + 1}`);
    if (index === 0) window.scrollTo(0, 0);
    else target?.scrollIntoView({ block: 'start' });
    target?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
  }, [index]);
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        goTo({ name: 'attributes' });
      }}
    >
      <h1>{form.title}</h1>
      <div className="answer-progress answer-progress--sticky">
        <div className="answer-progress__head">
          <span>{messages.answered}</span>
          <span>{messages.position(answered, questions.length)}</span>
        </div>
        <ProgressBar label={messages.progress} value={answered} max={questions.length} />
      </div>
      <LayoutSwitch draft={draft} change={change} />
      {form.questionnaire.sections.map((section) => (
        <section key={section.key} className="answer-section">
          <h2>{section.title}</h2>
          {section.note && <p className="muted">{section.note}</p>}
          {section.questions.map((question) => (
            <div
              key={question.code}
              id={`question-${questions.indexOf(question) + 1}`}
              className="answer-section__item"
            >
              <QuestionField
                question={question}
                answer={draft.answers[question.code]}
                onAnswer={(answer) => change((now) => withAnswer(now, question.code, answer))}
                number={questions.indexOf(question) + 1}
                level={3}
              />
            </div>
          ))}
        </section>
      ))}
      <div className="answer-actions">
        <Button type="submit">{messages.toAttributes}</Button>
      </div>
    </form>
  );
}
