import type { DraftContent, DraftField } from '@shared/domain/draft';
import type { ItemNo } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason, Severity } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import type { ExplanationStep, OptionReading } from '@shared/options/model';
import type { NaverOptions } from '@shared/options/naver/map';
import type { MessageCode } from '@shared/texts/catalogue';
import type { TextParams } from '@shared/texts/types';
import type { WordFinder } from '@shared/words/find-words';
import type { PictureOutcome } from '../images/port';
import type { NoticeType } from '../naver/notice-types';
import type { NaverAddress, NaverCategoryDetail, NaverReturnCourier } from '../naver/port';

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
  readonly mapped: NaverOptions;
  /** Sales in stock, with or without options; null when not stated. */
  readonly stock: number | null;
  /** Outcomes of preparation; null before it. */
  readonly pictures: readonly PictureOutcome[] | null;
  readonly surroundings: Surroundings;
  /** Looks for forbidden words by the seller's settings. */
  readonly findWords: WordFinder;
}

/** What else is in the store and what the seller and Naver have said about it before. */
export interface Surroundings {
  /** Other drafts or products of the store under the same name, the first few. */
  readonly sameNames: readonly { readonly itemNo: ItemNo; readonly supplierId: string }[];
  /** Products that the app has put into the store. */
  readonly productCount: number;
  /** This item is in the store already. */
  readonly isRegistered: boolean;
  /** Categories that Naver refused for want of a right to sell in them. */
  readonly refusedCategoryIds: ReadonlySet<string>;
  /** What Naver says about the draft's tags; a tag that was not asked about is not in it. */
  readonly restrictedTags: ReadonlyMap<string, boolean>;
  /** What the marketplace refused and the draft still holds unchanged. */
  readonly refusals: readonly Reason[];
  readonly overrides: readonly RuleOverride[];
}

/** The seller's recorded decision to go on in spite of one finding. */
export interface RuleOverride {
  readonly code: string;
  /** Which finding of the rule, e.g. the word. */
  readonly subject: string;
  readonly note: string;
  /** Who sat at the computer. */
  readonly madeBy: string;
  readonly atMs: number;
}

/** A store in which nothing else is known. */
export const EMPTY_SURROUNDINGS: Surroundings = {
  sameNames: [],
  productCount: 0,
  isRegistered: false,
  refusedCategoryIds: new Set(),
  restrictedTags: new Map(),
  refusals: [],
  overrides: [],
};

/** Where a rule comes from, as a person reads it: law, document section with date, or our own rule. */
export interface GateSource {
  readonly ko: string;
  readonly en: string;
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
  readonly source: GateSource;
  /** False when the rule has nothing to say about this draft. */
  readonly appliesTo: (context: PreflightContext) => boolean;
  /** Only called when `appliesTo` holds. */
  readonly check: (context: PreflightContext) => readonly TextParams[];
  /** For `ask`: the seller's own edit of the field is the decision, the rule then stays silent. */
  readonly isSettledByEdit?: boolean;
  /** The change that a click may apply; null when there is none for this draft. */
  readonly repair?: (context: PreflightContext) => Partial<DraftContent> | null;
  /** Weight of one finding, where it is not the same for all of them. */
  readonly severityOf?: (params: TextParams) => Severity;
  /** Names the finding that a recorded override lets pass; absent = it cannot be overridden. */
  readonly overrideSubject?: (params: TextParams) => string;
}

/** A change offered for a reason, to be applied by the seller. */
export interface Repair {
  readonly code: MessageCode;
  /** Words of its own, where the reason's fix does not say it all. */
  readonly explanation?: ExplanationStep;
  /** True when every buyer pays exactly what they would without it. */
  readonly keepsBuyerPrices: boolean;
  readonly change: Partial<DraftContent>;
}

const always = (): boolean => true;

/** A rule without condition, from its parts; `check` may answer with a boolean. */
export function rule(
  code: MessageCode,
  severity: Severity,
  field: DraftField,
  source: GateSource,
  check: (context: PreflightContext) => readonly TextParams[] | boolean,
  more: Partial<
    Pick<
      PreflightRule,
      'appliesTo' | 'isSettledByEdit' | 'repair' | 'severityOf' | 'overrideSubject'
    >
  > = {},
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
    ...(more.severityOf === undefined ? {} : { severityOf: more.severityOf }),
    ...(more.overrideSubject === undefined ? {} : { overrideSubject: more.overrideSubject }),
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
      const found: Reason = {
        code: each.code,
        severity: each.severityOf?.(params) ?? each.severity,
        field: each.field,
        ...(hasParams ? { params } : {}),
      };
      reasons.push(withOverride(found, each.overrideSubject?.(params), context));
    }
  }
  for (const refusal of context.surroundings.refusals) {
    reasons.push(withOverride(refusal, refusalSubject(refusal), context));
  }
  const isOptionsSettled = context.lockedFields.includes('options');
  const problems = context.mapped.problems.filter(
    (problem) => !(isOptionsSettled && problem.severity === 'ask'),
  );
  return [...reasons, ...problems];
}

