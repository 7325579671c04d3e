import { Card } from '../../../components/card.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import type { ResultScope } from '../result-scope.js';
import { groupRows } from '../view/result-cells.js';
import { DepartmentTree } from './department-tree.js';

interface DepartmentsViewProps extends ResultScope {
  readonly addressOf: (code: string) => string;
}

export function DepartmentsView({ results, cells, addressOf }: DepartmentsViewProps) {
  const messages = useMessages(resultMessages);
  return (
    <Card title={messages.departmentsTitle}>
      <p className="muted">{messages.departmentsLead}</p>
      <DepartmentTree
        results={results}
        cells={cells}
        rows={groupRows(results, cells, 'department')}
        addressOf={addressOf}
      />
    </Card>
  );
}
