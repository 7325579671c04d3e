import { figureOf, scoreLines, type ScoreLine } from '#export';
import {
  formatShown,
  type EngagementLink,
  type ProgrammeProgress,
  type Release,
  type ReleasedScore,
} from '#survey-model';
import { engagementLink } from '#training-plan';

/**
 * Every programme's density beside the overall score and each category, by topmost department. Of the survey only what its release
 * publishes is used, as it is shown: a department whose figure is hidden, or shown as a range, is left out, and so is one that the roster
 * no longer has.
 */
export function engagementLinks(release: Release, standings: readonly ProgrammeProgress[]): EngagementLink[] {
  const lines = scoreLines(release.questionnaire).filter(({ kind }) => kind !== 'item');
  const means = lines.map((line) => ({ measure: measureOf(line), means: shownMeans(release, line) }));
  return standings.flatMap(({ programmeKey, departments }) =>
    means.map(({ measure, means: shown }) =>
      engagementLink({
        ...{ surveyId: release.surveyId, programmeKey, measure },
        departments: departments.flatMap(({ departmentCode, active, headcount }) => {
          const mean = shown.get(departmentCode);
          return mean === undefined ? [] : [{ departmentCode, active, headcount, mean }];
        }),
      }),
    ),
  );
}

function measureOf(line: ScoreLine): string {
  return line.kind === 'category' ? line.category.key : 'overall';
}

/** Topmost department -> its mean to two decimals, as every page and workbook shows it. */
function shownMeans(release: Release, line: ScoreLine): Map<string, string> {
  const departments = release.attributes.find(({ key }) => key === 'department')?.values ?? [];
  const top = new Set(departments.filter(({ parent }) => parent === undefined).map(({ key }) => key));
  const means = new Map<string, string>();
  for (const score of release.scores) {
    const code = departmentOf(score);
    if (code === null || !top.has(code) || score.status !== 'published') continue;
    const figure = figureOf(score, line, release);
    if (figure?.mean.kind === 'exact') means.set(code, formatShown(figure.mean, 2));
  }
  return means;
}

/** The department of a cell that is one department and nothing else. */
function departmentOf({ key }: ReleasedScore): string | null {
  const attributes = Object.keys(key);
  return attributes.length === 1 ? (key['department'] ?? null) : null;
}
