import type { CellScore, Results } from '../../../api-client/types.js';
import { TableFrame } from '../../../components/table-frame.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { DifferenceMark } from '../figures/difference-mark.js';
import { FigureName, figureRowClass } from '../figures/figure-name.js';
import { ScoreText } from '../score-text.js';
import { trendRows } from '../view/trend-rows.js';
import { TrendHead } from './trend-head.js';

interface TrendTableProps {
  readonly results: Results;
  readonly cell: CellScore;
}

/** Overall score, categories and items of one group over all surveys. */
export function TrendTable({ results, cell }: TrendTableProps) {
  const messages = useMessages(statisticsMessages);
  const { overall } = useMessages(resultMessages);
  return (
    <TableFrame caption={messages.trend.caption} className="trend">
      <TrendHead heading={messages.trend.figure} results={results} />
      <tbody>
        {trendRows(results.questionnaire, cell).map((row) => (
          <tr key={`${row.kind} ${row.code}`} className={figureRowClass(row.kind)}>
            <th scope="row">
              <FigureName name={row.kind === 'overall' ? overall : row.name} number={row.number} />
            </th>
            {row.means.map((mean, at) => (
              <td key={at} className="number">
                <ScoreText mean={mean} />
              </td>
            ))}
            <td className="number">
              <DifferenceMark difference={row.change} against="previous" />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
