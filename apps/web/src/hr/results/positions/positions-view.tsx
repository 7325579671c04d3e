import { Card } from '../../../components/card.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { GroupTable } from '../groups/group-table.js';
import type { ResultScope } from '../result-scope.js';
import { attributeOf, groupRows } from '../view/result-cells.js';
import { HeatLegend } from './heat-legend.js';
import { HeatTable } from './heat-table.js';

export function PositionsView({ results, cells }: ResultScope) {
  const messages = useMessages(resultMessages);
  const rows = groupRows(results, cells, 'position').filter((row) => row.cell !== null);
  const label = attributeOf(results, 'position')?.label ?? messages.views.positions;
  return (
    <>
      <Card title={messages.heatTitle}>
        <HeatLegend questionnaire={results.questionnaire} minGroup={results.minGroup} />
        <HeatTable results={results} whole={cells.whole} groups={rows} />
      </Card>
      <Card title={messages.groupTitle(label)}>
        <GroupTable results={results} cells={cells} rows={rows} heading={label} />
      </Card>
    </>
  );
}
