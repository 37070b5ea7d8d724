import { sellerCodeOf } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { ProductSummary } from '../naver/port';
import type { JobRecord } from './job-row';
import type { Intent } from './product-records';
import { planReconciliation } from './reconciliation';
import { callLaneOf, type StepTools } from './step-tools';

/** How often a create call is sent whose answers are all lost and that never created anything. */
const MAX_SENDINGS = 4;
/** What a job says while its create call is being looked up. */
export const OUTCOME_UNKNOWN: Reason = { code: 'REGISTRATION_OUTCOME_UNKNOWN', severity: 'warn' };

/** Finds out what the store already has of a job's item, and takes it over. */
export interface Reconciling {
  /** What the store lists under the job's seller code, oldest first. */
  lookUp(job: JobRecord, signal: AbortSignal): Promise<readonly ProductSummary[]>;
  /** Takes over what the store has under our code: ours when we sent it, else only reported. */
  adopt(
    job: JobRecord,
    found: readonly ProductSummary[],
    openIntentId: number | null,
  ): Promise<void>;
  /** Finds out what came of a create call whose answer is missing. */
  reconcile(
    job: JobRecord,
    intentId: number,
    intent: Intent | null,
    signal: AbortSignal,
  ): Promise<void>;
}

/**
 * A missing product is looked for until it cannot turn up any more, then sent again, four times in
 * all (REGISTRATION_NEVER_ANSWERED after that). Calls throw what the client throws; nothing is
 * recorded then.
 */
export function createReconciling(tools: StepTools): Reconciling {
  return { lookUp, adopt, reconcile };

  async function reconcile(
    job: JobRecord,
    intentId: number,
    intent: Intent | null,
    signal: AbortSignal,
  ): Promise<void> {
    const found = await lookUp(job, signal);
    if (found.length > 0) {
      tools.claims.releaseLater(job);
      await adopt(job, found, intentId);
      return;
    }
    const nowMs = tools.steadyNowMs();
    const lookUps = (intent?.lookUps ?? 0) + 1;
    const plan = planReconciliation(intent?.writtenAtMs ?? nowMs, lookUps, nowMs, tools.settleMs);
    if (plan.kind === 'look-again') {
      await tools.apply(
        job,
        {
          kind: 'put-off',
          to: 'registering',
          notBeforeMs: plan.atMs,
          reasons: [OUTCOME_UNKNOWN],
          isAttempt: false,
        },
        { before: () => tools.records.countLookUp(intentId) },
      );
      return;
    }
    const free = await tools.apply(
      job,
      { kind: 'intent-absent' },
      {
        before: () => {
          tools.records.countLookUp(intentId);
          tools.records.settleIntent(intentId, 'absent', nowMs);
        },
      },
    );
    tools.claims.release(job);
    if (free === null || free.claimedBy === null) return;
    if (free.attempts + 1 >= MAX_SENDINGS) {
      await tools.apply(free, {
        kind: 'rest',
        state: 'failed',
        reasons: [
          {
            code: 'REGISTRATION_NEVER_ANSWERED',
            severity: 'block',
            params: { times: MAX_SENDINGS },
          },
        ],
      });
      return;
    }
    await tools.apply(free, {
      kind: 'put-off',
      to: 'registering',
      notBeforeMs: 0,
      reasons: [],
      isAttempt: true,
    });
  }

  async function lookUp(job: JobRecord, signal: AbortSignal): Promise<readonly ProductSummary[]> {
    const sellerCode = sellerCodeOf(job.itemNo);
    const found = await tools.naver.findBySellerCode(sellerCode, {
      lane: callLaneOf(job),
      signal,
    });
    tools.worked('naver', 'look-up');
    return found
      .filter(
        (product) =>
          product.sellerCode === sellerCode &&
          !tools.wasDeleted(job.storeId, product.originProductNo),
      )
      .toSorted((a, b) => compareNumbers(a.originProductNo, b.originProductNo));
  }

  async function adopt(
    job: JobRecord,
    found: readonly ProductSummary[],
    openIntentId: number | null,
  ): Promise<void> {
    const product = found[0];
    if (product === undefined) return;
    const isOurs = tools.records.findLatestIntent(job.jobSeq) !== null;
    const sellerCode = sellerCodeOf(job.itemNo);
    const warnings: Reason[] = [];
    if (!isOurs) {
      warnings.push({
        code: 'REGISTRATION_ALREADY_AT_NAVER',
        severity: 'warn',
        params: { sellerCode, productNo: product.channelProductNo },
      });
    }
    if (found.length > 1) {
      warnings.push({
        code: 'REGISTRATION_SEVERAL_AT_NAVER',
        severity: 'warn',
        params: {
          sellerCode,
          count: found.length,
          productNos: found.map((other) => other.channelProductNo).join(', '),
        },
      });
    }
    const atMs = tools.steadyNowMs();
    await tools.apply(
      job,
      {
        kind: 'product-known',
        originProductNo: product.originProductNo,
        channelProductNo: product.channelProductNo,
        warnings,
        needsVerifying: isOurs,
      },
      {
        before: () => {
          if (openIntentId !== null) tools.records.settleIntent(openIntentId, 'found', atMs);
          tools.records.saveProduct(
            {
              storeId: job.storeId,
              itemNo: job.itemNo,
              originProductNo: product.originProductNo,
              channelProductNo: product.channelProductNo,
              sellerCode,
              name: product.name,
              salePriceKrw: product.salePriceKrw,
              stock: product.stock,
              draftVersion: isOurs ? job.draftVersion : null,
              isAdopted: !isOurs,
            },
            atMs,
          );
        },
      },
    );
  }
}

function compareNumbers(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
