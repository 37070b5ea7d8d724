import { findLeaves } from '../../drafts/find-leaves';
import { NOTICE_TYPES } from '../../naver/notice-types';
import type { CallOptions } from '../../naver/port';
import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';

/** A person waits for the answer. */
const INTERACTIVE: CallOptions = { lane: 'normal', isInteractive: true };

/**
 * Asks Naver's lists as a waiting person, before any batch; most answers are the day's kept ones.
 */
export function createMarketplaceHandlers(
  storebridge: StoreBridge,
): Pick<Handlers, Extract<keyof Handlers, `marketplace.${string}`>> {
  return {
    'marketplace.findCategories': async ({ text, limit }) => {
      const leaves = await storebridge.masterData.leafCategories(INTERACTIVE);
      return { categories: findLeaves(leaves, text, limit).map(({ id, path }) => ({ id, path })) };
    },
    'marketplace.getCategory': async ({ id }) => {
      const { path, exceptions, certifications } = await storebridge.masterData.category(
        id,
        INTERACTIVE,
      );
      return {
        id,
        path,
        exceptions: [...exceptions],
        certifications: certifications.map((each) => ({
          ...each,
          kindTypes: [...each.kindTypes],
        })),
      };
    },
    'marketplace.findOrigins': async ({ text, limit }) => {
      const wanted = text.trim().toLowerCase();
      const areas = await storebridge.masterData.originAreas(INTERACTIVE);
      const found = areas.filter(
        ({ code, name }) => code === wanted || name.toLowerCase().includes(wanted),
      );
      return { origins: found.slice(0, limit).map(({ code, name }) => ({ code, name })) };
    },
    'marketplace.listAddresses': async () => {
      const addresses = await storebridge.masterData.addresses(INTERACTIVE);
      return {
        addresses: addresses.map(({ id, name, type, address, phone }) => ({
          id,
          name,
          type,
          address,
          phone,
        })),
      };
    },
    'marketplace.listNoticeTypes': () => ({
      types: NOTICE_TYPES.map(({ type, fields }) => ({
        type,
        fields: fields.map((field) => ({ ...field })),
      })),
    }),
  };
}
