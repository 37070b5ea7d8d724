export { CONTENT_RULES } from './content-rules';
export { withoutImplied } from './implied';
export { ITEM_RULES } from './item-rules';
export {
  findRepairs,
  type PreflightContext,
  type PreflightRule,
  type Repair,
  runPreflight,
} from './rule';
export { PREFLIGHT_RULES } from './rules';
export { profitsOf, TRADE_RULES } from './trade-rules';
