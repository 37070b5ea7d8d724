import type { OriginProductNo } from '@shared/domain/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOptions, NaverClient, ProductBody, UploadFile } from '../naver/port';

/** A client with a store behind it, and what the suite may do there. */
export interface NaverContractSubject {
  readonly client: NaverClient;
  /** A picture the store takes; `seed` makes different ones. */
  picture(seed: number): UploadFile;
  close(): Promise<void>;
}

/** What a store in memory may leave out. */
export interface NaverContractScope {
  /** Wrong bodies are rejected with reasons. */
  readonly validates: boolean;
}

const OPTIONS: CallOptions = { lane: 'normal' };
const NO_SUCH_PRODUCT = '1' as OriginProductNo;

/** What every NaverClient keeps, whatever store answers. Call it at the top of a test file. */
export function describeNaverClientContract(
  name: string,
  setup: () => Promise<NaverContractSubject>,
  scope: NaverContractScope = { validates: true },
): void {
  describe(`store client: ${name}`, () => {
    let subject: NaverContractSubject;
    let draft: (sellerCode: string) => ProductBody;

    beforeAll(async () => {
      subject = await setup();
      draft = await makeProductBodies(subject);
    });
    afterAll(() => subject.close());

    const createdNo = async (sellerCode: string): Promise<OriginProductNo> => {
      const outcome = await subject.client.createProduct(draft(sellerCode), OPTIONS);
      if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome));
      return outcome.product.originProductNo;
    };

    it('names the account', async () => {
      expect((await subject.client.fetchAccount(OPTIONS)).accountId).not.toBe('');
    });

    it('lists categories with unique ids, and their details agree', async () => {
      const categories = await subject.client.fetchCategories(OPTIONS);
      expect(new Set(categories.map((category) => category.id)).size).toBe(categories.length);
      const leaf = categories.find((category) => category.isLeaf);
      expect(leaf?.path.endsWith(leaf.name)).toBe(true);
      expect(await subject.client.fetchCategory(leaf?.id ?? '', OPTIONS)).toMatchObject({
        ...leaf,
      });
    });

    it('lists where goods leave and where they return to', async () => {
      const addresses = await subject.client.fetchAddresses(OPTIONS);
      const types = addresses.map((address) => address.type);
      expect(types).toEqual(expect.arrayContaining(['RELEASE', 'REFUND_OR_EXCHANGE']));
      expect(new Set(addresses.map((address) => address.id)).size).toBe(addresses.length);
    });

    it('lists return couriers and origin areas', async () => {
      expect((await subject.client.fetchReturnCouriers(OPTIONS)).length).toBeGreaterThan(0);
      const areas = await subject.client.fetchOriginAreas(OPTIONS);
      expect(areas.length).toBeGreaterThan(0);
      for (const area of areas) expect(area.code).toMatch(/^\d{2,}$/);
    });

    it('says of every tag whether it is restricted', async () => {
      const answer = await subject.client.fetchRestrictedTags(['텀블러', '보온병'], OPTIONS);
      expect([...answer]).toEqual([
        ['텀블러', false],
        ['보온병', false],
      ]);
    });

    it('gives one address per picture', async () => {
      const urls = await subject.client.uploadImages(
        [subject.picture(1), subject.picture(2), subject.picture(3)],
        OPTIONS,
      );
      expect(new Set(urls).size).toBe(3);
      for (const url of urls) expect(URL.canParse(url)).toBe(true);
    });

    it('finds a created product by its exact code, and by no part of it', async () => {
      const no = await createdNo('SB-1234');
      const found = await subject.client.findBySellerCode('SB-1234', OPTIONS);
      expect(found.map((product) => product.originProductNo)).toEqual([no]);
      expect(found[0]).toMatchObject({ sellerCode: 'SB-1234', salePriceKrw: 12_000, stock: 30 });
      for (const other of ['SB-123', 'SB-12345', 'sb-1234', '1234']) {
        expect(await subject.client.findBySellerCode(other, OPTIONS)).toEqual([]);
      }
    });

    it('creates as often as it is told, and finds every copy', async () => {
      const first = await createdNo('SB-TWICE');
      const second = await createdNo('SB-TWICE');
      const found = await subject.client.findBySellerCode('SB-TWICE', OPTIONS);
      expect(found.map((product) => product.originProductNo).sort()).toEqual(
        [first, second].sort(),
      );
    });

    it('reads a product back as it was sent', async () => {
      const no = await createdNo('SB-READ');
      expect(await subject.client.findProduct(no, OPTIONS)).toMatchObject({
        originProductNo: no,
        sellerCode: 'SB-READ',
        salePriceKrw: 12_000,
        stock: 30,
        status: 'SALE',
        optionCombinations: [
          { values: ['블랙', 'M'], priceKrw: 0, stock: 10, usable: true },
          { values: ['블랙', 'L'], priceKrw: 500, stock: 20, usable: true },
        ],
        raw: { originProduct: { name: '연습용 면 티셔츠' } },
      });
    });

    it('suspends a product', async () => {
      const no = await createdNo('SB-STATUS');
      await subject.client.changeStatus(no, { status: 'SUSPENSION' }, OPTIONS);
      expect((await subject.client.findProduct(no, OPTIONS))?.status).toBe('SUSPENSION');
    });

    it('forgets a deleted product, and deletes twice without fault', async () => {
      const no = await createdNo('SB-GONE');
      await subject.client.deleteProduct(no, OPTIONS);
      expect(await subject.client.findBySellerCode('SB-GONE', OPTIONS)).toEqual([]);
      await subject.client.deleteProduct(no, OPTIONS);
    });

    it('changes price and stock of one option by its id, and the product follows', async () => {
      const { client } = subject;
      const no = await createdNo('SB-OPTION');
      const before = await client.findProduct(no, OPTIONS);
      const options = (before?.optionCombinations ?? []).map((option) => ({
        id: option.id,
        priceKrw: option.priceKrw === 0 ? 0 : option.priceKrw + 200,
        stock: option.priceKrw === 0 ? 7 : 0,
        usable: option.priceKrw === 0,
      }));
      const outcome = await client.updateOptions(no, { salePriceKrw: 12_500, options }, OPTIONS);
      expect(outcome).toEqual({ kind: 'done' });
      const after = await client.findProduct(no, OPTIONS);
      expect(after).toMatchObject({ salePriceKrw: 12_500, stock: 7, status: 'SALE' });
      expect(after?.optionCombinations.map((option) => [option.stock, option.usable])).toEqual([
        [7, true],
        [0, false],
      ]);
      expect(after?.optionCombinations.map((option) => option.priceKrw)).toEqual([0, 700]);
    });

    it('refuses an option id that it does not know', async () => {
      const no = await createdNo('SB-STALE');
      const options = [{ id: 1, priceKrw: 0, stock: 1, usable: true }];
      const update = { salePriceKrw: 12_000, options };
      expect(await subject.client.updateOptions(no, update, OPTIONS)).toMatchObject({
        kind: 'refused',
        reasons: [{ code: 'NAVER_REJECTED_OPTION_ID' }],
      });
    });

    it('suspends and reprices several products in one call, and lists them again', async () => {
      const { client } = subject;
      const first = await createdNo('SB-MANY-1');
      const second = await createdNo('SB-MANY-2');
      const outcome = await client.updateListings(
        [
          { originProductNo: first, status: 'SUSPENSION' },
          { originProductNo: second, salePriceKrw: 13_000 },
        ],
        OPTIONS,
      );
      expect(outcome).toEqual({ kind: 'done' });
      const listed = await client.findListings([first, second, NO_SUCH_PRODUCT], OPTIONS);
      const stateOf = new Map(listed.map((one) => [one.originProductNo, one]));
      expect(listed).toHaveLength(2);
      expect(stateOf.get(first)?.status).toBe('SUSPENSION');
      expect(stateOf.get(second)).toMatchObject({ status: 'SALE', salePriceKrw: 13_000 });
      expect(await client.fetchInspections(OPTIONS)).toEqual([]);
    });

    it('knows of no product it has never seen', async () => {
      expect(await subject.client.findProduct(NO_SUCH_PRODUCT, OPTIONS)).toBeNull();
    });

    if (scope.validates) {
      it('gives the reasons of a rejected product with field and words', async () => {
        const body = structuredClone(draft('SB-BAD')) as Record<string, Record<string, unknown>>;
        const origin = body.originProduct ?? {};
        origin.salePrice = null;
        origin.images = { representativeImage: { url: 'https://elsewhere.example/a.jpg' } };
        const outcome = await subject.client.createProduct(body, OPTIONS);
        expect(outcome.kind).toBe('rejected');
        const reasons = outcome.kind === 'rejected' ? outcome.reasons : [];
        expect(reasons.map((reason) => [reason.code, reason.field])).toEqual(
          expect.arrayContaining([
            ['NAVER_REJECTED_REQUIRED', 'price'],
            ['NAVER_REJECTED_IMAGE_ADDRESS', 'images'],
          ]),
        );
        for (const reason of reasons) expect(reason.verbatim).not.toBe('');
        expect(await subject.client.findBySellerCode('SB-BAD', OPTIONS)).toEqual([]);
      });
    }
  });
}

