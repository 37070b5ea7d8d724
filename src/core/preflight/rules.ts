import { CONTENT_RULES } from './content-rules';
import { ITEM_RULES } from './item-rules';
import type { PreflightRule } from './rule';
import { SCREENING_RULES } from './screening-rules';
import { TRADE_RULES } from './trade-rules';

/** Every gate a draft passes before anything is sent, in the order in which they are shown. */
export const PREFLIGHT_RULES: readonly PreflightRule[] = [
  ...ITEM_RULES,
  ...CONTENT_RULES,
  ...TRADE_RULES,
  ...SCREENING_RULES,
];
