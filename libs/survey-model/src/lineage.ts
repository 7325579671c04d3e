/** What became of the units of an organisation between two surveys. Numbers of staff only, never who they are. */

/** One line of a succession (組織の引継ぎ): an old unit and one that took it over. A split has several lines, a merger too. */
export interface DepartmentSuccession {
  readonly oldCode: string;
  readonly newCode: string;
}

/** Where one unit of a survey's department tree comes from, seen from an earlier survey. */
export interface DepartmentLineage {
  /** Code in the new survey's tree. */
  readonly department: string;
  /** Codes of the earlier survey's tree whose staff all pass into this unit, those above whole families included, depth first. */
  readonly sources: readonly string[];
  /** Staff invited to the earlier survey in the sources. */
  readonly before: number;
  /** Staff invited to the new survey in the unit and below it. */
  readonly after: number;
  /** Staff who are in both numbers. */
  readonly common: number;
}

/** The units of a survey, seen from one earlier survey. */
export interface SurveyLineage {
  readonly previousSurveyId: string;
  readonly departments: readonly DepartmentLineage[];
}

/** How many invited staff share one combination of values of the survey's attributes. */
export interface PopulationCount {
  /** The finest department. */
  readonly department: string;
  readonly position: string;
  /** "" where the roster gives no age; no other value is ever empty. */
  readonly ageBand: string;
  readonly employmentType: string;
  readonly n: number;
}

/**
 * Whether a unit may be compared with what it was: at least half of the larger of its two staffs is the same people. Below that a
 * change of its scores says more about who is in it than about how they fare (比較不可).
 */
export function isComparable({
  before,
  after,
  common,
}: Pick<DepartmentLineage, 'before' | 'after' | 'common'>): boolean {
  return common > 0 && 2 * common >= Math.max(before, after);
}
