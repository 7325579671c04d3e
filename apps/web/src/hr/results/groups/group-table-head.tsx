import type { Questionnaire } from '#survey-model';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';

interface GroupTableHeadProps {
  readonly heading: string;
  readonly questionnaire: Questionnaire;
}

export function GroupTableHead({ heading, questionnaire }: GroupTableHeadProps) {
  const messages = useMessages(resultMessages);
  return (
    <thead>
      <tr>
        <th scope="col">{heading}</th>
        <th scope="col" className="number">
          {messages.n}
        </th>
        <th scope="col" className="number">
          {messages.overall}
        </th>
        <th scope="col">{messages.band}</th>
        {questionnaire.scoring.categories.map((category) => (
          <th key={category.key} scope="col" className="category-head">
            {category.name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
