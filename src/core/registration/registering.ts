import { createHash } from 'node:crypto';
import type { Draft } from '@shared/domain/draft';
import { sellerCodeOf } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import { type AppError, toAppError } from '@shared/errors/app-error';
import type { CreateOutcome, ProductBody } from '../naver/port';
import { FailedCall } from './failed-call';
import { isCertainlyNotProcessed, isRefusal } from './fault-class';
import type { JobRecord } from './job-row';
import { restForReview } from './preparing';
import { lookUpPauseMs } from './reconciliation';
import { createReconciling, OUTCOME_UNKNOWN } from './reconciling';
import type { JobEvent } from './state-machine';
import { callLaneOf, type StepTools, type StepWork } from './step-tools';
import { expectationOf } from './verification';

/** Longest pause before another look at an item that another PC works on. */
const LONGEST_CLAIM_LOOK_MS = 15_000;

/**
 * Creates the product, once. The order is what makes it safe: look the seller code up, commit the
 * intent, send, commit the answer. An intent without an answer is looked up until it is known
 * what came of it; nothing is sent for the job before that.
 *
 * `createInTurn` bounds how many create calls are under way at once.
 */
export function createRegistering(
  tools: StepTools,
  createInTurn: <T>(work: () => Promise<T>) => Promise<T>,
): StepWork {
  const known = createReconciling(tools);
  return async (job, signal) => {
    if (job.openIntentId !== null) {
      const intent = tools.records.findIntent(job.openIntentId);
      await known.reconcile(job, job.openIntentId, intent, signal);
      return;
    }
    const ready = await bodyFor(job, signal);
    if (ready === null) return;
    const { draft, body } = ready;
    const bodySha256 = hashOf(body);
    if (tools.records.wasRejected(job.jobSeq, bodySha256)) {
      await tools.apply(job, {
        kind: 'rest',
        state: 'rejected',
        reasons: [{ code: 'REGISTRATION_DRAFT_UNCHANGED', severity: 'block' }],
        draftVersion: draft.version,
      });
      return;
    }
    const claim = await tools.claims.take(job);
    // After the claim: what another PC has made is found now, also while it still holds the item.
    const found = await known.lookUp(job, signal).catch((fault: unknown) => {
      tools.claims.release(job);
      throw fault;
    });
    if (found.length > 0) {
      await known.adopt(job, found, null);
      tools.claims.release(job);
      return;
    }
    if (claim.kind === 'held') {
      await waitForClaim(job, claim);
      return;
    }
    const isMine = AbortSignal.any([signal, claim.lost]);
    await createInTurn(() => create(job, draft, body, bodySha256, isMine));
  };

  /** Another PC works on the item: its product, if one comes of it, will be found and taken over. */
  async function waitForClaim(
    job: JobRecord,
    { heldBy, leaseLeftMs }: { readonly heldBy: string; readonly leaseLeftMs: number },
  ): Promise<void> {
    await tools.apply(job, {
      kind: 'put-off',
      to: 'registering',
      notBeforeMs: tools.steadyNowMs() + Math.min(leaseLeftMs, LONGEST_CLAIM_LOOK_MS),
      reasons: [{ code: 'REGISTRATION_CLAIMED_ELSEWHERE', severity: 'warn', params: { heldBy } }],
      isAttempt: false,
    });
  }

  /** The body to send, or null after the job was sent elsewhere. */
  async function bodyFor(
    job: JobRecord,
    signal: AbortSignal,
  ): Promise<{ readonly draft: Draft; readonly body: ProductBody } | null> {
    const draft = tools.drafts.find(job.storeId, job.itemNo);
    const { pictures, uploaded } = tools.cargoOf(job);
    const isLoaded = uploaded !== undefined && pictures?.draftVersion === draft?.version;
    const isFresh = tools.isFresh(job);
    if (draft === null || !isFresh || pictures === undefined || !isLoaded) {
      await tools.apply(job, {
        kind: 'put-off',
        to: draft === null || !isFresh ? 'queued' : 'uploading',
        notBeforeMs: 0,
        reasons: [],
        isAttempt: false,
      });
      return null;
    }
    if (draft.state !== 'ready') {
      await restForReview(tools, job, draft);
      return null;
    }
    const made = await tools.drafts.productBody(draft, pictures.outcomes, uploaded, {
      lane: callLaneOf(job),
      signal,
    });
    if (made.kind === 'body') return { draft, body: made.body };
    await restForReview(tools, job, draft, made.reasons);
    return null;
  }

  async function create(
    job: JobRecord,
    draft: Draft,
    body: ProductBody,
    bodySha256: string,
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted) {
      tools.claims.release(job);
      throw signal.reason;
    }
    const isAsBuilt = tools.drafts.find(job.storeId, job.itemNo)?.version === draft.version;
    if (!tools.isOpen('naver') || !isAsBuilt || !tools.isFresh(job)) {
      tools.claims.release(job);
      // Paused, broken off or edited while it waited for its turn, or the rules of its price changed.
      await tools.apply(job, {
        kind: 'put-off',
        to: 'registering',
        notBeforeMs: 0,
        reasons: [],
        isAttempt: false,
      });
      return;
    }
    const atMs = tools.steadyNowMs();
    const intended = await tools.apply(job, () => intend(job, draft, body, bodySha256, atMs));
    if (intended === null || intended.openIntentId === null) {
      tools.claims.release(job);
      return;
    }
    const intentId = intended.openIntentId;
    let outcome: CreateOutcome;
    try {
      // The same content refused again and again, whichever job sends it, is sent no more.
      const item = `${job.itemNo}:${bodySha256}`;
      outcome = await tools.naver.createProduct(body, { lane: callLaneOf(job), signal, item });
    } catch (thrown) {
      const fault = toAppError(thrown);
      if (isCertainlyNotProcessed(fault)) {
        await notProcessed(intended, intentId, draft, fault);
        return;
      }
      outcome = { kind: 'unknown', cause: fault };
    }
    await record(intended, intentId, draft, outcome);
  }

  /** Writes the intent, unless the hour's products are used up: then the job waits for its turn. */
  function intend(
    job: JobRecord,
    draft: Draft,
    body: ProductBody,
    bodySha256: string,
    atMs: number,
  ): JobEvent {
    const opensAtMs = tools.capOpensAtMs(job.storeId);
    if (opensAtMs !== null) {
      const perHour = tools.settings.get().registration.createsPerHour;
      return {
        kind: 'put-off',
        to: 'registering',
        notBeforeMs: opensAtMs,
        reasons: [{ code: 'REGISTRATION_HOUR_USED_UP', severity: 'warn', params: { perHour } }],
        isAttempt: false,
      };
    }
    const intentId = tools.records.writeIntent(
      {
        jobSeq: job.jobSeq,
        storeId: job.storeId,
        sellerCode: sellerCodeOf(job.itemNo),
        bodySha256,
        draftVersion: draft.version,
        expectation: expectationOf(body),
      },
      atMs,
    );
    return { kind: 'intend', intentId, draftVersion: draft.version };
  }

  /** The call was turned away or never left: nothing to look up, and a refusal is not sent again. */
  async function notProcessed(
    job: JobRecord,
    intentId: number,
    draft: Draft,
    fault: AppError,
  ): Promise<void> {
    const free = await tools.apply(
      job,
      { kind: 'intent-absent' },
      { before: () => tools.records.settleIntent(intentId, 'not-sent', tools.steadyNowMs()) },
    );
    tools.claims.release(job);
    if (!isRefusal(fault)) throw new FailedCall('create', fault);
    tools.failed('naver', 'create', fault);
    if (free === null || free.claimedBy === null) return;
    await tools.apply(free, {
      kind: 'rest',
      state: 'failed',
      reasons: [{ code: fault.code, severity: 'block', params: fault.params }],
      draftVersion: draft.version,
    });
  }

  async function record(
    job: JobRecord,
    intentId: number,
    draft: Draft,
    outcome: CreateOutcome,
  ): Promise<void> {
    const atMs = tools.steadyNowMs();
    switch (outcome.kind) {
      case 'created': {
        tools.claims.releaseLater(job);
        tools.worked('naver', 'create');
        tools.judged(null);
        const intent = tools.records.findIntent(intentId);
        await tools.apply(
          job,
          {
            kind: 'product-known',
            originProductNo: outcome.product.originProductNo,
            channelProductNo: outcome.product.channelProductNo,
            warnings: [],
            needsVerifying: true,
          },
          {
            before: () => {
              tools.records.settleIntent(intentId, 'created', atMs);
              tools.records.saveProduct(
                {
                  storeId: job.storeId,
                  itemNo: job.itemNo,
                  originProductNo: outcome.product.originProductNo,
                  channelProductNo: outcome.product.channelProductNo,
                  sellerCode: sellerCodeOf(job.itemNo),
                  name: intent?.expectation?.name ?? null,
                  salePriceKrw: intent?.expectation?.salePriceKrw ?? null,
                  stock: intent?.expectation?.stock ?? null,
                  draftVersion: draft.version,
                  isAdopted: false,
                },
                atMs,
              );
            },
          },
        );
        return;
      }
      case 'rejected':
        tools.claims.release(job);
        forgetRefusedPictures(job, outcome.reasons);
        tools.judged(outcome.reasons);
        tools.worked('naver', 'create');
        await tools.apply(
          job,
          {
            kind: 'rest',
            state: 'rejected',
            reasons: outcome.reasons,
            draftVersion: draft.version,
          },
          {
            before: () =>
              tools.records.settleIntent(intentId, 'rejected', atMs, {
                reasons: outcome.reasons,
                traceId: outcome.traceId,
              }),
          },
        );
        return;
      case 'unknown':
        tools.failed('naver', 'create', outcome.cause);
        await tools.apply(job, {
          kind: 'put-off',
          to: 'registering',
          notBeforeMs: atMs + lookUpPauseMs(0),
          reasons: [OUTCOME_UNKNOWN],
          isAttempt: false,
        });
    }
  }

  /** Addresses that Naver no longer takes are forgotten, so that a retry uploads the pictures anew. */
  function forgetRefusedPictures(job: JobRecord, reasons: readonly Reason[]): void {
    const { uploaded } = tools.cargoOf(job);
    if (uploaded !== undefined && reasons.some(isAboutPictureAddress)) {
      tools.uploader.forget(job.storeId, [...uploaded.values()]);
    }
  }
}

/** True for a refusal that an unchanged draft can overcome: its pictures get new addresses. */
export function isAboutPictureAddress(reason: Reason): boolean {
  return reason.code === 'NAVER_REJECTED_IMAGE_ADDRESS';
}

function hashOf(body: ProductBody): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}
