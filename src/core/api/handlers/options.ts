import type { DraftContent } from '@shared/domain/draft';
import type { StoreBridge } from '../../storebridge';
import { withoutUndefined } from '../defined-fields';
import type { Handlers } from '../router';

export function createOptionsHandlers({
  options,
}: StoreBridge): Pick<Handlers, Extract<keyof Handlers, `options.${string}`>> {
  return {
    'options.save': ({ storeId, itemNo, change, commands, basedOnVersion }) => {
      const content: Partial<DraftContent> = withoutUndefined(change);
      return { draft: options.save(storeId, itemNo, content, commands, basedOnVersion) };
    },
    'options.offer': ({ storeId, itemNo }) => ({ offer: options.offer(storeId, itemNo) }),
    'options.similar': ({ storeId, itemNo }) => ({
      drafts: [...options.similar(storeId, itemNo)],
    }),
    'options.applyCorrection': ({ storeId, itemNo, drafts }) =>
      outcomeOf(options.apply(storeId, itemNo, drafts)),
    'options.undoCorrection': ({ storeId, drafts }) => outcomeOf(options.undo(storeId, drafts)),
    'options.forgetCorrection': ({ storeId, itemNo }) => {
      options.forget(storeId, itemNo);
      return {};
    },
  };
}

function outcomeOf<Done, Skipped>(outcome: {
  readonly done: readonly Done[];
  readonly skipped: readonly Skipped[];
}): { done: Done[]; skipped: Skipped[] } {
  return { done: [...outcome.done], skipped: [...outcome.skipped] };
}
