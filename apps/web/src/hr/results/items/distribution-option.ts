import type { Questionnaire } from '#survey-model';
import type { CellScore } from '../../../api-client/types.js';
import type { ChartOption } from '../../../components/chart/echarts.js';
import { cssColour } from '../../../components/chart/palette.js';
import { distribution } from '../view/distribution.js';
import { numberedItems } from '../view/item-list.js';
import { itemLabels } from './item-chart-option.js';

const WIDE_PX = 640;
/** Below this share a figure does not fit into its part of the bar. */
const LABEL_FROM_PERCENT = 8;

const FIVE = [
  '--color-primitive-orange-700',
  '--color-primitive-orange-200',
  '--color-neutral-solid-gray-200',
  '--color-primitive-light-blue-300',
  '--color-primitive-light-blue-800',
];
/** Parts on which only white can be read. */
const DARK = new Set(['--color-primitive-orange-700', '--color-primitive-light-blue-800']);

/** One colour an option from the lowest to the highest; scales of other lengths take the five at even distances. */
function optionColour(index: number, options: number): string {
  const at = options <= 1 ? 2 : Math.round((index * (FIVE.length - 1)) / (options - 1));
  return FIVE[at] ?? '--color-neutral-solid-gray-200';
}

/** Bars of 100 %, one an item, with a pattern of its own for each option. */
export function distributionOption(questionnaire: Questionnaire, cell: CellScore, width: number): ChartOption {
  const wide = width >= WIDE_PX;
  const ink = cssColour('--color-neutral-solid-gray-800');
  const rows = numberedItems(questionnaire).flatMap((item) => {
    const counts = cell.items.find((score) => score.item === item.code)?.counts;
    return counts ? [{ item, shares: distribution(counts, item.question.scale) }] : [];
  });
  const options = rows[0]?.shares ?? [];
  const series = options.map(({ option, label }, index) => {
    const colour = optionColour(index, options.length);
    return {
      type: 'bar',
      stack: 'all',
      name: label === String(option) ? label : `${option} ${label}`,
      barWidth: 20,
      itemStyle: { color: cssColour(colour), borderColor: '#fff', borderWidth: 1 },
      data: rows.map(({ shares }) => {
        const percent = shares[index]?.percent ?? '0.0';
        const shown = Number(percent) >= LABEL_FROM_PERCENT;
        return { value: Number(percent), label: { show: shown, formatter: percent } };
      }),
      label: { color: DARK.has(colour) ? '#fff' : '#1a1a1a', fontSize: 12 },
    };
  });
  return {
    legend: { top: 0, left: 0, textStyle: { color: ink }, itemWidth: 18, selectedMode: false },
    grid: { left: wide ? 320 : 32, right: 16, top: wide ? 48 : 76, bottom: 24 },
    xAxis: { type: 'value', max: 100, axisLabel: { formatter: '{value}%', color: ink } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ item }) => (wide ? `${item.number}  ${item.text}` : String(item.number))),
      axisTick: { show: false },
      axisLabel: itemLabels(wide, ink),
    },
    series,
  };
}
