import type { ReactNode } from 'react';
import type { Results } from '../../../api-client/types.js';
import { TableFrame } from '../../../components/table-frame.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { FigureNotes } from '../figures/figure-notes.js';
import { hasEstimate, type GroupRow, type ResultCells } from '../view/result-cells.js';
import { GroupScoreCells } from './group-score-cells.js';
import { GroupTableHead } from './group-table-head.js';

interface GroupTableProps {
  readonly results: Results;
  readonly cells: ResultCells;
  readonly rows: readonly GroupRow[];
  /** Name of the attribute. */
  readonly heading: string;
  readonly labelOf?: (row: GroupRow) => ReactNode;
}

/** Groups of one attribute beside everybody: respondents, overall score, band and categories. */
export function GroupTable({ results, cells, rows, heading, labelOf }: GroupTableProps) {
  const messages = useMessages(resultMessages);
  return (
    <>
      <TableFrame caption={messages.groupCaption(heading)} className="group-table">
        <GroupTableHead heading={heading} results={results} />
        <tbody>
          <tr className="table__whole">
            <th scope="row">{messages.whole}</th>
            <GroupScoreCells cell={cells.whole} results={results} />
          </tr>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{labelOf ? labelOf(row) : row.label}</th>
              <GroupScoreCells cell={row.cell} results={results} />
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <FigureNotes detailMinGroup={results.detailMinGroup} estimates={rows.some(hasEstimate)} />
    </>
  );
}
