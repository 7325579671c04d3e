import { questionsOf } from '#survey-model';
import type { BallotFault } from '#ballot';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import type { Action } from '../../components/use-action.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { AnswerSummary } from './answer-summary.js';
import { AttributeSummary } from './attribute-summary.js';
import type { ScreenProps } from './screen-props.js';
import { useScreenFocus } from './use-screen-focus.js';

interface ConfirmScreenProps extends ScreenProps {
  readonly submit: Action<[]>;
  readonly faults: readonly BallotFault[];
}

export function ConfirmScreen({ form, draft, goTo, submit, faults }: ConfirmScreenProps) {
  const messages = useMessages(answerMessages);
  const { language } = useLanguage();
  const element = useScreenFocus<HTMLDivElement>('confirm');
  const questions = questionsOf(form.questionnaire);
  const placeOf = (field: string): string => {
    const index = questions.findIndex(({ code }) => field === `answers.${code}`);
    return index >= 0 ? messages.questionNumber(index + 1) : field;
  };
  const blanks = questions.filter(({ code, type }) => type !== 'free-text' && draft.answers[code] === undefined);
  return (
    <div ref={element} className="answer-form">
      <h1 tabIndex={-1}>{messages.confirmTitle}</h1>
      <p>{messages.confirmLead}</p>
      {blanks.length > 0 && <Notice kind="info" title={messages.blanks(blanks.length)} />}
      <AnswerSummary form={form} draft={draft} onEdit={(question) => goTo({ name: 'question', question })} />
      <AttributeSummary form={form} draft={draft} onEdit={() => goTo({ name: 'attributes' })} />
      {faults.length > 0 && (
        <Notice kind="error" title={messages.faults}>
          <ul className="notice__list">
            {faults.map((fault) => (
              <li key={fault.field}>{`${placeOf(fault.field)}: ${fault[language]}`}</li>
            ))}
          </ul>
        </Notice>
      )}
      {submit.problem && <ProblemNotice problem={submit.problem} />}
      <p className="muted">{messages.sendNote}</p>
      <div className="answer-actions">
        <Button kind="secondary" onClick={() => goTo({ name: 'attributes' })}>
          {messages.back}
        </Button>
        <Button busy={submit.busy} onClick={() => void submit.run()}>
          {messages.send}
        </Button>
      </div>
    </div>
  );
}
