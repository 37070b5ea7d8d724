import type { ChannelProductNo, OriginProductNo } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import { z } from 'zod';
import type {
  CallOptions,
  NaverCategoryDetail,
  NaverClient,
  ProductBody,
  ProductInspection,
  ProductSummary,
  StoredProduct,
  UpdateOutcome,
} from '../naver/port';
import type { Clock } from '../platform/clock';

export type NaverCallName = keyof NaverClient;

/** What a test may do to a call: throw before it is processed, or after it was (a lost answer). */
export interface NaverFaults {
  before?: (call: NaverCallName, count: number, options: CallOptions) => Promise<void> | void;
  after?: (call: NaverCallName, count: number) => Promise<void> | void;
  /** Reasons for which a create is refused, or null. */
  rejects?: (body: ProductBody) => readonly Reason[] | null;
  /** What a narrow update of these products is refused with, or null. */
  refusesUpdate?: (nos: readonly OriginProductNo[]) => UpdateOutcome | null;
  /** Only the first half of an update of several products is carried out, and the answer is lost. */
  isUpdateHalved?: boolean;
  /** Products that the search does not show (yet), though they are there. */
  hiddenFromSearch?: ReadonlySet<OriginProductNo>;
}

export interface FakeNaverOptions {
  /** Needed for any of the delays. */
  readonly clock?: Clock;
  /** How long every call takes. */
  readonly latencyMs?: number;
  /** Least time between the starts of two calls of the same name, as the limiter keeps it. */
  readonly spacingMs?: number;
  /** How long a new product stays out of the search. */
  readonly appearsAfterMs?: number;
}

/** A store in memory that behaves like the marketplace as far as the core can tell. */
export interface FakeNaver extends NaverClient {
  /** Change at any time. */
  readonly faults: NaverFaults;
  /** What the inspection list holds; change at any time. */
  readonly inspections: ProductInspection[];
  /** How often each call was begun. */
  countOf(call: NaverCallName): number;
  /** Products that exist, deleted ones left out. */
  products(): readonly StoredProduct[];
  /** Puts a product there as somebody else would. */
  plant(body: ProductBody): OriginProductNo;
  /** The number under which buyers and inspections know a product. */
  channelNoOf(no: OriginProductNo): ChannelProductNo;
  /** Changes what is stored, as the marketplace or the seller would. */
  alter(no: OriginProductNo, change: Partial<StoredProduct>): void;
}

const FIRST_PRODUCT_NO = 11_900_000_001;
const FIRST_OPTION_ID = 52_000_000_001;
/** Small, so that a test's store has several pages. */
const LIST_PAGE_SIZE = 5;
const CHANNEL_OFFSET = 1_000_000_000;

const bodySchema = z.looseObject({
  originProduct: z.looseObject({
    statusType: z.string().default('SALE'),
    name: z.string(),
    salePrice: z.number(),
    stockQuantity: z.number().default(0),
    images: z
      .looseObject({
        representativeImage: z.looseObject({ url: z.string() }).optional(),
        optionalImages: z.array(z.looseObject({ url: z.string() })).default([]),
      })
      .optional(),
    detailAttribute: z
      .looseObject({
        sellerCodeInfo: z.looseObject({ sellerManagementCode: z.string().optional() }).optional(),
        optionInfo: z
          .looseObject({
            optionCombinations: z
              .array(
                z.looseObject({
                  optionName1: z.string(),
                  optionName2: z.string().nullish(),
                  optionName3: z.string().nullish(),
                  sellerManagerCode: z.string().optional(),
                  price: z.number().default(0),
                  stockQuantity: z.number().default(0),
                  usable: z.boolean().default(true),
                }),
              )
              .default([]),
          })
          .optional(),
      })
      .optional(),
  }),
});

interface Kept {
  product: StoredProduct;
  readonly createdAtMs: number;
}

