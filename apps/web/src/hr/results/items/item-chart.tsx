import { useCallback } from 'react';
import type { Questionnaire } from '#survey-model';
import type { CellScore } from '../../../api-client/types.js';
import { Chart } from '../../../components/chart/chart.js';
import { useMessages } from '../../../language/language.js';
import { bandMessages } from '../../../messages/band.js';
import { resultMessages } from '../../../messages/result.js';
import { numberedItems } from '../view/item-list.js';
import { itemChartOption } from './item-chart-option.js';

interface ItemChartProps {
  readonly questionnaire: Questionnaire;
  readonly cell: CellScore;
}

const ROW_PX = 34;

export function ItemChart({ questionnaire, cell }: ItemChartProps) {
  const messages = useMessages(resultMessages);
  const bandWords = useMessages(bandMessages);
  const option = useCallback(
    (width: number) => itemChartOption(questionnaire, cell, bandWords, width),
    [questionnaire, cell, bandWords],
  );
  const height = numberedItems(questionnaire).length * ROW_PX + 64;
  return <Chart label={messages.itemChartLabel} height={height} option={option} />;
}
