import type { Bounds, CellAnalysis, FigureAnalysis, Release, Scale } from '#survey-model';
import { itemLines, type ScoreFigure, type ScoreLine } from './score-figure.js';

/** What the analysis says beside the mean of one line. */
export function analysisOf(cell: CellAnalysis | null, line: ScoreLine): FigureAnalysis | undefined {
  if (line.kind === 'overall') return cell?.overall;
  return line.kind === 'category' ? cell?.categories[line.category.key] : cell?.items[line.code];
}

/** The interval as far as it lies on the scale; none beside a mean that is shown as a range. */
export function shownInterval(
  figure: ScoreFigure | null,
  analysis: FigureAnalysis | undefined,
  scale: Scale | undefined,
): Partial<Bounds> {
  const { interval } = analysis ?? {};
  if (figure?.mean.kind !== 'exact' || !interval || !scale) return {};
  return { low: Math.max(scale.min, interval.low), high: Math.min(scale.max, interval.high) };
}

/** The scale of a line; all scored items share one. */
export function scaleOfLine(line: ScoreLine, { questionnaire }: Release): Scale | undefined {
  return line.kind === 'item' ? line.scale : itemLines(questionnaire)[0]?.scale;
}
