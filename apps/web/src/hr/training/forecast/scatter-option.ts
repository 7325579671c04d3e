import type { EngagementLink } from '../../../api-client/training.js';
import type { ChartOption } from '../../../components/chart/echarts.js';
import { cssColour } from '../../../components/chart/palette.js';

interface AxisNames {
  readonly x: string;
  readonly y: string;
}

/** Half points of the scale: the axis is cut there, as means of departments lie close together. */
const STEP = 0.5;

/** Departments as points with their number in the table. */
export function scatterOption(departments: EngagementLink['departments'], names: AxisNames): ChartOption {
  const ink = cssColour('--color-neutral-solid-gray-800');
  const line = { lineStyle: { color: cssColour('--color-neutral-solid-gray-100') } };
  const means = departments.map(({ mean }) => Number(mean));
  return {
    grid: { left: 16, right: 24, top: 40, bottom: 32, containLabel: true },
    xAxis: {
      type: 'value',
      name: names.x,
      nameLocation: 'middle',
      nameGap: 32,
      nameTextStyle: { color: ink },
      axisLabel: { color: ink },
      splitLine: line,
    },
    yAxis: {
      type: 'value',
      name: names.y,
      nameTextStyle: { color: ink, align: 'left' },
      min: Math.floor(Math.min(...means) / STEP) * STEP,
      max: Math.ceil(Math.max(...means) / STEP) * STEP,
      axisLabel: { color: ink },
      splitLine: line,
    },
    series: [
      {
        type: 'scatter',
        symbolSize: 12,
        itemStyle: { color: cssColour('--color-primitive-green-800') },
        label: {
          show: true,
          position: 'right',
          color: ink,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => String(dataIndex + 1),
        },
        labelLayout: { hideOverlap: false, moveOverlap: 'shiftY' },
        data: departments.map(({ density, mean }) => [Number(density), Number(mean)]),
      },
    ],
  };
}
