import { useCallback } from 'react';
import type { CellScore, Results } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { Chart } from '../../../components/chart/chart.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { numberedItems } from '../view/item-list.js';
import { distributionOption } from './distribution-option.js';
import { DistributionTable } from './distribution-table.js';

interface DistributionCardProps {
  readonly results: Results;
  readonly cell: CellScore;
}

const ROW_PX = 34;

/** How the answers spread over the options, for the items whose group is large enough. */
export function DistributionCard({ results, cell }: DistributionCardProps) {
  const messages = useMessages(resultMessages);
  const { questionnaire } = results;
  const option = useCallback((width: number) => distributionOption(questionnaire, cell, width), [questionnaire, cell]);
  const shown = numberedItems(questionnaire).filter(({ code }) => cell.items.some((s) => s.item === code && s.counts));
  if (shown.length === 0) {
    return (
      <Card title={messages.distributionTitle}>
        <p>{messages.noDistribution(results.detailMinGroup)}</p>
      </Card>
    );
  }
  return (
    <Card title={messages.distributionTitle}>
      <Chart label={messages.distributionLabel} height={shown.length * ROW_PX + 88} option={option} />
      <details className="disclosure">
        <summary>{messages.showAsTable}</summary>
        <DistributionTable questionnaire={questionnaire} cell={cell} />
      </details>
    </Card>
  );
}
