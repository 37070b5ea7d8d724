import type { ItemNo, StoreId } from '@shared/domain/ids';
import type {
  ChangeAspect,
  ChangeKind,
  PolicyScope,
  WatchApproval,
  WatchChange,
  WatchControls,
  WatchedProduct,
  WatchFinding,
  WatchHistory,
  WatchPolicy,
  WatchStatus,
} from '@shared/domain/watch';
import type { AppError } from '@shared/errors/app-error';
import type { ChangeFilter, ProductFilter } from './watch-queries';

export type { ChangeFilter, ProductFilter } from './watch-queries';

/** What one whole sweep with its follow-up did. */
export interface SweepReport {
  readonly checked: number;
  readonly calls: number;
  /** Items that changed. */
  readonly changed: number;
  /** Listings that were brought up to date. */
  readonly applied: number;
  /** Changes that wait for the seller. */
  readonly asked: number;
  readonly notified: number;
  readonly failed: number;
  readonly changes: readonly WatchChange[];
  /** Why it ended early; null when it went through. */
  readonly fault: AppError | null;
}

/** `hasNews`: changes, approvals or findings came or went; else only figures moved. */
export interface WatchEvent {
  readonly hasNews: boolean;
}

/**
 * Watches the wholesaler and keeps listings right. Reads and commands work at once in every process;
 * `start` makes this one the watcher of the data folder, when no other is. Commands throw STORAGE_*.
 */
export interface WatchService {
  status(storeId: StoreId): WatchStatus;
  /** Signs of life: whether checks are due at all, and when the last one told something. */
  pulse(): { readonly isExpected: boolean; readonly lastCheckedAtMs: number | null };
  listProducts(filter: ProductFilter): {
    readonly products: readonly WatchedProduct[];
    readonly total: number;
  };
  listChanges(filter: ChangeFilter): {
    readonly changes: readonly WatchChange[];
    readonly total: number;
  };
  /** Throws WATCH_NOT_WATCHED. */
  history(storeId: StoreId, itemNo: ItemNo, fromMs: number): WatchHistory;
  /** The history as CSV (RFC 4180, UTF-8 with a mark), of one item or of the whole store. */
  exportHistory(
    storeId: StoreId,
    itemNo: ItemNo | null,
  ): { readonly fileName: string; readonly csv: string };
  policies(storeId: StoreId): {
    readonly own: readonly WatchPolicy[];
    readonly defaults: readonly WatchPolicy[];
    /** Suppliers of the store's watched products, those of most products first. */
    readonly suppliers: readonly { readonly supplierId: string; readonly products: number }[];
  };
  /**
   * Replaces the policy of the same scope and kind; changes found before keep what was decided
   * about them.
   */
  savePolicy(policy: WatchPolicy): void;
  /** The next wider scope holds again, at last the default. */
  removePolicy(scope: PolicyScope, kind: ChangeKind): void;
  /**
   * Ends a dry run when it was on: what it would have written is written then, where the policies
   * still say so.
   */
  saveControls(storeId: StoreId, controls: WatchControls): WatchControls;
  /** Open ones, newest first. */
  listApprovals(
    storeId: StoreId,
    offset: number,
    limit: number,
  ): { readonly approvals: readonly WatchApproval[]; readonly total: number };
  /** Settles open ones and gives their count; those that are gone are left out. */
  approve(approvalIds: readonly number[]): number;
  /** Settles open ones without a write and gives their count; those that are gone are left out. */
  dismiss(approvalIds: readonly number[]): number;
  /** Open ones, newest first. */
  listFindings(
    storeId: StoreId,
    offset: number,
    limit: number,
  ): { readonly findings: readonly WatchFinding[]; readonly total: number };
  /**
   * `restore` writes ours to the store again where that can be done, `keep` takes over what stands
   * there. Gives how many were settled; those that are gone are left out.
   */
  settleFindings(findingIds: readonly number[], choice: 'keep' | 'restore'): number;
  /** Pinned items are checked as often as hot ones. An unknown item changes nothing. */
  setPinned(storeId: StoreId, itemNos: readonly ItemNo[], isPinned: boolean): void;
  /** Replaces the product's locks. Throws WATCH_NOT_WATCHED. */
  setLocks(storeId: StoreId, itemNo: ItemNo, locks: readonly ChangeAspect[]): void;
  /** Nothing is checked or written until `resume`, also after a restart. */
  pause(): void;
  resume(): void;
  /** Asks the running watcher for a whole sweep; it begins as soon as the present call is done. */
  sweepNow(): void;
  /** Asks the running watcher to compare all listings with the store as soon as it can. */
  auditNow(): void;
  /**
   * One whole sweep and what follows from it, in this process. Throws WATCH_OTHER_WORKER when another
   * process watches.
   */
  runOnce(signal?: AbortSignal): Promise<SweepReport>;
  subscribe(listener: (event: WatchEvent) => void): () => void;
  /** Resolves at once. While another program watches, it is tried again every minute. */
  start(): Promise<void>;
  /** Begins nothing more and waits for the present call, at most `deadlineMs`. */
  stop(deadlineMs: number): Promise<void>;
}