/** Names a refusal for an override: where Naver saw it. */
export function refusalSubject(refusal: Reason): string {
  return String(refusal.params?.path ?? '-');
}

/** The finding, or a note that the seller decided to go on in spite of it. A block is never overridden. */
function withOverride(
  reason: Reason,
  subject: string | undefined,
  context: PreflightContext,
): Reason {
  if (subject === undefined) return reason;
  const isRefusal = context.surroundings.refusals.includes(reason);
  if (reason.severity === 'block' && !isRefusal) return reason;
  const override = context.surroundings.overrides.find(
    (each) => each.code === reason.code && each.subject === subject,
  );
  if (override === undefined) return reason;
  return {
    code: 'DRAFT_OVERRIDDEN',
    severity: 'warn',
    ...(reason.field === undefined ? {} : { field: reason.field }),
    params: {
      code: reason.code,
      subject,
      madeBy: override.madeBy,
      note: override.note === '' ? '-' : override.note,
      on: koreanDay(override.atMs),
    },
  };
}

const KOREA_OFFSET_MS = 9 * 3_600_000;

/** `2026-11-23`, the day in Korea. */
export function koreanDay(atMs: number): string {
  return new Date(atMs + KOREA_OFFSET_MS).toISOString().slice(0, 10);
}

/** The one-click changes that exist for what `rules` find. */
export function findRepairs(
  rules: readonly PreflightRule[],
  context: PreflightContext,
): readonly Repair[] {
  const own = rules.flatMap((each): readonly Repair[] => {
    if (each.repair === undefined || !each.appliesTo(context)) return [];
    if (each.check(context).length === 0) return [];
    const change = each.repair(context);
    return change === null ? [] : [{ code: each.code, keepsBuyerPrices: true, change }];
  });
  return [...own, ...optionRepairs(context)];
}

const OPTION_PRICE_CODES: readonly string[] = ['OPTIONS_PRICE_WINDOW', 'OPTIONS_NO_ZERO_PRICE'];

/**
 * The proposal's rows with the draft's own stock. A proposal is made in units of sale; a draft keeps
 * the supplier's pieces, and would be divided by the bundle a second time.
 */
function inPieces(proposed: OptionReading, own: OptionReading): OptionReading {
  const withStock = <Row extends { readonly stock: number; readonly usable: boolean }>(
    rows: readonly Row[],
    ownRows: readonly Row[],
  ): readonly Row[] =>
    rows.map((row, index) => {
      const { stock, usable } = ownRows[index] ?? row;
      return { ...row, stock, usable };
    });
  return {
    ...proposed,
    combinations: withStock(proposed.combinations, own.combinations),
    addOns: withStock(proposed.addOns, own.addOns),
  };
}

/** The option module's proposals as changes of the draft. */
function optionRepairs({ content, mapped }: PreflightContext): readonly Repair[] {
  return mapped.repairs.flatMap((proposal): readonly Repair[] => {
    const isRename = proposal.kind === 'rename';
    const problem = mapped.problems.find(
      (candidate) => OPTION_PRICE_CODES.includes(candidate.code) !== isRename,
    );
    if (problem === undefined) return [];
    const { model, shiftKrw } = proposal;
    const options = inPieces({ ...content.options, ...model }, content.options);
    const shown = {
      code: problem.code,
      explanation: proposal.explanation,
      keepsBuyerPrices: proposal.changes.length === 0,
    };
    if (isRename) return [{ ...shown, change: { options } }];
    const price = {
      ...content.price,
      salePriceKrw: proposal.salePriceKrw,
      immediateDiscountKrw: proposal.discountKrw,
    };
    if (shiftKrw === 0) return [{ ...shown, change: { price } }];
    const shifted = {
      ...price,
      costKrw: price.costKrw + shiftKrw * content.unitQuantity,
      baseAdditionKrw: (price.baseAdditionKrw ?? 0) + shiftKrw,
    };
    return [{ ...shown, change: { price: shifted, options } }];
  });
}