export function createFakeNaver(options: FakeNaverOptions = {}): FakeNaver {
  const kept = new Map<OriginProductNo, Kept>();
  const counts = new Map<NaverCallName, number>();
  const nextStartMs = new Map<NaverCallName, number>();
  const faults: NaverFaults = {};
  const inspections: ProductInspection[] = [];
  let created = 0;
  let optionIds = 0;
  let uploaded = 0;
  const nowMs = (): number => options.clock?.monotonicMs() ?? 0;

  const call = async <T>(name: NaverCallName, how: CallOptions, work: () => T): Promise<T> => {
    const { signal } = how;
    signal?.throwIfAborted();
    const { clock, spacingMs = 0, latencyMs = 0 } = options;
    if (clock !== undefined && spacingMs > 0) {
      const startMs = Math.max(clock.monotonicMs(), nextStartMs.get(name) ?? 0);
      nextStartMs.set(name, startMs + spacingMs);
      await clock.sleep(startMs - clock.monotonicMs(), signal);
    }
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    await faults.before?.(name, count, how);
    const result = work();
    if (clock !== undefined && latencyMs > 0) await clock.sleep(latencyMs);
    await faults.after?.(name, count);
    return result;
  };

  const store = (body: ProductBody): StoredProduct => {
    const { originProduct: origin } = bodySchema.parse(body);
    const originProductNo = String(FIRST_PRODUCT_NO + created) as OriginProductNo;
    created += 1;
    const pictures = origin.images;
    const product: StoredProduct = {
      originProductNo,
      status: origin.statusType,
      name: origin.name,
      salePriceKrw: origin.salePrice,
      discountKrw: 0,
      stock: origin.stockQuantity,
      imageUrls: [
        ...(pictures?.representativeImage ? [pictures.representativeImage.url] : []),
        ...(pictures?.optionalImages ?? []).map((picture) => picture.url),
      ],
      sellerCode: origin.detailAttribute?.sellerCodeInfo?.sellerManagementCode ?? null,
      optionCombinations: (origin.detailAttribute?.optionInfo?.optionCombinations ?? []).map(
        (option) => {
          optionIds += 1;
          return {
            id: FIRST_OPTION_ID + optionIds - 1,
            values: [option.optionName1, option.optionName2, option.optionName3].filter(
              (value): value is string => typeof value === 'string',
            ),
            sourceKey: option.sellerManagerCode ?? null,
            priceKrw: option.price,
            stock: option.stockQuantity,
            usable: option.usable,
          };
        },
      ),
      raw: body,
    };
    kept.set(originProductNo, { product, createdAtMs: nowMs() });
    return product;
  };
  const channelNoOf = (no: OriginProductNo): ChannelProductNo =>
    String(Number(no) + CHANNEL_OFFSET) as ChannelProductNo;
  const summaryOf = (product: StoredProduct): ProductSummary => ({
    originProductNo: product.originProductNo,
    channelProductNo: channelNoOf(product.originProductNo),
    name: product.name,
    sellerCode: product.sellerCode,
    status: product.status,
    salePriceKrw: product.salePriceKrw,
    discountKrw: product.discountKrw,
    stock: product.stock,
  });
  const category: NaverCategoryDetail = {
    id: '50000001',
    name: '텀블러',
    path: '생활/건강>주방용품>텀블러',
    isLeaf: true,
    exceptions: [],
    certifications: [],
  };

  return {
    faults,
    inspections,
    countOf: (name) => counts.get(name) ?? 0,
    products: () => [...kept.values()].map((entry) => entry.product),
    plant: (body) => store(body).originProductNo,
    channelNoOf,
    alter: (no, change) => {
      const entry = kept.get(no);
      if (entry !== undefined) entry.product = { ...entry.product, ...change };
    },
    fetchAccount: (how) => call('fetchAccount', how, () => ({ accountId: 'store', grade: null })),
    fetchCategories: (how) => call('fetchCategories', how, () => [category]),
    fetchCategory: (id, how) => call('fetchCategory', how, () => ({ ...category, id })),
    fetchAddresses: (how) =>
      call('fetchAddresses', how, () =>
        [
          { id: 1, name: '출고지', type: 'RELEASE' },
          { id: 2, name: '반품지', type: 'REFUND_OR_EXCHANGE' },
        ].map((entry) => ({ ...entry, address: '서울', phone: null, isOversea: false })),
      ),
    fetchReturnCouriers: (how) =>
      call('fetchReturnCouriers', how, () => [
        { id: 'CJGLS', name: 'CJ대한통운', priority: 'PRIMARY' },
      ]),
    fetchRestrictedTags: (tags, how) =>
      call('fetchRestrictedTags', how, () => new Map(tags.map((tag) => [tag, false]))),
    fetchOriginAreas: (how) =>
      call('fetchOriginAreas', how, () => [{ code: '0200037', name: '수입산:아시아>중국' }]),
    uploadImages: (files, how) =>
      call('uploadImages', how, () =>
        files.map(() => {
          uploaded += 1;
          return `https://shop-phinf.pstatic.net/20261001_1/${uploaded}_JPEG/${uploaded}_1.jpg`;
        }),
      ),
    createProduct: (body, how) =>
      call('createProduct', how, () => {
        const reasons = faults.rejects?.(body) ?? null;
        if (reasons !== null) return { kind: 'rejected' as const, reasons, traceId: 'trace-1' };
        const { originProductNo } = store(body);
        return {
          kind: 'created' as const,
          product: { originProductNo, channelProductNo: channelNoOf(originProductNo) },
        };
      }),
    findBySellerCode: (sellerCode, how) =>
      call('findBySellerCode', how, () =>
        [...kept.values()]
          .filter((entry) => nowMs() - entry.createdAtMs >= (options.appearsAfterMs ?? 0))
          .map((entry) => summaryOf(entry.product))
          .filter((product) => product.sellerCode === sellerCode),
      ),
    listProducts: (page, how) =>
      call('listProducts', how, () => {
        const listed = [...kept.values()]
          .filter((entry) => nowMs() - entry.createdAtMs >= (options.appearsAfterMs ?? 0))
          .map((entry) => summaryOf(entry.product));
        return {
          products: listed.slice((page - 1) * LIST_PAGE_SIZE, page * LIST_PAGE_SIZE),
          totalPages: Math.ceil(listed.length / LIST_PAGE_SIZE),
        };
      }),
    findProduct: (no, how) => call('findProduct', how, () => kept.get(no)?.product ?? null),
    deleteProduct: (no, how) =>
      call('deleteProduct', how, () => {
        kept.delete(no);
      }),
    changeStatus: (no, change, how) =>
      call('changeStatus', how, () => {
        const entry = kept.get(no);
        if (entry === undefined) return;
        entry.product = {
          ...entry.product,
          status: change.status,
          stock: change.status === 'OUTOFSTOCK' ? 0 : (change.stock ?? entry.product.stock),
        };
      }),
    updateListings: (updates, how) =>
      call('updateListings', how, () => {
        const refused = faults.refusesUpdate?.(updates.map((update) => update.originProductNo));
        if (refused) return refused;
        const half = faults.isUpdateHalved ? Math.ceil(updates.length / 2) : updates.length;
        for (const update of updates.slice(0, half)) {
          const entry = kept.get(update.originProductNo);
          if (entry === undefined) continue;
          const stock = update.stock ?? entry.product.stock;
          const status = update.status ?? entry.product.status;
          entry.product = {
            ...entry.product,
            salePriceKrw: update.salePriceKrw ?? entry.product.salePriceKrw,
            stock,
            status: settledStatus(status, stock),
          };
        }
        return half === updates.length
          ? ({ kind: 'done' } as const)
          : ({ kind: 'unknown', cause: new Error('half of it') } as const);
      }),
    updateOptions: (no, update, how) =>
      call('updateOptions', how, () => {
        const refused = faults.refusesUpdate?.([no]);
        if (refused) return refused;
        const entry = kept.get(no);
        const known = new Set(entry?.product.optionCombinations.map((option) => option.id));
        if (entry === undefined || update.options.some((option) => !known.has(option.id))) {
          return {
            kind: 'refused' as const,
            places: [],
            reasons: [{ code: 'NAVER_REJECTED_OPTION_ID', severity: 'block' } as const],
          };
        }
        const changes = new Map(update.options.map((option) => [option.id, option]));
        const optionCombinations = entry.product.optionCombinations.map((option) => ({
          ...option,
          ...changes.get(option.id),
        }));
        const stock = optionCombinations.reduce((sum, option) => sum + option.stock, 0);
        entry.product = {
          ...entry.product,
          salePriceKrw: update.salePriceKrw,
          optionCombinations,
          stock,
          status: settledStatus(entry.product.status, stock),
        };
        return { kind: 'done' as const };
      }),
    findListings: (nos, how) =>
      call('findListings', how, () =>
        [...kept.values()]
          .map((entry) => summaryOf(entry.product))
          .filter(
            ({ originProductNo: no }) => nos.includes(no) && !faults.hiddenFromSearch?.has(no),
          ),
      ),
    fetchInspections: (how) => call('fetchInspections', how, () => [...inspections]),
  };
}

/** Naver keeps a product without stock sold out, and one with stock not (naver-commerce-api.md 6.1). */
function settledStatus(status: string, stock: number): string {
  if (status === 'SUSPENSION') return status;
  return stock === 0 ? 'OUTOFSTOCK' : 'SALE';
}
