import { WITHHELD } from '#survey-model';
import { Link } from 'react-router';
import { Card } from '../../../components/card.js';
import { TableFrame } from '../../../components/table-frame.js';
import { ExpandAllButton } from '../../../components/tree/expand-all-button.js';
import { TreeCell } from '../../../components/tree/tree-cell.js';
import { visibleRows } from '../../../components/tree/tree-rows.js';
import { useExpanded } from '../../../components/tree/use-expanded.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import type { ResultScope } from '../result-scope.js';
import { groupRows } from '../view/result-cells.js';
import { viewAddress } from '../view/results-address.js';
import { TrendGroupCells } from './trend-group-cells.js';
import { TrendHead } from './trend-head.js';
import { TrendNotes } from './trend-notes.js';

/** Departments of the current tree over all surveys. */
export function TrendDepartmentsCard({ results, cells }: ResultScope) {
  const { trend } = useMessages(statisticsMessages);
  const { department, whole } = useMessages(resultMessages);
  const rows = groupRows(results, cells, 'department');
  const expanded = useExpanded(rows);
  return (
    <Card title={trend.groupsTitle(department)}>
      <ExpandAllButton expanded={expanded} />
      <TableFrame caption={trend.groupsCaption(department)} className="trend">
        <TrendHead heading={department} results={results} />
        <tbody>
          <tr className="table__whole">
            <th scope="row">{whole}</th>
            <TrendGroupCells results={results} cell={cells.whole} />
          </tr>
          {visibleRows(rows, expanded.keys).map((row) => (
            <tr key={row.node.key}>
              <TreeCell row={row} label={row.node.label} onToggle={expanded.toggle}>
                {row.node.key !== WITHHELD && (
                  <Link to={viewAddress('departments', row.node.key)}>{row.node.label}</Link>
                )}
              </TreeCell>
              <TrendGroupCells results={results} cell={row.node.cell} />
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <TrendNotes detailMinGroup={results.detailMinGroup} />
    </Card>
  );
}
