import { Card } from '../../../components/card.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { GroupTable } from '../groups/group-table.js';
import type { ResultScope } from '../result-scope.js';
import { attributeOf, groupRows } from '../view/result-cells.js';

interface DepartmentPositionsProps extends ResultScope {
  readonly code: string;
}

/** Department × position, which a release holds for the top level only; nothing for other departments. */
export function DepartmentPositions({ results, cells, code }: DepartmentPositionsProps) {
  const messages = useMessages(resultMessages);
  const definition = attributeOf(results, 'position');
  const rows = groupRows(results, cells, 'position', { department: code }).filter((row) => row.cell !== null);
  if (!definition || rows.length === 0) return null;
  return (
    <Card title={messages.groupTitle(definition.label)}>
      <GroupTable results={results} cells={cells} rows={rows} heading={definition.label} />
    </Card>
  );
}
