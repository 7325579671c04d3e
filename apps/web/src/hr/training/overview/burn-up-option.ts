import type { BurnUpMonth } from '../../../api-client/training.js';
import type { ChartOption } from '../../../components/chart/echarts.js';
import { cssColour } from '../../../components/chart/palette.js';
import { formatCount } from '../../../language/format-date.js';
import { monthShort } from '../month-text.js';

export interface BurnUpNames {
  readonly planned: string;
  readonly actual: string;
  readonly active: string;
}

const WIDE_PX = 640;
const MONTHS_A_YEAR = 12;
/** On a phone one label in two years. */
const NARROW_STEP = 2;

/** Plan as a thin line, what was reached as a thick one, those who still serve as a dashed one: told apart without colour. */
export function burnUpOption(months: readonly BurnUpMonth[], names: BurnUpNames, width: number): ChartOption {
  const ink = cssColour('--color-neutral-solid-gray-800');
  const every = MONTHS_A_YEAR * (width < WIDE_PX ? NARROW_STEP : 1);
  const line = (name: string, values: readonly (number | null)[], colour: string, style: object): ChartOption => ({
    type: 'line',
    name,
    data: values,
    color: cssColour(colour),
    symbol: 'circle',
    symbolSize: 8,
    showSymbol: false,
    lineStyle: style,
    emphasis: { disabled: true },
  });
  return {
    legend: { top: 0, left: 0, itemWidth: 36, textStyle: { color: ink }, selectedMode: false },
    grid: { left: 8, right: 24, top: width < WIDE_PX ? 72 : 48, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: countText },
    xAxis: {
      type: 'category',
      data: months.map(({ month }) => monthShort(month)),
      axisLabel: { color: ink, interval: (at: number) => at % every === 0 },
      axisTick: { interval: (at: number) => at % MONTHS_A_YEAR === 0 },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: ink, formatter: countText },
      splitLine: { lineStyle: { color: cssColour('--color-neutral-solid-gray-100') } },
    },
    series: [
      line(
        names.planned,
        months.map(({ planned }) => planned),
        '--color-neutral-solid-gray-700',
        { width: 1.5, type: 'solid' },
      ),
      line(
        names.actual,
        months.map(({ actual }) => actual),
        '--color-primitive-green-800',
        { width: 4, type: 'solid' },
      ),
      line(
        names.active,
        months.map(({ active }) => active),
        '--color-primitive-light-blue-900',
        { width: 2.5, type: 'dashed' },
      ),
    ],
  };
}

const countText = (value: unknown): string => (typeof value === 'number' ? formatCount(Math.round(value)) : '—');
