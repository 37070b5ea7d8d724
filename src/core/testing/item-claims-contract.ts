import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemClaim, ItemClaims, ItemHeld } from '../limiter/port';

/** How one adapter is made and how time passes for it. */
export interface ItemClaimsUnderTest {
  /** The same program's claims; on a shared backend another program's, named `holder`. */
  open(holder: string): Promise<ItemClaims> | ItemClaims;
  pass(durationMs: number): Promise<void>;
  close(): Promise<void>;
}

/** The claim, when it was granted: a test that gets none fails here. */
export function claimed(result: ItemClaim | ItemHeld): ItemClaim {
  if (!result.isClaimed) throw new Error(`held by ${result.heldBy}`);
  return result;
}

/** What every ItemClaims promises, whichever backend keeps them. */
export function describeItemClaimsContract(
  name: string,
  create: () => Promise<ItemClaimsUnderTest>,
): void {
  describe(`ItemClaims contract: ${name}`, () => {
    let subject: ItemClaimsUnderTest;
    beforeEach(async () => {
      subject = await create();
    });
    afterEach(async () => {
      await subject.close();
    });

    it('gives an item to one claim at a time and names its holder', async () => {
      const claims = await subject.open('office');
      const first = claimed(await claims.claim('store', '100', 1000));
      expect(first.lost.aborted).toBe(false);
      const second = await claims.claim('store', '100', 1000);
      expect(second).toMatchObject({ isClaimed: false, heldBy: 'office' });
      if (!second.isClaimed) {
        expect(second.leaseLeftMs).toBeGreaterThan(0);
        expect(second.leaseLeftMs).toBeLessThanOrEqual(1000);
      }
      await first.release();
    });

    it('gives an item to exactly one of twenty that ask at once', async () => {
      const claims = await subject.open('office');
      const results = await Promise.all(
        Array.from({ length: 20 }, () => claims.claim('store', '100', 1000)),
      );
      const winners = results.filter((result) => result.isClaimed);
      expect(winners).toHaveLength(1);
      await winners[0]?.release();
    });

    it('frees an item that is released, also when it is released twice', async () => {
      const claims = await subject.open('office');
      const first = claimed(await claims.claim('store', '100', 1000));
      await first.release();
      const second = claimed(await claims.claim('store', '100', 1000));
      await first.release();
      expect(await claims.claim('store', '100', 1000)).toMatchObject({ isClaimed: false });
      await second.release();
    });

    it('keeps items and stores apart, whatever characters their names hold', async () => {
      const claims = await subject.open('office');
      const all = [
        await claims.claim('store', '100', 1000),
        await claims.claim('store', '101', 1000),
        await claims.claim('other', '100', 1000),
        await claims.claim('a:b', 'c', 1000),
        await claims.claim('a', 'b:c', 1000),
        await claims.claim('{가}', '"}', 1000),
      ];
      for (const claim of all.map(claimed)) await claim.release();
    });

    it('keeps an item for work that lasts longer than the lease', async () => {
      const claims = await subject.open('office');
      const first = claimed(await claims.claim('store', '100', 300));
      await subject.pass(900);
      expect(first.lost.aborted).toBe(false);
      expect(await claims.claim('store', '100', 300)).toMatchObject({ isClaimed: false });
      await first.release();
    });

    it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
      'refuses a lease of %d ms',
      async (leaseMs) => {
        const claims = await subject.open('office');
        await expect(claims.claim('store', '100', leaseMs)).rejects.toMatchObject({
          code: 'LIMITER_BAD_RATE',
        });
      },
    );
  });
}
