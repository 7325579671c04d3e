import type { Results } from '../../../api-client/types.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';

interface GroupTableHeadProps {
  readonly heading: string;
  readonly results: Results;
}

export function GroupTableHead({ heading, results }: GroupTableHeadProps) {
  const messages = useMessages(resultMessages);
  const statistics = useMessages(statisticsMessages);
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
        <th scope="col" className="number">
          {statistics.rest}
        </th>
        {results.waves.length > 0 && (
          <th scope="col" className="number">
            {statistics.previous}
          </th>
        )}
        {results.questionnaire.scoring.categories.map((category) => (
          <th key={category.key} scope="col" className="category-head">
            {category.name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
