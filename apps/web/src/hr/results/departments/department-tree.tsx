import { WITHHELD } from '#survey-model';
import { Link } from 'react-router';
import { TableFrame } from '../../../components/table-frame.js';
import { ExpandAllButton } from '../../../components/tree/expand-all-button.js';
import { TreeCell } from '../../../components/tree/tree-cell.js';
import { visibleRows } from '../../../components/tree/tree-rows.js';
import { useExpanded } from '../../../components/tree/use-expanded.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { FigureNotes } from '../figures/figure-notes.js';
import { GroupScoreCells } from '../groups/group-score-cells.js';
import { GroupTableHead } from '../groups/group-table-head.js';
import type { ResultScope } from '../result-scope.js';
import { hasEstimate, type GroupRow } from '../view/result-cells.js';

interface DepartmentTreeProps extends ResultScope {
  readonly rows: readonly GroupRow[];
  readonly addressOf: (code: string) => string;
}

export function DepartmentTree({ results, cells, rows, addressOf }: DepartmentTreeProps) {
  const messages = useMessages(resultMessages);
  const expanded = useExpanded(rows);
  return (
    <>
      <ExpandAllButton expanded={expanded} />
      <TableFrame caption={messages.groupCaption(messages.department)}>
        <GroupTableHead heading={messages.department} results={results} />
        <tbody>
          <tr className="table__whole">
            <th scope="row">{messages.whole}</th>
            <GroupScoreCells cell={cells.whole} results={results} />
          </tr>
          {visibleRows(rows, expanded.keys).map((row) => (
            <tr key={row.node.key}>
              <TreeCell row={row} label={row.node.label} onToggle={expanded.toggle}>
                {row.node.key !== WITHHELD && <Link to={addressOf(row.node.key)}>{row.node.label}</Link>}
              </TreeCell>
              <GroupScoreCells cell={row.node.cell} results={results} />
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <FigureNotes detailMinGroup={results.detailMinGroup} estimates={rows.some(hasEstimate)} />
    </>
  );
}
