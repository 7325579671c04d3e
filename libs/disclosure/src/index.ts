export { derivable, type AuditProblem } from './audit.js';
export { protect, type DisclosureAudit, type DisclosureRules, type Protected } from './protect.js';
export { publishable, type SecondaryProblem } from './secondary.js';
export { suppress, type SuppressionPattern, type SuppressionProblem } from './suppress.js';
export {
  FeasibilityAudit,
  type FeasibilityPattern,
  type FeasibilityValues,
  type FeasibleInterval,
  type NarrowInterval,
} from './feasibility.js';
