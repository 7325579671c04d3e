import type { Results } from '../../../api-client/types.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { oldestFirst } from '../view/trend-rows.js';

interface TrendHeadProps {
  readonly heading: string;
  readonly results: Results;
}

/** One column a survey from the oldest to the current one, then the change. */
export function TrendHead({ heading, results }: TrendHeadProps) {
  const messages = useMessages(statisticsMessages);
  return (
    <thead>
      <tr>
        <th scope="col">{heading}</th>
        {[...oldestFirst(results.waves), results].map(({ surveyId, fiscalYearLabel, answered, responseRate }) => (
          <th key={surveyId} scope="col" className="number">
            {fiscalYearLabel}
            <span className="table__sub">{messages.trend.responses(formatCount(answered), responseRate)}</span>
          </th>
        ))}
        <th scope="col" className="number">
          {messages.previous}
        </th>
      </tr>
    </thead>
  );
}
