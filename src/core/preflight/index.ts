export { CONTENT_RULES } from './content-rules';
export { withoutImplied } from './implied';
export { ITEM_RULES } from './item-rules';
export {
  EMPTY_SURROUNDINGS,
  findRepairs,
  type GateSource,
  type PreflightContext,
  type PreflightRule,
  type Repair,
  type RuleOverride,
  refusalSubject,
  runPreflight,
  type Surroundings,
} from './rule';
export { PREFLIGHT_RULES } from './rules';
export { SCREENING_RULES } from './screening-rules';
export { profitsOf, TRADE_RULES } from './trade-rules';
