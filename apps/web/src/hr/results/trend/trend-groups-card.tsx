import { Card } from '../../../components/card.js';
import { TableFrame } from '../../../components/table-frame.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import type { ResultScope } from '../result-scope.js';
import { attributeOf, groupRows } from '../view/result-cells.js';
import { TrendGroupCells } from './trend-group-cells.js';
import { TrendHead } from './trend-head.js';
import { TrendNotes } from './trend-notes.js';

/** Positions over all surveys. */
export function TrendGroupsCard({ results, cells }: ResultScope) {
  const { trend } = useMessages(statisticsMessages);
  const { whole } = useMessages(resultMessages);
  const label = attributeOf(results, 'position')?.label;
  const rows = groupRows(results, cells, 'position').filter(({ cell }) => cell !== null);
  if (label === undefined || rows.length === 0) return null;
  return (
    <Card title={trend.groupsTitle(label)}>
      <TableFrame caption={trend.groupsCaption(label)} className="trend group-table">
        <TrendHead heading={label} results={results} />
        <tbody>
          <tr className="table__whole">
            <th scope="row">{whole}</th>
            <TrendGroupCells results={results} cell={cells.whole} />
          </tr>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <TrendGroupCells results={results} cell={row.cell} />
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <TrendNotes detailMinGroup={results.detailMinGroup} />
    </Card>
  );
}
