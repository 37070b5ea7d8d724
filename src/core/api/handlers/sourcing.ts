import type { CallOptions } from '../../domeggook/port';
import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';

/** A person waits for the answer. */
const INTERACTIVE: CallOptions = { lane: 'normal', isInteractive: true };

/** Every search and look spends a call of the wholesaler's day. */
export function createSourcingHandlers({
  sourcing,
}: StoreBridge): Pick<Handlers, Extract<keyof Handlers, `sourcing.${string}`>> {
  return {
    'sourcing.search': async ({ storeId, conditions, page }) => {
      const found = await sourcing.search(storeId, conditions, page, INTERACTIVE);
      return { ...found, rows: [...found.rows] };
    },
    'sourcing.categories': async () => ({
      categories: (await sourcing.categories(INTERACTIVE)).map((each) => ({ ...each })),
    }),
    'sourcing.look': ({ storeId, itemNo }) => sourcing.look(storeId, itemNo, INTERACTIVE),
    'sourcing.collect': async ({ storeId, itemNos }) => ({
      verdicts: (await sourcing.collect(storeId, itemNos, INTERACTIVE)).map((verdict) =>
        verdict.kind === 'drafted' ? { ...verdict, reasons: [...verdict.reasons] } : verdict,
      ),
    }),
    'sourcing.savedSearches': () => ({ searches: [...sourcing.searches.list()] }),
    'sourcing.saveSearch': ({ name, conditions }) => ({
      searches: [...sourcing.searches.save(name, conditions)],
    }),
    'sourcing.removeSearch': ({ id }) => ({ searches: [...sourcing.searches.remove(id)] }),
  };
}
