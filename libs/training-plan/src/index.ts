export { allocateTargets, type DepartmentShare } from './allocate-targets.js';
export { dueAudiences, eligibleStaff, inAudience } from './audience.js';
export { burnUp, type BurnUpInput, type ServicePeriod } from './burn-up.js';
export { candidates, NEAR_RETIREMENT_YEARS, type CandidatesInput } from './candidates.js';
export {
  countCompletions,
  type CountedCompletions,
  type UncountedCompletion,
  type UncountedReason,
} from './count-completions.js';
export { departmentTargets, type DepartmentTargetsInput } from './department-targets.js';
export { engagementLink, type EngagementLinkInput } from './engagement-link.js';
export type { ComingSession, ForecastInput, PastSession } from './forecast/forecast-input.js';
export { forecastProgramme } from './forecast/forecast-programme.js';
export { groupProgress, type GroupedProgress, type GroupProgressInput } from './group-progress.js';
export { programmeCompletions } from './programme-completions.js';
export { programmeProgress, type EligibleStaff, type ProgressInput } from './programme-progress.js';
export { rankCorrelation } from './rank-correlation.js';
export { sectionDensity } from './section-density.js';
export { targetChanges } from './target-changes.js';
export { targetYearOn } from './target-year.js';
export { topLevelDepartments } from './top-level-departments.js';
export { retirementAgeIn, yearsToRetirement } from './years-to-retirement.js';
