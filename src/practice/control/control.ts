import type { MarketChange, MarketState, QuirkMode } from '../catalogue/market-state';
import type { CatalogueItem, Quirk } from '../catalogue/model';
import type { CallLimit } from '../domeggook/call-limit';
import type { ServerTime } from '../gateway/clock';
import type { Fault, FaultBoard } from '../gateway/faults';
import { sellerCodeOf } from '../naver/product-store';
import type { PracticeNaver } from '../naver/server';
import type { Journal } from './journal';

/** A product of the practice store, short. */
export interface PracticeProduct {
  readonly originProductNo: number;
  readonly channelProductNo: number;
  readonly sellerCode: string | null;
  readonly name: unknown;
  readonly statusType: unknown;
  readonly salePrice: unknown;
  readonly stockQuantity: unknown;
}

/** Everything a test or a demonstration can make happen. Unknown numbers throw RangeError. */
export interface PracticeControl {
  advance(steps?: number): readonly MarketChange[];
  changePrice(itemNo: number, priceKrw: number): MarketChange;
  changeStock(itemNo: number, stock: number): MarketChange;
  changeOption: MarketState['changeOption'];
  soldOut(itemNo: number): MarketChange;
  end(itemNo: number): MarketChange;
  restart(itemNo: number): MarketChange;
  delete(itemNo: number): MarketChange;
  setLicence(itemNo: number, isUsable: boolean): MarketChange;
  setResaleFloor(itemNo: number, floorKrw: number | null): MarketChange;
  /** `some` = on the items that have it (default), `all`, `none`. */
  setQuirk(quirk: Quirk, mode: QuirkMode): void;
  inject(fault: Fault): void;
  clearFaults(): void;
  /** Both servers' clocks: Date header, trace id, timestamps, token checks. */
  setClockOffset(offsetMs: number): void;
  /** Moves the calendar (quota penalty, daily budget) without moving the clock. */
  nextDay(days?: number): void;
  /** The Commerce API answers every call with the HOURS quota refusal, until lifted. */
  setQuotaPenalty(isOn: boolean): void;
  revokeTokens(): void;
  setUploadDelay(delayMs: number): void;
  setLatency(latencyMs: number): void;
  /** New products stay out of the search for so long. */
  setSearchDelay(delayMs: number): void;
  /** As if so many wholesale calls had been made today. */
  setDomeggookCallsToday(calls: number): void;
  /** Blocks a product as the platform's inspection would. */
  prohibit(originProductNo: number, reason: string): void;
  products(): readonly PracticeProduct[];
  /** The stored body, or null. */
  product(originProductNo: number): Readonly<Record<string, unknown>> | null;
  items(): readonly CatalogueItem[];
}

/**
 * Delays that a test may change while the market runs: an upload's work, every call's way, and how
 * late a new product shows in the search.
 */
export interface Tuning {
  uploadDelayMs: number;
  latencyMs: number;
  searchDelayMs: number;
}

/** Everything that can be turned from outside. */
export interface ControlParts {
  readonly market: MarketState;
  readonly naver: PracticeNaver;
  readonly domeggookLimit: CallLimit;
  readonly faults: FaultBoard;
  readonly time: ServerTime;
  readonly tuning: Tuning;
  readonly journal: Journal;
}

/** Commands that change the catalogue: kept, and repeated after a restart. */
const KEPT = [
  'advance',
  'changePrice',
  'changeStock',
  'changeOption',
  'soldOut',
  'end',
  'restart',
  'delete',
  'setLicence',
  'setResaleFloor',
] as const;
type KeptName = (typeof KEPT)[number];

interface KeptCommand {
  readonly name: KeptName;
  readonly args: readonly unknown[];
}

function run(market: MarketState, command: KeptCommand): unknown {
  const method = market[command.name] as (...args: readonly unknown[]) => unknown;
  return method(...command.args);
}

/** Repeats the catalogue changes of earlier runs, as far as their items still exist. */
export function replayMarket(market: MarketState, journal: Journal): void {
  for (const entry of journal.past) {
    const command = entry.value as KeptCommand;
    if (entry.kind !== 'market' || !KEPT.includes(command.name)) continue;
    try {
      run(market, command);
    } catch (fault) {
      // Another seed or a smaller market has no such item: nothing is left to repeat.
      if (!(fault instanceof RangeError)) throw fault;
    }
  }
}

/**
 * Changes of the market go into the journal at once, so that a kept market has them after a
 * restart; faults and delays end with the process.
 */
export function createControl(parts: ControlParts): PracticeControl {
  const { market, naver, faults, time, tuning, journal } = parts;
  const kept = <T>(name: KeptName, ...args: readonly unknown[]): T => {
    const result = run(market, { name, args }) as T;
    journal.append({ kind: 'market', value: { name, args } });
    return result;
  };
  return {
    advance: (steps = 1) => kept('advance', steps),
    changePrice: (itemNo, priceKrw) => kept('changePrice', itemNo, priceKrw),
    changeStock: (itemNo, stock) => kept('changeStock', itemNo, stock),
    changeOption: (itemNo, key, change) => kept('changeOption', itemNo, key, change),
    soldOut: (itemNo) => kept('soldOut', itemNo),
    end: (itemNo) => kept('end', itemNo),
    restart: (itemNo) => kept('restart', itemNo),
    delete: (itemNo) => kept('delete', itemNo),
    setLicence: (itemNo, isUsable) => kept('setLicence', itemNo, isUsable),
    setResaleFloor: (itemNo, floorKrw) => kept('setResaleFloor', itemNo, floorKrw),
    setQuirk: (quirk, mode) => market.setQuirk(quirk, mode),
    inject: (fault) => faults.inject(fault),
    clearFaults: () => faults.clear(),
    setClockOffset(offsetMs) {
      time.offsetMs = offsetMs;
    },
    nextDay(days = 1) {
      time.dayShift += days;
    },
    setQuotaPenalty: (isOn) => naver.gateway.setPenalty(isOn),
    revokeTokens: () => naver.tokens.revokeAll(),
    setUploadDelay(delayMs) {
      tuning.uploadDelayMs = delayMs;
    },
    setLatency(latencyMs) {
      tuning.latencyMs = latencyMs;
    },
    setSearchDelay(delayMs) {
      tuning.searchDelayMs = delayMs;
    },
    setDomeggookCallsToday: (calls) => parts.domeggookLimit.setUsedToday(calls),
    prohibit(originProductNo, reason) {
      const product = naver.store.find(originProductNo);
      if (product === null)
        throw new RangeError(`the practice store has no product ${originProductNo}`);
      product.origin.statusType = 'PROHIBITION';
      product.inspection = { reason, action: '판매금지' };
      naver.store.touch(product);
    },
    products: () =>
      naver.store.all().map((product) => ({
        originProductNo: product.originProductNo,
        channelProductNo: product.channelProductNo,
        sellerCode: sellerCodeOf(product),
        name: product.origin.name,
        statusType: product.origin.statusType,
        salePrice: product.origin.salePrice,
        stockQuantity: product.origin.stockQuantity,
      })),
    product: (originProductNo) => naver.store.find(originProductNo)?.origin ?? null,
    items: () => market.items,
  };
}
