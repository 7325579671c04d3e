export { allocateTargets, type DepartmentShare } from './allocate-targets.js';
export {
  countCompletions,
  type CountedCompletions,
  type UncountedCompletion,
  type UncountedReason,
} from './count-completions.js';
export { programmeProgress, type EligibleStaff, type ProgressInput } from './programme-progress.js';
export { targetYearOn } from './target-year.js';
export { topLevelDepartments } from './top-level-departments.js';
