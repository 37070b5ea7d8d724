import { createFakeClock } from '../testing/fake-clock';
import { describeItemClaimsContract } from '../testing/item-claims-contract';
import { createEmbeddedItemClaims } from './embedded-item-claims';

describeItemClaimsContract('embedded', async () => {
  const clock = createFakeClock();
  return {
    open: (holder) => createEmbeddedItemClaims(holder),
    pass: (durationMs) => clock.advance(durationMs),
    close: async () => undefined,
  };
});
