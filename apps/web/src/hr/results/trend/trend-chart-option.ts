import type { CellScore, Results } from '../../../api-client/types.js';
import type { ChartOption } from '../../../components/chart/echarts.js';
import { cssColour } from '../../../components/chart/palette.js';
import { drawnMean } from '../view/mean-text.js';
import { oldestFirst, trendRows } from '../view/trend-rows.js';

/** Colour, sign and dashes of each line, so that none is told by colour alone. The overall score comes first. */
const LINES = [
  { colour: '--color-neutral-solid-gray-900', symbol: 'circle', type: 'solid' },
  { colour: '--color-primitive-light-blue-800', symbol: 'rect', type: 'dashed' },
  { colour: '--color-primitive-orange-800', symbol: 'triangle', type: 'dotted' },
  { colour: '--color-primitive-green-800', symbol: 'diamond', type: 'dashed' },
  { colour: '--color-primitive-purple-700', symbol: 'roundRect', type: 'dotted' },
  { colour: '--color-primitive-red-800', symbol: 'arrow', type: 'dashed' },
] as const;

/** Half points above and below the figures, so that small changes can be seen; never beyond the scale. */
const STEP = 0.5;
const WIDE_PX = 640;
const LEGEND_ROW_PX = 26;
const LEGEND_SIGN_PX = 60;

/** The overall score and the categories over all surveys, from old to new. */
export function trendChartOption(results: Results, whole: CellScore, overall: string, width: number): ChartOption {
  const wide = width >= WIDE_PX;
  const ink = cssColour('--color-neutral-solid-gray-800');
  const rows = trendRows(results.questionnaire, whole).filter(({ kind }) => kind !== 'item');
  const values = rows.flatMap(({ means }) => means.flatMap((mean) => drawnMean(mean) ?? []));
  const series = rows.map(({ kind, name, means }, at) => {
    const line = LINES[at % LINES.length] ?? LINES[0];
    return {
      type: 'line',
      name: kind === 'overall' ? overall : name,
      data: means.map(drawnMean),
      connectNulls: true,
      symbol: line.symbol,
      symbolSize: kind === 'overall' ? 11 : 9,
      color: cssColour(line.colour),
      lineStyle: { width: kind === 'overall' ? 3 : 2, type: line.type },
    };
  });
  return {
    legend: {
      top: 0,
      left: 0,
      orient: wide ? 'horizontal' : 'vertical',
      textStyle: { color: ink, ...(wide ? {} : { width: width - LEGEND_SIGN_PX, overflow: 'truncate' }) },
      itemWidth: 32,
      selectedMode: false,
    },
    grid: { left: 40, right: 24, bottom: 28, top: wide ? 84 : 24 + LEGEND_ROW_PX * rows.length },
    xAxis: {
      type: 'category',
      data: [...oldestFirst(results.waves), results].map(({ fiscalYearLabel }) => fiscalYearLabel),
      axisLabel: { color: ink },
    },
    yAxis: {
      type: 'value',
      min: Math.floor(Math.min(...values) / STEP) * STEP,
      max: Math.ceil(Math.max(...values) / STEP) * STEP,
      axisLabel: { color: ink },
      splitLine: { lineStyle: { color: cssColour('--color-neutral-solid-gray-100') } },
    },
    series,
  };
}

export const TREND_CHART_PX = 400;
