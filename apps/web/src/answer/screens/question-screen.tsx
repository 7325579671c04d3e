import { questionsOf } from '#survey-model';
import { Button } from '../../components/button.js';
import { ProgressBar } from '../../components/progress-bar.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { QuestionField } from '../questions/question-field.js';
import { withAnswer } from '../storage/answer-record.js';
import { LayoutSwitch } from './layout-switch.js';
import type { ScreenProps } from './screen-props.js';
import { useScreenFocus } from './use-screen-focus.js';

interface QuestionScreenProps extends ScreenProps {
  /** From 0. */
  readonly index: number;
}

/** One item per screen. Enter goes on, digits choose. */
export function QuestionScreen({ form, draft, change, goTo, index }: QuestionScreenProps) {
  const messages = useMessages(answerMessages);
  const questions = questionsOf(form.questionnaire);
  const question = questions[index];
  const section = form.questionnaire.sections.find((part) => question && part.questions.includes(question));
  const element = useScreenFocus<HTMLFormElement>(`q${index}`);
  if (!question) return null;
  const last = index === questions.length - 1;
  const next = (): void => goTo(last ? { name: 'attributes' } : { name: 'question', question: index + 1 });
  return (
    <form
      ref={element}
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
      onKeyDown={(event) => {
        // A radio or checkbox does not submit everywhere on Enter; buttons and texts keep their own meaning of it.
        const { target } = event;
        const goesOn = target instanceof HTMLInputElement || target instanceof HTMLHeadingElement;
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || !goesOn) return;
        event.preventDefault();
        next();
      }}
    >
      <div className="answer-progress">
        <div className="answer-progress__head">
          <span>{section?.title}</span>
          <span>{messages.position(index + 1, questions.length)}</span>
        </div>
        <ProgressBar label={messages.progress} value={index + 1} max={questions.length + 1} />
      </div>
      <QuestionField
        key={question.code}
        question={question}
        answer={draft.answers[question.code]}
        onAnswer={(answer) => change((now) => withAnswer(now, question.code, answer))}
        number={index + 1}
        level={1}
      />
      <p className="answer-keys muted">{messages.keys}</p>
      <div className="answer-actions">
        <Button
          kind="secondary"
          onClick={() => goTo(index === 0 ? { name: 'intro' } : { name: 'question', question: index - 1 })}
        >
          {messages.back}
        </Button>
        <Button type="submit">{last ? messages.toAttributes : messages.next}</Button>
      </div>
      <LayoutSwitch draft={draft} change={change} />
    </form>
  );
}
