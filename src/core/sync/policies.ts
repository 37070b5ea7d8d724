import type { Reason } from '@shared/domain/reason';
import {
  ASPECT_OF_KIND,
  type ChangeAspect,
  type ChangeKind,
  type ChangeValue,
  DEFAULT_POLICIES,
  type PolicyAction,
  type WatchPolicy,
} from '@shared/domain/watch';
import {
  findPolicy,
  NEVER_WAITING_KINDS,
  type PolicySubject,
  TOLERANT_KINDS,
} from '@shared/domain/watch-policy';
import type { Difference } from './differences';

/** What a policy says, apart from what it is about. */
export type PolicyRule = Omit<WatchPolicy, 'scope' | 'kind'>;

/** The rule for one kind: the product's own, else its supplier's, else the store's, else the default. */
export function ruleFor(
  policies: readonly WatchPolicy[],
  subject: PolicySubject,
  kind: ChangeKind,
): PolicyRule {
  return findPolicy(policies, subject, kind) ?? DEFAULT_POLICIES[kind];
}

/** What is to be done, and why where it is not plainly the policy's word. */
export interface Decision {
  readonly action: PolicyAction;
  readonly reasons: readonly Reason[];
}

/**
 * What is to be done about one difference. `followed` is the value that the listing last followed:
 * tolerances count from there, so that many small steps do not creep past unseen.
 */
export function decide(
  difference: Difference,
  rule: PolicyRule,
  followed: ChangeValue | undefined,
): Decision {
  if (difference.mustAsk === null && isTolerated(difference, rule, followed)) {
    return { action: 'ignore', reasons: [] };
  }
  if (difference.mustAsk !== null && rule.action === 'act') {
    return { action: 'ask', reasons: [difference.mustAsk] };
  }
  const reasons = difference.mustAsk === null ? [] : [difference.mustAsk];
  if (ASPECT_OF_KIND[difference.kind] === null && rule.action !== 'ignore') {
    // Nothing can be written about it; the most that can be done is to say so.
    return { action: 'tell', reasons };
  }
  return { action: rule.action, reasons };
}

function isTolerated(
  difference: Difference,
  rule: PolicyRule,
  followed: ChangeValue | undefined,
): boolean {
  if (!TOLERANT_KINDS.has(difference.kind) || difference.isScarce === true) return false;
  const from = typeof followed === 'number' ? followed : difference.old;
  const to = difference.new;
  if (typeof from !== 'number' || typeof to !== 'number') return false;
  const isByAmount = rule.toleranceKrw > 0 && difference.kind !== 'stock';
  const isByShare = rule.tolerancePercent > 0;
  if (!isByAmount && !isByShare) return false;
  const moved = Math.abs(to - from);
  return (
    (!isByAmount || moved <= rule.toleranceKrw) &&
    (!isByShare || moved * 100 <= Math.abs(from) * rule.tolerancePercent)
  );
}

const WEIGHT: Readonly<Record<PolicyAction, number>> = { ignore: 0, tell: 1, act: 2, ask: 3 };

/**
 * One answer per part of the listing: the strictest of its changes. A price is one number, so one
 * change that asks makes the others of the price wait with it. What runs out is not kept waiting by
 * what comes back: where one acts, the write goes out and leaves closed what only may return.
 */
export function actionsByAspect(
  decided: readonly { readonly kind: ChangeKind; readonly action: PolicyAction }[],
): ReadonlyMap<ChangeAspect, PolicyAction> {
  const actions = new Map<ChangeAspect, PolicyAction>();
  for (const { kind, action } of decided) {
    const aspect = ASPECT_OF_KIND[kind];
    if (aspect === null) continue;
    const known = actions.get(aspect);
    if (known === undefined || WEIGHT[action] > WEIGHT[known]) actions.set(aspect, action);
  }
  const isUrgent = decided.some(
    ({ kind, action }) =>
      action === 'act' && ASPECT_OF_KIND[kind] === 'stock' && NEVER_WAITING_KINDS.has(kind),
  );
  if (isUrgent) actions.set('stock', 'act');
  return actions;
}

/** Epoch ms before which a product must not be written to again unasked. */
export function coolDownUntilMs(
  decided: readonly { readonly kind: ChangeKind; readonly rule: PolicyRule }[],
  lastAppliedAtMs: number | null,
): number {
  if (lastAppliedAtMs === null || decided.some(({ kind }) => NEVER_WAITING_KINDS.has(kind)))
    return 0;
  const minutes = Math.max(0, ...decided.map(({ rule }) => rule.coolDownMinutes));
  return minutes === 0 ? 0 : lastAppliedAtMs + minutes * 60_000;
}
