import { useCallback } from 'react';
import type { CellScore, Results } from '../../../api-client/types.js';
import { Chart } from '../../../components/chart/chart.js';
import { Card } from '../../../components/card.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { FigureNotes } from '../figures/figure-notes.js';
import type { ResultScope } from '../result-scope.js';
import { TREND_CHART_PX, trendChartOption } from './trend-chart-option.js';
import { TrendDepartmentsCard } from './trend-departments-card.js';
import { TrendGroupsCard } from './trend-groups-card.js';
import { TrendTable } from './trend-table.js';

/** Earlier surveys beside the current one: everybody, positions, departments. */
export function TrendView({ results, cells }: ResultScope) {
  const messages = useMessages(statisticsMessages);
  return (
    <>
      {cells.whole && (
        <Card title={messages.trend.title}>
          <TrendTable results={results} cell={cells.whole} />
          <FigureNotes detailMinGroup={results.detailMinGroup} intervals={false} />
          <TrendChart results={results} whole={cells.whole} />
        </Card>
      )}
      <TrendGroupsCard results={results} cells={cells} />
      <TrendDepartmentsCard results={results} cells={cells} />
    </>
  );
}

function TrendChart({ results, whole }: { readonly results: Results; readonly whole: CellScore }) {
  const messages = useMessages(statisticsMessages);
  const { overall } = useMessages(resultMessages);
  const option = useCallback(
    (width: number) => trendChartOption(results, whole, overall, width),
    [results, whole, overall],
  );
  return <Chart label={messages.trend.chartLabel} height={TREND_CHART_PX} option={option} />;
}
