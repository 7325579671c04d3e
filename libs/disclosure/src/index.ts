export { derivable, type AuditProblem } from './audit.js';
export { DisclosureAuditError } from './layers.js';
export { protect, type DisclosureAudit, type DisclosureRules, type Protected } from './protect.js';
export { protectCounts, type CountsAudit, type ProtectedCounts } from './protect-counts.js';
export { publishable, type SecondaryProblem } from './secondary.js';
export { suppress, type SuppressionPattern, type SuppressionProblem } from './suppress.js';
export {
  FeasibilityAudit,
  type FeasibilityPattern,
  type FeasibilityValues,
  type FeasibleInterval,
  type NarrowInterval,
} from './feasibility.js';
