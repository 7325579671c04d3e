import { useState } from 'react';
import type { Results, TableRequest } from '../../../api-client/types.js';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { TableFrame } from '../../../components/table-frame.js';
import { useMessages } from '../../../language/language.js';
import { furtherTablesMessages } from '../../../messages/further-tables.js';
import { FigureNotes } from '../figures/figure-notes.js';
import { GroupScoreCells } from '../groups/group-score-cells.js';
import { GroupTableHead } from '../groups/group-table-head.js';
import { departmentLabel, furtherTableRows, tableName } from '../view/further-table.js';
import { hasEstimate } from '../view/result-cells.js';

interface ReleasedTableProps {
  readonly results: Results;
  readonly request: TableRequest;
}

const FIRST_ROWS = 60;

/** A further table that was released: its cells, hidden ones hatched with the reason. */
export function ReleasedTable({ results, request }: ReleasedTableProps) {
  const messages = useMessages(furtherTablesMessages);
  const [all, setAll] = useState(false);
  const rows = furtherTableRows(results, request);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  const name = tableName(results.attributes, request);
  const { departmentCode } = request;
  const only =
    departmentCode === null ? '' : ` (${messages.only(departmentLabel(results.attributes, departmentCode))})`;
  if (rows.length === 0) {
    return (
      <Card title={messages.resultTitle(name + only)}>
        <p>{messages.noRows}</p>
      </Card>
    );
  }
  return (
    <Card title={messages.resultTitle(name + only)}>
      <details className="disclosure">
        <summary>{messages.showTable(rows.length)}</summary>
        <TableFrame caption={messages.tableCaption(name)}>
          <GroupTableHead heading={name} results={results} />
          <tbody>
            {shown.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <span className="further-table__name">{row.label}</span>
                </th>
                <GroupScoreCells cell={row.cell} results={results} />
              </tr>
            ))}
          </tbody>
        </TableFrame>
        {shown.length < rows.length && (
          <Button kind="quiet" onClick={() => setAll(true)}>
            {messages.moreRows(rows.length - shown.length)}
          </Button>
        )}
        <FigureNotes detailMinGroup={results.detailMinGroup} estimates={rows.some(hasEstimate)} />
      </details>
    </Card>
  );
}
