import type { ItemNo, StoreId } from './ids';
import type { ChangeKind, PolicyScope, WatchPolicy } from './watch';

/** Whose policy is wanted; null where nothing narrower is meant. */
export interface PolicySubject {
  readonly storeId: StoreId;
  readonly supplierId: string | null;
  readonly itemNo: ItemNo | null;
}

/** How wide a policy reaches; a narrower one comes before a wider one. */
export type PolicyLevel = 'store' | 'supplier' | 'item';

/**
 * The narrowest thing the policy is about; a scope with an item counts as the item's, whatever
 * supplier stands beside it.
 */
export function levelOf({ supplierId, itemNo }: PolicyScope): PolicyLevel {
  if (itemNo !== null) return 'item';
  return supplierId === null ? 'store' : 'supplier';
}

/** The narrowest policy that holds for the subject; null where the default holds. */
export function findPolicy(
  policies: readonly WatchPolicy[],
  subject: PolicySubject,
  kind: ChangeKind,
): WatchPolicy | null {
  let best: WatchPolicy | null = null;
  for (const policy of policies) {
    if (policy.kind !== kind || !fits(policy, subject)) continue;
    if (best === null || narrowness(policy) > narrowness(best)) best = policy;
  }
  return best;
}

function fits({ scope }: WatchPolicy, subject: PolicySubject): boolean {
  return (
    scope.storeId === subject.storeId &&
    (scope.supplierId === null || scope.supplierId === subject.supplierId) &&
    (scope.itemNo === null || scope.itemNo === subject.itemNo)
  );
}

function narrowness({ scope }: WatchPolicy): number {
  return (scope.itemNo === null ? 0 : 2) + (scope.supplierId === null ? 0 : 1);
}

/** Kinds whose small differences a tolerance may leave out. */
export const TOLERANT_KINDS: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'price-up',
  'price-down',
  'option-price',
  'delivery-fee',
  'stock',
]);

/** Kinds that no cool-down holds back: every minute of them can cost an order. */
export const NEVER_WAITING_KINDS: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'sold-out',
  'low-stock',
  'option-gone',
  'ended',
]);

/** Kinds whose bounds hold the sale price: up and down, whatever made the price move. */
export const BOUNDED_KINDS: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'price-up',
  'price-down',
]);
