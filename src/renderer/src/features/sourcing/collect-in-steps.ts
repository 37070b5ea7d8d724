import type { ItemNo } from '@shared/domain/ids';
import { type AppError, toAppError } from '@shared/errors/app-error';
import type { RouteOutput } from '@shared/ipc/registry';
import { COLLECT_MAX_ITEMS } from '@shared/ipc/sourcing';

/** Items per request, so that progress is seen and can be stopped. */
export const COLLECT_STEP = Math.min(25, COLLECT_MAX_ITEMS);

export type CollectVerdict = RouteOutput<'sourcing.collect'>['verdicts'][number];

/** What became of the items until the end, a stop or a fault; what was drafted stays drafted either way. */
export interface Collected {
  readonly verdicts: readonly CollectVerdict[];
  /** Items that were not tried any more. */
  readonly leftItems: number;
  readonly fault: AppError | null;
}

export interface CollectSteps {
  readonly collect: (itemNos: readonly ItemNo[]) => Promise<readonly CollectVerdict[]>;
  readonly isStopped: () => boolean;
  readonly onProgress: (doneItems: number) => void;
}

/** Makes drafts of many items step by step; a fault ends it and never takes away what was done before. */
export async function collectInSteps(
  itemNos: readonly ItemNo[],
  { collect, isStopped, onProgress }: CollectSteps,
): Promise<Collected> {
  const verdicts: CollectVerdict[] = [];
  let at = 0;
  let fault: AppError | null = null;
  while (at < itemNos.length && !isStopped() && fault === null) {
    onProgress(at);
    const step = itemNos.slice(at, at + COLLECT_STEP);
    try {
      verdicts.push(...(await collect(step)));
      at += step.length;
    } catch (cause) {
      fault = toAppError(cause);
    }
  }
  return { verdicts, leftItems: itemNos.length - at, fault };
}
