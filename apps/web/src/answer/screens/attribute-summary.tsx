import type { SurveyForm } from '#survey-model';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import type { DraftRecord } from '../storage/answer-record.js';

interface AttributeSummaryProps {
  readonly form: SurveyForm;
  readonly draft: DraftRecord;
  readonly onEdit: () => void;
}

export function AttributeSummary({ form, draft, onEdit }: AttributeSummaryProps) {
  const messages = useMessages(answerMessages);
  return (
    <section aria-labelledby="summary-attributes">
      <h2 id="summary-attributes">{messages.attributesTitle}</h2>
      <dl className="answer-attributes">
        {form.attributes.map(({ key, label, values }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{values.find((value) => value.key === draft.attributes[key])?.label ?? messages.withhold}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="link-button" onClick={onEdit}>
        {messages.editAttributes}
      </button>
    </section>
  );
}
