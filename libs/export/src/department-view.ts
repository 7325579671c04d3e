import type { CellKey, Release, ReleasedScore } from '#survey-model';
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
  readonly training: DepartmentTrainingReport | null;
  readonly generatedOn: string;
}

export function departmentView(report: DepartmentReport): DepartmentView {
  const { release, departmentCode, training, generatedOn } = report;
  const values = departmentPath(release, departmentCode);
  const path = values.map((value) => value.label);
  const own = findScore(release, { department: departmentCode });
  return {
    release,
    path,
    name: path.at(-1) ?? departmentCode,
    top: { code: values[0]?.key ?? departmentCode, name: path[0] ?? departmentCode },
    isTop: path.length <= 1,
    own: published(own),
    hiddenReason: own?.status === 'published' ? null : hiddenReason(own?.status === 'secondary', release.minGroup),
    whole: publishedScore(release, {}),
    training,
    generatedOn,
  };
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
