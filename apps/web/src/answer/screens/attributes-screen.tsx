import { questionsOf, type AttributeKey } from '#survey-model';
import { Button } from '../../components/button.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { CombinationMeter } from './combination-meter.js';
import { AttributeField } from './attribute-field.js';
import type { ScreenProps } from './screen-props.js';
import { useScreenFocus } from './use-screen-focus.js';

interface AttributesScreenProps extends ScreenProps {
  readonly surveyId: string;
  readonly paper: boolean;
}

/** 属性: prefilled from the person's own record; each can be changed or withheld. */
export function AttributesScreen({ form, draft, change, goTo, surveyId, paper }: AttributesScreenProps) {
  const messages = useMessages(answerMessages);
  const element = useScreenFocus<HTMLFormElement>('attributes');
  const declare = (key: AttributeKey, value: string | undefined): void =>
    change((now) => {
      const rest = Object.fromEntries(Object.entries(now.attributes).filter(([known]) => known !== key));
      return { ...now, attributes: value === undefined ? rest : { ...rest, [key]: value } };
    });
  const lastQuestion = questionsOf(form.questionnaire).length - 1;
  return (
    <form
      ref={element}
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        goTo({ name: 'confirm' });
      }}
    >
      <h1 tabIndex={-1}>{messages.attributesTitle}</h1>
      <p>{paper ? messages.attributesPaperLead : messages.attributesLead(form.minGroup)}</p>
      <div className="stack">
        {form.attributes.map((definition) => (
          <AttributeField
            key={definition.key}
            definition={definition}
            value={draft.attributes[definition.key]}
            onChange={(value) => declare(definition.key, value)}
          />
        ))}
      </div>
      {!paper && (
        <CombinationMeter
          surveyId={surveyId}
          form={form}
          attributes={draft.attributes}
          onChoose={(attributes) => change((now) => ({ ...now, attributes }))}
        />
      )}
      <div className="answer-actions">
        <Button kind="secondary" onClick={() => goTo({ name: 'question', question: lastQuestion })}>
          {messages.back}
        </Button>
        <Button type="submit">{messages.toConfirm}</Button>
      </div>
    </form>
  );
}
