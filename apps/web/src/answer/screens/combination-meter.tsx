import { useCallback } from 'react';
import type { DeclaredAttributes, SurveyForm } from '#survey-model';
import { getAttributeCounts } from '../../api-client/answering.js';
import { Notice } from '../../components/notice.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { coarserChoices, peopleSharing } from '../combination.js';

interface CombinationMeterProps {
  readonly surveyId: string;
  readonly form: SurveyForm;
  readonly attributes: DeclaredAttributes;
  readonly onChoose: (attributes: DeclaredAttributes) => void;
}

/** 「この組合せは n 人」, computed in the browser; under k it offers to say less. */
export function CombinationMeter({ surveyId, form, attributes, onChoose }: CombinationMeterProps) {
  const messages = useMessages(answerMessages);
  const { data } = useLoad(useCallback(() => getAttributeCounts(surveyId), [surveyId]));
  if (data === null) return null;
  const people = peopleSharing(data, attributes, form.attributes);
  if (people >= form.minGroup) return <p role="status">{messages.combination(people)}</p>;
  const labelOf = (key: string): string => form.attributes.find((each) => each.key === key)?.label ?? key;
  return (
    <Notice kind="warning" title={messages.combination(people)} live>
      <p>{messages.combinationSmall(form.minGroup)}</p>
      <ul className="plain-list stack">
        {coarserChoices(data, attributes, form.attributes)
          .slice(0, 4)
          .map(({ attribute, value, label, people: more }) => (
            <li key={`${attribute} ${value}`}>
              <button
                type="button"
                className="link-button"
                onClick={() => onChoose({ ...attributes, [attribute]: value })}
              >
                {messages.coarser(labelOf(attribute), label ?? messages.withhold, more)}
              </button>
            </li>
          ))}
      </ul>
    </Notice>
  );
}
