import { fiscalYearShort } from '#survey-model';
import type { ForecastYear } from '../../../api-client/training.js';
import type { ChartOption } from '../../../components/chart/echarts.js';
import { cssColour } from '../../../components/chart/palette.js';
import { formatCount } from '../../../language/format-date.js';

export interface FanNames {
  readonly band: string;
  readonly middle: string;
  readonly target: string;
}

const WIDE_PX = 640;
/** A middle under an eighth of the target lies too near to the axis. */
const LOW_SHARE = 8;

/** The band from p10 to p90 as an area, its middle as a line, the target as squares joined by dashes. */
export function fanOption(years: readonly ForecastYear[], names: FanNames, width: number): ChartOption {
  const ink = cssColour('--color-neutral-solid-gray-800');
  const green = cssColour('--color-primitive-green-800');
  // Figures under a line that runs along the axis would cover the names of the years.
  const low = years.some(({ p50, cumulativeTarget }) => p50 * LOW_SHARE < cumulativeTarget);
  const invisible = { lineStyle: { opacity: 0 }, symbol: 'none', silent: true, stack: 'band' };
  return {
    legend: {
      top: 0,
      left: 0,
      itemWidth: 36,
      textStyle: { color: ink },
      selectedMode: false,
      data: [{ name: names.band, icon: 'rect' }, names.middle, names.target],
    },
    grid: { left: 8, right: 32, top: width < WIDE_PX ? 88 : 48, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: years.map(({ fiscalYear }) => fiscalYearShort(fiscalYear)),
      axisLabel: { color: ink },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: ink, formatter: (value: number) => formatCount(value) },
      splitLine: { lineStyle: { color: cssColour('--color-neutral-solid-gray-100') } },
    },
    series: [
      { type: 'line', ...invisible, data: years.map(({ p10 }) => p10) },
      {
        type: 'line',
        name: names.band,
        ...invisible,
        color: cssColour('--color-primitive-green-300'),
        areaStyle: { color: cssColour('--color-primitive-green-300'), opacity: 0.7 },
        data: years.map(({ p10, p90 }) => p90 - p10),
      },
      {
        type: 'line',
        name: names.middle,
        color: green,
        symbol: 'circle',
        symbolSize: 9,
        lineStyle: { width: 3 },
        label: { show: true, position: low ? 'top' : 'bottom', distance: 8, color: ink, formatter: countOf },
        data: years.map(({ p50 }) => p50),
      },
      {
        type: 'line',
        name: names.target,
        color: ink,
        symbol: 'rect',
        symbolSize: 8,
        lineStyle: { width: 2, type: 'dashed' },
        label: { show: true, position: 'top', color: ink, formatter: countOf },
        data: years.map(({ cumulativeTarget }) => cumulativeTarget),
      },
    ],
  };
}

const countOf = ({ value }: { readonly value: unknown }): string =>
  typeof value === 'number' ? formatCount(value) : '';