/** Makes valid bodies out of the store's own lists: 2 combinations, 12,000 won, 30 in stock. */
export async function makeProductBodies(
  subject: Pick<NaverContractSubject, 'client' | 'picture'>,
): Promise<(sellerCode: string) => ProductBody> {
  const { client } = subject;
  const categories = await client.fetchCategories(OPTIONS);
  const leaf =
    categories.find((category) => category.isLeaf && category.name === '티셔츠') ??
    categories.find((category) => category.isLeaf);
  const addresses = await client.fetchAddresses(OPTIONS);
  const addressOf = (type: string): number | undefined =>
    addresses.find((address) => address.type === type)?.id;
  const [imageUrl] = await client.uploadImages([subject.picture(0)], OPTIONS);
  return (sellerCode) => ({
    originProduct: {
      statusType: 'SALE',
      saleType: 'NEW',
      leafCategoryId: leaf?.id,
      name: '연습용 면 티셔츠',
      detailContent: '<div><p>면 티셔츠</p></div>',
      images: { representativeImage: { url: imageUrl } },
      salePrice: 12_000,
      stockQuantity: 30,
      deliveryInfo: {
        deliveryType: 'DELIVERY',
        deliveryAttributeType: 'NORMAL',
        deliveryCompany: 'CJGLS',
        deliveryFee: { deliveryFeeType: 'PAID', baseFee: 3_000, deliveryFeePayType: 'PREPAID' },
        claimDeliveryInfo: {
          returnDeliveryFee: 3_000,
          exchangeDeliveryFee: 6_000,
          shippingAddressId: addressOf('RELEASE'),
          returnAddressId: addressOf('REFUND_OR_EXCHANGE'),
        },
      },
      detailAttribute: {
        afterServiceInfo: {
          afterServiceTelephoneNumber: '02-000-0000',
          afterServiceGuideContent: '평일 10시-17시',
        },
        originAreaInfo: { originAreaCode: '03' },
        sellerCodeInfo: { sellerManagementCode: sellerCode },
        optionInfo: {
          optionCombinationSortType: 'CREATE',
          optionCombinationGroupNames: { optionGroupName1: '색상', optionGroupName2: '사이즈' },
          optionCombinations: [
            { optionName1: '블랙', optionName2: 'M', stockQuantity: 10, price: 0, usable: true },
            { optionName1: '블랙', optionName2: 'L', stockQuantity: 20, price: 500, usable: true },
          ],
          useStockManagement: true,
        },
        taxType: 'TAX',
        certificationTargetExcludeContent: {
          childCertifiedProductExclusionYn: true,
          kcCertifiedProductExclusionYn: 'TRUE',
          greenCertifiedProductExclusionYn: true,
        },
        minorPurchasable: true,
        productInfoProvidedNotice: {
          productInfoProvidedNoticeType: 'WEAR',
          wear: {
            returnCostReason: '1',
            noRefundReason: '1',
            qualityAssuranceStandard: '1',
            compensationProcedure: '1',
            troubleShootingContents: '1',
            material: '면 100%',
            color: '블랙',
            size: 'M, L',
            manufacturer: '연습상사',
            caution: '찬물 세탁',
            packDateText: '상세페이지 참조',
            warrantyPolicy: '소비자분쟁해결기준에 따름',
            afterServiceDirector: '연습상사 02-000-0000',
          },
        },
      },
    },
    smartstoreChannelProduct: {
      naverShoppingRegistration: true,
      channelProductDisplayStatusType: 'ON',
    },
  });
}
