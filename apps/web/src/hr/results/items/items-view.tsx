import { Card } from '../../../components/card.js';
import { EmptyState } from '../../../components/empty-state.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { FigureNotes } from '../figures/figure-notes.js';
import type { ResultScope } from '../result-scope.js';
import { DistributionCard } from './distribution-card.js';
import { ItemChart } from './item-chart.js';
import { ItemTable } from './item-table.js';

/** The items of everybody, by category: chart and table of the same figures, then the distributions. */
export function ItemsView({ results, cells }: ResultScope) {
  const messages = useMessages(resultMessages);
  const { whole } = cells;
  if (whole === null || results.questionnaire.scoring.items.length === 0) {
    return <EmptyState title={messages.noItems} />;
  }
  return (
    <>
      <Card title={messages.itemsTitle}>
        <ItemChart questionnaire={results.questionnaire} cell={whole} />
        <ItemTable results={results} cell={whole} />
        <FigureNotes detailMinGroup={results.detailMinGroup} differences={results.waves.length > 0} />
      </Card>
      <DistributionCard results={results} cell={whole} />
    </>
  );
}
