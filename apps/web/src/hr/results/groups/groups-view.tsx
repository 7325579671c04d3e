import { Card } from '../../../components/card.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import type { ResultScope } from '../result-scope.js';
import { attributeOf, groupRows } from '../view/result-cells.js';
import { GroupTable } from './group-table.js';

/** 年齢層 and 任用形態. */
export function GroupsView({ results, cells }: ResultScope) {
  const messages = useMessages(resultMessages);
  return (['ageBand', 'employmentType'] as const).map((key) => {
    const label = attributeOf(results, key)?.label;
    if (label === undefined) return null;
    const rows = groupRows(results, cells, key).filter((row) => row.cell !== null);
    return (
      <Card key={key} title={messages.groupTitle(label)}>
        <GroupTable results={results} cells={cells} rows={rows} heading={label} />
      </Card>
    );
  });
}
