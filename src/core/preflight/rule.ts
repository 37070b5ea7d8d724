import type { DraftContent, DraftField } from '@shared/domain/draft';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason, Severity } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import type { MessageCode } from '@shared/texts/catalogue';
import type { TextParams } from '@shared/texts/types';
import type { PictureOutcome } from '../images/port';
import type { NoticeType } from '../naver/notice-types';
import type { NaverAddress, NaverCategoryDetail, NaverReturnCourier } from '../naver/port';

/** What a draft's options become at Naver, and what is wrong with them. */
export interface MappedOptions {
  /** Naver's `optionInfo`; null without options. */
  readonly optionInfo: Readonly<Record<string, unknown>> | null;
  readonly supplementProductInfo: Readonly<Record<string, unknown>> | null;
  /** Sum of the combinations; null when the options say nothing about stock. */
  readonly stockQuantity: number | null;
  readonly problems: readonly Reason[];
}

/** Everything a rule may look at. Null means "not known at this moment", and rules then stay silent. */
export interface PreflightContext {
  readonly content: DraftContent;
  readonly lockedFields: readonly DraftField[];
  readonly item: WholesaleItem;
  readonly settings: Settings;
  readonly nowMs: number;
  readonly category: NaverCategoryDetail | null;
  readonly addresses: readonly NaverAddress[] | null;
  readonly returnCouriers: readonly NaverReturnCourier[] | null;
  readonly noticeType: NoticeType | null;
  readonly mapped: MappedOptions;
  /** Sales in stock, with or without options; null when not stated. */
  readonly stock: number | null;
  /** Outcomes of preparation; null before it. */
  readonly pictures: readonly PictureOutcome[] | null;
}

/**
 * One thing to check before anything is sent. A rule is data: adding one changes no other code.
 * `check` gives the parameters of every violation, none when all is well; it never throws.
 */
export interface PreflightRule {
  readonly code: MessageCode;
  readonly severity: Severity;
  readonly field: DraftField;
  /** Law, document section or business rule, with its date where it has one. */
  readonly source: string;
  /** False when the rule has nothing to say about this draft. */
  readonly appliesTo: (context: PreflightContext) => boolean;
  readonly check: (context: PreflightContext) => readonly TextParams[];
  /** For `ask`: the seller's own edit of the field is the decision, the rule then stays silent. */
  readonly isSettledByEdit?: boolean;
  /** The change that a click may apply; null when there is none for this draft. */
  readonly repair?: (context: PreflightContext) => Partial<DraftContent> | null;
}

/** A change offered for a reason, to be applied by the seller. */
export interface Repair {
  readonly code: MessageCode;
  readonly change: Partial<DraftContent>;
}

const always = (): boolean => true;

/** A rule without condition, from its parts; `check` may answer with a boolean. */
export function rule(
  code: MessageCode,
  severity: Severity,
  field: DraftField,
  source: string,
  check: (context: PreflightContext) => readonly TextParams[] | boolean,
  more: Partial<Pick<PreflightRule, 'appliesTo' | 'isSettledByEdit' | 'repair'>> = {},
): PreflightRule {
  return {
    code,
    severity,
    field,
    source,
    appliesTo: more.appliesTo ?? always,
    check: (context) => {
      const found = check(context);
      if (typeof found === 'boolean') return found ? [{}] : [];
      return found;
    },
    ...(more.isSettledByEdit === undefined ? {} : { isSettledByEdit: more.isSettledByEdit }),
    ...(more.repair === undefined ? {} : { repair: more.repair }),
  };
}

/** Findings of `rules` on one draft, in the rules' order. */
export function runPreflight(
  rules: readonly PreflightRule[],
  context: PreflightContext,
): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const each of rules) {
    if (each.isSettledByEdit === true && context.lockedFields.includes(each.field)) continue;
    if (!each.appliesTo(context)) continue;
    for (const params of each.check(context)) {
      const hasParams = Object.keys(params).length > 0;
      reasons.push({
        code: each.code,
        severity: each.severity,
        field: each.field,
        ...(hasParams ? { params } : {}),
      });
    }
  }
  return [...reasons, ...context.mapped.problems];
}

/** The one-click changes that exist for what `rules` find. */
export function findRepairs(
  rules: readonly PreflightRule[],
  context: PreflightContext,
): readonly Repair[] {
  return rules.flatMap((each) => {
    if (each.repair === undefined || !each.appliesTo(context)) return [];
    if (each.check(context).length === 0) return [];
    const change = each.repair(context);
    return change === null ? [] : [{ code: each.code, change }];
  });
}
