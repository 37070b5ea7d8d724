import type { ItemDelivery } from '@shared/domain/item';
import type { z } from 'zod';
import type { deliverySchema } from './item-schema';
import { parseQuantityTable } from './quantity-table';

type WireDelivery = z.output<typeof deliverySchema>;

/** Domeme's delivery terms, falling back to Domeggook's where Domeme states none (domeggook-openapi.md 3.6, 2026-09). */
export function parseDelivery(wire: WireDelivery): ItemDelivery {
  // Domeme may state its payer alone; the fee is then Domeggook's.
  const terms = wire.supply?.type == null ? (wire.dome ?? wire.supply) : wire.supply;
  const payerText = wire.supply?.pay ?? wire.pay ?? '';
  const payer = payerOf(payerText);
  return {
    payer,
    payerText,
    fee: payer === 'free' ? { kind: 'none' } : feeOf(terms),
    method: wire.method ?? '',
    preparationDays: wire.periodDeli ?? preparationDaysOf(wire.wating),
    jejuExtraKrw: wire.feeExtra.jeju ?? 0,
    islandsExtraKrw: wire.feeExtra.islands ?? 0,
    isFromOversea: wire.fromOversea,
    needsCustomsCode: wire.reqCcno,
  };
}

/** The exact texts vary (`무료`, `구매자(선불,착불)선택`), so they are told apart by what they contain. */
function payerOf(text: string): ItemDelivery['payer'] {
  const isCollect = text.includes('착불');
  const isPrepaid = text.includes('선결제') || text.includes('선불');
  if (text.includes('구매자') || (isCollect && isPrepaid)) return 'buyer-choice';
  if (text.includes('무료')) return 'free';
  if (isPrepaid) return 'prepaid';
  if (isCollect) return 'collect';
  return 'unknown';
}

function feeOf(terms: WireDelivery['dome']): ItemDelivery['fee'] {
  if (terms === null) return { kind: 'unknown', text: '' };
  const unknown = {
    kind: 'unknown',
    text: [terms.type, terms.fee, terms.tbl].filter((part) => part !== null).join(' '),
  } as const;
  if (terms.type === '고정배송비') {
    const feeKrw = terms.fee === null ? Number.NaN : Number(terms.fee);
    return Number.isInteger(feeKrw) && feeKrw >= 0 ? { kind: 'fixed', feeKrw } : unknown;
  }
  const entries = terms.tbl === null ? null : parseQuantityTable(terms.tbl);
  if (entries === null || entries.some((entry) => entry.quantity < 1 || entry.amountKrw < 0)) {
    return unknown;
  }
  if (terms.type === '수량별차등') {
    const tiers = entries
      .map((entry) => ({ minQuantity: entry.quantity, feeKrw: entry.amountKrw }))
      .sort((a, b) => a.minQuantity - b.minQuantity);
    return { kind: 'tiered', tiers };
  }
  const [first, step = first] = entries;
  if (terms.type === '수량별비례' && first !== undefined && step !== undefined) {
    return {
      kind: 'proportional',
      firstQuantity: first.quantity,
      firstFeeKrw: first.amountKrw,
      stepQuantity: step.quantity,
      stepFeeKrw: step.amountKrw,
    };
  }
  return unknown;
}

function preparationDaysOf(text: string | null): number | null {
  if (text === null) return null;
  if (text.startsWith('즉시')) return 0;
  const days = /^(\d+)일/.exec(text)?.[1];
  return days === undefined ? null : Number(days);
}
