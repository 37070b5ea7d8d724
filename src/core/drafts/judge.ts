import type { DraftContent, DraftField, DraftState } from '@shared/domain/draft';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import { inSales } from '@shared/options/in-sales';
import type { OptionReading } from '@shared/options/model';
import type { NaverOptions } from '@shared/options/naver/map';
import type { WordFinder } from '@shared/words/find-words';
import type { PictureOutcome } from '../images/port';
import type { NoticeType } from '../naver/notice-types';
import type { NaverAddress, NaverCategoryDetail, NaverReturnCourier } from '../naver/port';
import type { Clock } from '../platform/clock';
import {
  type PreflightContext,
  type PreflightRule,
  runPreflight,
  type Surroundings,
  withoutImplied,
} from '../preflight';

export interface JudgeDeps {
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly noticeTypes: readonly NoticeType[];
  readonly rules: readonly PreflightRule[];
  readonly findWords: () => WordFinder;
  readonly mapOptions: (
    reading: OptionReading,
    price: DraftContent['price'],
    exceptions: readonly string[],
  ) => NaverOptions;
}

/** Naver's lists as far as they are known now. */
export interface KnownLists {
  readonly addresses: readonly NaverAddress[] | null;
  readonly returnCouriers: readonly NaverReturnCourier[] | null;
  readonly categories: ReadonlyMap<string, NaverCategoryDetail>;
}

/** Findings, each once, and the state they make: any stop blocks, any question needs review. */
export interface Judgement {
  readonly reasons: readonly Reason[];
  readonly state: DraftState;
}

/** What the gates look at: the content with everything known about its surroundings. */
export function preflightContext(
  deps: JudgeDeps,
  known: KnownLists,
  content: DraftContent,
  lockedFields: readonly DraftField[],
  item: WholesaleItem,
  surroundings: Surroundings,
  pictures: readonly PictureOutcome[] | null = null,
): PreflightContext {
  const category = known.categories.get(content.category?.id ?? '') ?? null;
  const options = inSales(content.options, content.unitQuantity);
  const mapped = deps.mapOptions(options, content.price, category?.exceptions ?? []);
  return {
    content,
    lockedFields,
    item,
    settings: deps.settings(),
    nowMs: deps.clock.nowMs(),
    category,
    addresses: known.addresses,
    returnCouriers: known.returnCouriers,
    noticeType:
      deps.noticeTypes.find((candidate) => candidate.type === content.notice?.type) ?? null,
    mapped,
    stock: stockOf(content, item, mapped),
    pictures,
    surroundings,
    findWords: deps.findWords(),
  };
}

/**
 * Runs the gates. Findings of building about a field that the seller has taken over are left to the
 * rules, and so are those about a price that exists by now.
 */
export function judge(
  rules: readonly PreflightRule[],
  context: PreflightContext,
  buildReasons: readonly Reason[],
): Judgement {
  const isPriced = context.content.price.salePriceKrw > 0;
  const open = buildReasons.filter(
    (reason) =>
      !context.lockedFields.some((field) => field === reason.field) &&
      !(isPriced && reason.field === 'price'),
  );
  const reasons = distinct([...open, ...runPreflight(rules, context)]);
  return { reasons: withoutImplied(reasons), state: stateOf(reasons) };
}

/** Sales in stock. Without axes Naver keeps the product's own stock; null when nothing is stated. */
function stockOf(content: DraftContent, item: WholesaleItem, mapped: NaverOptions): number | null {
  if (content.options.type !== 'NONE' && content.options.type !== 'INDEPENDENT') {
    return mapped.stockQuantity;
  }
  const [only] = content.options.combinations;
  if (only !== undefined) {
    return only.usable ? Math.floor(only.stock / content.unitQuantity) : 0;
  }
  return item.inventory === null ? null : Math.floor(item.inventory / content.unitQuantity);
}

function stateOf(reasons: readonly Reason[]): DraftState {
  if (reasons.some((reason) => reason.severity === 'block')) return 'blocked';
  return reasons.some((reason) => reason.severity === 'ask') ? 'needs-review' : 'ready';
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = JSON.stringify([reason.code, reason.field ?? null, reason.params ?? null]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
