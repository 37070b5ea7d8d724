import { SOURCING_SORTS, type SourcingConditions } from '@shared/domain/sourcing';

const PAYERS = ['free', 'prepaid', 'collect', 'buyer-choice'] as const;
const ORIGINS = ['domestic', 'foreign'] as const;
const TEXTS = ['keyword', 'categoryCode', 'supplierId', 'supplierNick'] as const;
const NUMBERS = ['minPriceKrw', 'maxPriceKrw', 'minQuantity', 'maxQuantity'] as const;
const FLAGS = ['isFastDelivery', 'isGoodSupplier', 'isLowestPrice', 'isLicensed'] as const;
/** Every name of a condition in the address. */
export const CONDITION_NAMES = [...TEXTS, ...NUMBERS, ...FLAGS, 'payer', 'origin', 'sort'] as const;

/** The search in the screen's address; what is not understood there is left out. */
export function conditionsOf(address: URLSearchParams): SourcingConditions {
  const texts = TEXTS.flatMap((name) => {
    const text = address.get(name)?.trim() ?? '';
    return text === '' ? [] : [[name, text] as const];
  });
  const numbers = NUMBERS.flatMap((name) => {
    const value = wholeNumber(address.get(name) ?? '');
    return value === null ? [] : [[name, value] as const];
  });
  const flags = FLAGS.flatMap((name) =>
    address.get(name) === 'true' ? [[name, true] as const] : [],
  );
  const payer = PAYERS.find((each) => each === address.get('payer'));
  const origin = ORIGINS.find((each) => each === address.get('origin'));
  const sort = SOURCING_SORTS.find((each) => each === address.get('sort'));
  return {
    ...Object.fromEntries([...texts, ...numbers, ...flags]),
    ...(payer === undefined ? {} : { payer }),
    ...(origin === undefined ? {} : { origin }),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** `conditions` as parts of the address. */
export function addressOf(conditions: SourcingConditions): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(conditions).flatMap(([name, value]) =>
      value === undefined || value === false || value === '' ? [] : [[name, String(value)]],
    ),
  );
}

/** Digits, with or without commas, as a number; null for anything else. */
export function wholeNumber(text: string): number | null {
  const digits = text.replaceAll(',', '').trim();
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
