import { useCallback } from 'react';
import type { Programme } from '../../api-client/types.js';
import { Chart } from '../../components/chart/chart.js';
import { useMessages } from '../../language/language.js';
import { trainingMessages } from '../../messages/training.js';
import { planChartOption } from './plan-chart-option.js';

const HEIGHT_PX = 400;

export function PlanChart({ programme }: { readonly programme: Programme }) {
  const messages = useMessages(trainingMessages);
  const option = useCallback(
    () => planChartOption(programme, { plan: messages.cumulativePlan, actual: messages.cumulativeActual }),
    [programme, messages],
  );
  return <Chart label={messages.chartLabel(programme.name)} height={HEIGHT_PX} option={option} />;
}
