import {
  cellName,
  type CellAnalysis,
  type CellKey,
  type EarlierCell,
  type EarlierWave,
  type Release,
  type ReleaseAnalysis,
  type ReleasedScore,
  type WholeStatistics,
} from '#survey-model';
import type { DepartmentReport, DepartmentTrainingReport } from './department-report.js';
import { departmentPath } from './department-path.js';

/** A report with its cells looked up: what every sheet reads. Hidden cells are null here, so no sheet can reach into one. */
export interface DepartmentView {
  readonly release: Release;
  /** Labels from the top level down. */
  readonly path: readonly string[];
  readonly name: string;
  readonly top: { readonly code: string; readonly name: string };
  readonly isTop: boolean;
  readonly own: ReleasedScore | null;
  /** Why `own` is null, for readers. */
  readonly hiddenReason: string | null;
  /** The whole organisation. */
  readonly whole: ReleasedScore | null;
  /** Of `own`: null wherever that is. */
  readonly ownAnalysis: CellAnalysis | null;
  /** Of `whole`. */
  readonly wholeAnalysis: CellAnalysis | null;
  /** The latest first. */
  readonly waves: readonly ViewedWave[];
  /** Of the whole organisation; null wherever `whole` is. */
  readonly statistics: WholeStatistics | null;
  readonly training: DepartmentTrainingReport | null;
  readonly generatedOn: string;
}

/** An earlier survey with its two cells looked up. A department that is hidden now shows nothing of earlier years either. */
export interface ViewedWave {
  readonly wave: EarlierWave;
  readonly own: EarlierCell | null;
  readonly whole: EarlierCell | null;
}

export function departmentView(report: DepartmentReport): DepartmentView {
  const { release, analysis, departmentCode, training, generatedOn } = report;
  const values = departmentPath(release, departmentCode);
  const path = values.map((value) => value.label);
  const own = findScore(release, { department: departmentCode });
  const whole = publishedScore(release, {});
  return {
    release,
    path,
    name: path.at(-1) ?? departmentCode,
    top: { code: values[0]?.key ?? departmentCode, name: path[0] ?? departmentCode },
    isTop: path.length <= 1,
    own: published(own),
    hiddenReason: own?.status === 'published' ? null : hiddenReason(own?.status === 'secondary', release.minGroup),
    whole,
    ...analysed(analysis, published(own), whole),
    training,
    generatedOn,
  };
}

function analysed(analysis: ReleaseAnalysis | null, own: ReleasedScore | null, whole: ReleasedScore | null) {
  const { cells, waves, whole: statistics } = analysis ?? { cells: [], waves: [], whole: null };
  return {
    ownAnalysis: cellOf(cells, own),
    wholeAnalysis: cellOf(cells, whole),
    waves: waves.map((wave) => ({ wave, own: cellOf(wave.cells, own), whole: cellOf(wave.cells, whole) })),
    statistics: whole && statistics,
  };
}

function cellOf<Cell extends { readonly key: CellKey }>(
  cells: readonly Cell[],
  score: ReleasedScore | null,
): Cell | null {
  return (score && cells.find(({ key }) => cellName(key) === cellName(score.key))) ?? null;
}

/** The published score of exactly this cell, or null when it is hidden or nobody is in it. */
export function publishedScore(release: Release, key: CellKey): ReleasedScore | null {
  return published(findScore(release, key));
}

function published(score: ReleasedScore | undefined): ReleasedScore | null {
  return score?.status === 'published' ? score : null;
}

function findScore(release: Release, key: CellKey): ReleasedScore | undefined {
  const wanted = Object.entries(key);
  return release.scores.find(
    (score) =>
      Object.keys(score.key).length === wanted.length && wanted.every(([name, value]) => score.key[name] === value),
  );
}

/** A department nobody answered in reads like one with too few: which of the two it is, is not said. */
function hiddenReason(secondary: boolean, minGroup: number): string {
  return secondary
    ? 'この組織の結果を表示すると、ほかの少人数の組織の結果が差し引きの計算で分かってしまうため、結果を表示していません(二次秘匿)。'
    : `この組織は、回答した人が${minGroup}人未満(いない場合を含む)のため、結果を表示していません(一次秘匿)。`;
}
