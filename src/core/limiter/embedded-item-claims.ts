import { checkedLeaseMs } from './lease-length';
import type { ItemClaims } from './port';

/**
 * Claims inside this one process, for one PC without Redis: nobody else can hold an item, and a claim
 * ends with the process at the latest. Only a second claim of the same process finds an item held.
 */
export function createEmbeddedItemClaims(holder: string): ItemClaims {
  const leases = new Map<string, number>();
  return {
    claim: async (storeId, itemNo, leaseMs) => {
      const key = JSON.stringify([storeId, itemNo]);
      const held = leases.get(key);
      if (held !== undefined) return { isClaimed: false, heldBy: holder, leaseLeftMs: held };
      leases.set(key, checkedLeaseMs(leaseMs));
      let isReleased = false;
      return {
        isClaimed: true,
        lost: new AbortController().signal,
        release: async () => {
          if (!isReleased) leases.delete(key);
          isReleased = true;
        },
        // Nobody else is there to get it.
        leave: () => undefined,
      };
    },
  };
}
