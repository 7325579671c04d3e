import type { Programme } from '../../api-client/types.js';
import type { ChartOption } from '../../components/chart/echarts.js';
import { cssColour } from '../../components/chart/palette.js';
import { formatCount } from '../../language/format-date.js';

interface SeriesNames {
  readonly plan: string;
  readonly actual: string;
}

const grouped = ({ value }: { readonly value: unknown }): string =>
  typeof value === 'number' ? formatCount(value) : '';

/** Cumulated: the plan as a dashed line with squares, what was reached as bars with their figures. */
export function planChartOption({ years, targetYear }: Programme, names: SeriesNames): ChartOption {
  const ink = cssColour('--color-neutral-solid-gray-800');
  return {
    legend: { top: 0, left: 0, textStyle: { color: ink }, selectedMode: false },
    grid: { left: 8, right: 16, top: 48, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: years.map((year) => year.short),
      axisLabel: { color: ink },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: ink },
      splitLine: { lineStyle: { color: cssColour('--color-neutral-solid-gray-100') } },
    },
    series: [
      {
        type: 'bar',
        name: names.actual,
        barWidth: '44%',
        itemStyle: { color: cssColour('--color-primitive-green-700') },
        label: { show: true, position: 'insideTop', color: '#fff', fontWeight: 'bold', formatter: grouped },
        data: years.map((year) => (year.fiscalYear <= targetYear ? year.cumulativeActual : null)),
      },
      {
        type: 'line',
        name: names.plan,
        symbol: 'rect',
        symbolSize: 8,
        lineStyle: { type: 'dashed', color: ink, width: 2 },
        itemStyle: { color: ink },
        label: { show: true, position: 'top', color: ink, formatter: grouped },
        data: years.map((year) => year.cumulativeTarget),
      },
    ],
  };
}
