import type { Band, Questionnaire } from '#survey-model';
import type { CellScore } from '../../../api-client/types.js';
import { BAND_SYMBOL } from '../../../components/band-symbol.js';
import type { ChartOption } from '../../../components/chart/echarts.js';
import { cssColour } from '../../../components/chart/palette.js';
import { numberedItems } from '../view/item-list.js';
import { drawnMean } from '../view/mean-text.js';

const BAND_COLOUR: Readonly<Record<Band, string>> = {
  high: '--color-primitive-light-blue-700',
  middle: '--color-neutral-solid-gray-536',
  low: '--color-primitive-orange-700',
};

/** Below this width only the number of an item fits beside its bar. */
const WIDE_PX = 640;

type BandWords = Readonly<Record<Band, string>>;

/** One bar an item in the order of the questionnaire; figure, symbol and word of its band at the end of the bar. */
export function itemChartOption(
  questionnaire: Questionnaire,
  cell: CellScore,
  bandWords: BandWords,
  width: number,
): ChartOption {
  const items = numberedItems(questionnaire);
  const scale = items[0]?.question.scale ?? { min: 1, max: 5 };
  const scores = new Map(cell.items.map((item) => [item.item, item]));
  const wide = width >= WIDE_PX;
  const bars = items.map(({ code }) => {
    const score = scores.get(code);
    const band = score?.band ?? null;
    const label = score
      ? [score.mean, band && `${BAND_SYMBOL[band]} ${bandWords[band]}`].filter(Boolean).join('  ')
      : '—';
    return {
      value: drawnMean(score?.mean ?? null),
      label: { formatter: label },
      itemStyle: { color: cssColour(BAND_COLOUR[band ?? 'middle']) },
    };
  });
  const ink = cssColour('--color-neutral-solid-gray-800');
  return {
    grid: { left: wide ? 320 : 32, right: 92, top: 32, bottom: 28 },
    xAxis: {
      type: 'value',
      min: scale.min,
      max: scale.max,
      position: 'top',
      interval: 1,
      axisLabel: { color: ink },
      splitLine: { lineStyle: { color: cssColour('--color-neutral-solid-gray-100') } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: items.map(({ number, text }) => (wide ? `${number}  ${text}` : String(number))),
      axisTick: { show: false },
      axisLabel: itemLabels(wide, ink),
    },
    series: [
      {
        type: 'bar',
        data: bars,
        barWidth: 16,
        label: { show: true, position: 'right', color: ink, fontSize: 13, backgroundColor: '#fff', padding: [1, 3] },
        markLine: thresholdLines(questionnaire, ink, wide),
      },
    ],
  };
}

/** Numbers and texts of the items, flush left; the whole text stands in the table. */
export function itemLabels(wide: boolean, colour: string): ChartOption {
  const width = wide ? 300 : 20;
  return { color: colour, width, margin: width + 8, overflow: 'truncate', align: 'left', fontSize: 13 };
}

function thresholdLines(questionnaire: Questionnaire, colour: string, labelled: boolean): ChartOption {
  const { bands } = questionnaire.scoring;
  const values = bands ? [bands.low, bands.norm, bands.high] : [];
  return {
    silent: true,
    // Behind the figures, whose white ground keeps them readable.
    z: 1,
    symbol: 'none',
    lineStyle: { color: colour, type: 'dashed', width: 1 },
    label: { show: labelled, position: 'start', color: colour, formatter: '{c}', fontSize: 11, distance: 2 },
    data: values.map((xAxis) => ({ xAxis })),
  };
}
