import { framedDetail } from '@shared/domain/detail-frame';
import type {
  DraftCertification,
  DraftContent,
  DraftDelivery,
  DraftUnitPrice,
} from '@shared/domain/draft';
import { MAX_PRODUCT_PICTURES } from '@shared/domain/draft-pictures';
import { type ItemNo, sellerCodeOf } from '@shared/domain/ids';
import type { StoreSettings } from '@shared/domain/settings';
import type { NaverOptions } from '@shared/options/naver/map';
import type { PictureOutcome } from '../images/port';
import { LEGAL_NOTICE_FIELDS, type NoticeType } from '../naver/notice-types';
import type { ProductBody } from '../naver/port';
import { withUploadedPictures } from './detail-html';

/** "The standard legal sentence" for each of the five legal texts (naver-commerce-api.md 5.9). */
const STATUTORY = '0';

/** What a body is made of; `stock` is in sales. */
export interface ProductBodyInput {
  readonly itemNo: ItemNo;
  readonly content: DraftContent;
  readonly store: StoreSettings;
  readonly noticeType: NoticeType;
  readonly mapped: NaverOptions;
  readonly stock: number;
  readonly pictures: readonly PictureOutcome[];
  /** Address at Naver by content hash. */
  readonly uploaded: ReadonlyMap<string, string>;
  /** Description pictures without an outcome stay on the supplier's host. */
  readonly keepsDetailPicturesAtSource: boolean;
}

/**
 * The body of `POST /v2/products` for a draft that has passed every gate. Only what the draft
 * decides goes in; a value that is not there is left out, never sent empty. The result satisfies
 * `productBodySchema` when the draft passed preflight.
 */
export function buildProductBody(input: ProductBodyInput): ProductBody {
  const { content, store } = input;
  const [representative, ...others] = productAddresses(input);
  return {
    originProduct: {
      statusType: 'SALE',
      saleType: 'NEW',
      leafCategoryId: content.category?.id ?? '',
      name: content.name,
      detailContent: finalDetail(input),
      images: {
        representativeImage: { url: representative ?? '' },
        ...(others.length > 0
          ? { optionalImages: others.slice(0, MAX_PRODUCT_PICTURES - 1).map((url) => ({ url })) }
          : {}),
      },
      salePrice: content.price.salePriceKrw,
      stockQuantity: input.stock,
      deliveryInfo: deliveryInfoOf(content.delivery),
      detailAttribute: detailAttributeOf(input),
      ...(content.price.immediateDiscountKrw > 0
        ? {
            customerBenefit: {
              immediateDiscountPolicy: {
                discountMethod: { value: content.price.immediateDiscountKrw, unitType: 'WON' },
              },
            },
          }
        : {}),
    },
    smartstoreChannelProduct: {
      naverShoppingRegistration: store.isNaverShoppingListed,
      channelProductDisplayStatusType: store.displayStatus,
    },
  };
}

/** Uploaded addresses of the draft's product pictures, in the draft's order, each once. */
function productAddresses(input: ProductBodyInput): readonly string[] {
  const addresses = new Set<string>();
  for (const url of input.content.images.product) {
    for (const address of addressesOf(input, url, 'product') ?? []) addresses.add(address);
  }
  return [...addresses];
}

/** The description between the store's texts, with uploaded addresses; a picture that repeats one already shown is left out. */
function finalDetail(input: ProductBodyInput): string {
  const shown = new Set<string>();
  // Only pictures of the plan may stay: what it or the seller leaves out has no licence or no use.
  const planned = new Set(input.content.images.detail);
  const own = withUploadedPictures(input.content.detailHtml, (url) => {
    if (!planned.has(url)) return null;
    const addresses = addressesOf(input, url, 'detail');
    if (addresses === null) return input.keepsDetailPicturesAtSource ? [url] : null;
    const fresh = addresses.filter((address) => !shown.has(address));
    for (const address of fresh) shown.add(address);
    return fresh;
  });
  return framedDetail(own, input.store);
}

/** Addresses of one source picture (slices in order); null when it was dropped or never prepared. */
function addressesOf(
  input: ProductBodyInput,
  url: string,
  role: 'product' | 'detail',
): readonly string[] | null {
  const own = input.pictures.filter((picture) => picture.url === url);
  const outcome = own.find((picture) => picture.role === role) ?? own[0];
  if (outcome === undefined || outcome.kind === 'dropped') return null;
  // The same address may stand for a gallery picture and for slices of the description.
  const prepared =
    outcome.kind === 'prepared'
      ? outcome
      : input.pictures.find(
          (picture) =>
            picture.kind === 'prepared' &&
            picture.url === outcome.ofUrl &&
            picture.role === outcome.role,
        );
  if (prepared?.kind !== 'prepared') return null;
  const addresses = prepared.files.flatMap((file) => input.uploaded.get(file.sha256) ?? []);
  return addresses.length === prepared.files.length ? addresses : null;
}

function deliveryInfoOf(delivery: DraftDelivery): Record<string, unknown> {
  const isCharged = delivery.feeType !== 'FREE';
  const hasAreaFee = delivery.jejuExtraKrw > 0 || delivery.islandsExtraKrw > 0;
  return {
    deliveryType: 'DELIVERY',
    deliveryAttributeType: 'NORMAL',
    deliveryCompany: delivery.courierCode,
    deliveryFee: {
      deliveryFeeType: delivery.feeType,
      ...(isCharged ? { baseFee: delivery.baseFeeKrw, deliveryFeePayType: delivery.payType } : {}),
      ...(delivery.feeType === 'CONDITIONAL_FREE'
        ? { freeConditionalAmount: delivery.freeConditionalKrw }
        : {}),
      ...(delivery.feeType === 'UNIT_QUANTITY_PAID'
        ? { repeatQuantity: delivery.repeatQuantity }
        : {}),
      ...(hasAreaFee
        ? {
            deliveryFeeByArea: {
              deliveryAreaType: 'AREA_3',
              area2extraFee: delivery.jejuExtraKrw,
              area3extraFee: delivery.islandsExtraKrw,
            },
          }
        : {}),
    },
    claimDeliveryInfo: {
      returnDeliveryCompanyPriorityType: 'PRIMARY',
      returnDeliveryFee: delivery.returnFeeKrw,
      exchangeDeliveryFee: delivery.exchangeFeeKrw,
      shippingAddressId: delivery.shippingAddressId,
      returnAddressId: delivery.returnAddressId,
    },
  };
}

function detailAttributeOf(input: ProductBodyInput): Record<string, unknown> {
  const { content, mapped } = input;
  const maxPerOrder = content.delivery.maxPerOrder ?? null;
  const search = {
    ...(content.manufacturer === null ? {} : { manufacturerName: content.manufacturer }),
    ...(content.brand === null ? {} : { brandName: content.brand }),
  };
  return {
    ...(Object.keys(search).length > 0 ? { naverShoppingSearchInfo: search } : {}),
    afterServiceInfo: {
      afterServiceTelephoneNumber: content.afterService.phone,
      afterServiceGuideContent: content.afterService.guide,
    },
    ...(maxPerOrder === null
      ? {}
      : { purchaseQuantityInfo: { maxPurchaseQuantityPerOrder: Math.min(maxPerOrder, 10_000) } }),
    originAreaInfo: {
      originAreaCode: content.origin?.code ?? '',
      ...(content.origin?.importer ? { importer: content.origin.importer } : {}),
      ...(content.origin?.content ? { content: content.origin.content } : {}),
      plural: false,
    },
    sellerCodeInfo: { sellerManagementCode: sellerCodeOf(input.itemNo) },
    ...(mapped.optionInfo === null ? {} : { optionInfo: mapped.optionInfo }),
    ...(mapped.supplementProductInfo === null
      ? {}
      : { supplementProductInfo: mapped.supplementProductInfo }),
    taxType: content.taxType,
    ...certificationOf(content.certification),
    minorPurchasable: content.isMinorPurchasable,
    ...unitCapacityOf(content.unitPrice ?? null),
    productInfoProvidedNotice: noticeOf(input),
    ...(content.tags.length > 0
      ? { seoInfo: { sellerTags: content.tags.map((text) => ({ text })) } }
      : {}),
  };
}

function unitCapacityOf(unitPrice: DraftUnitPrice | null): Record<string, unknown> {
  if (unitPrice === null) return {};
  if (!unitPrice.isShown) return { unitCapacity: { unitPriceYn: false } };
  return {
    unitCapacity: {
      unitPriceYn: true,
      totalCapacityValue: unitPrice.totalCapacity,
      unitCapacity: unitPrice.perCapacity,
      indicationUnit: unitPrice.unit,
    },
  };
}

function certificationOf(decision: DraftCertification): Record<string, unknown> {
  if (decision.kind === 'not-asked' || decision.kind === 'undecided') return {};
  const isCertified = decision.kind === 'certified';
  const exempt = isCertified ? (decision.exemptKinds ?? []) : decision.kinds;
  const kinds = isCertified ? decision.entries.map((entry) => entry.kindType) : [];
  const exclusion = {
    ...(exempt.includes('CHILD')
      ? { childCertifiedProductExclusionYn: true }
      : kinds.includes('CHILD_CERTIFICATION')
        ? { childCertifiedProductExclusionYn: false }
        : {}),
    ...(exempt.includes('KC')
      ? decision.kcExemption === undefined
        ? { kcCertifiedProductExclusionYn: 'TRUE' }
        : {
            kcCertifiedProductExclusionYn: 'KC_EXEMPTION_OBJECT',
            kcExemptionType: decision.kcExemption,
          }
      : kinds.includes('KC_CERTIFICATION')
        ? { kcCertifiedProductExclusionYn: 'FALSE' }
        : {}),
    ...(exempt.includes('GREEN')
      ? { greenCertifiedProductExclusionYn: true }
      : kinds.includes('GREEN_PRODUCTS')
        ? { greenCertifiedProductExclusionYn: false }
        : {}),
  };
  return {
    ...(isCertified && decision.entries.length > 0
      ? {
          productCertificationInfos: decision.entries.map((entry) => ({
            certificationInfoId: entry.certificationInfoId,
            certificationKindType: entry.kindType,
            name: entry.name,
            certificationNumber: entry.number,
            ...(entry.companyName === null ? {} : { companyName: entry.companyName }),
          })),
        }
      : {}),
    ...(Object.keys(exclusion).length > 0 ? { certificationTargetExcludeContent: exclusion } : {}),
  };
}

function noticeOf({ content, noticeType }: ProductBodyInput): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const text of LEGAL_NOTICE_FIELDS) fields[text] = STATUTORY;
  for (const field of noticeType.fields) {
    const isContact =
      field.name === 'afterServiceDirector' || field.name === 'customerServicePhoneNumber';
    const stated = content.notice?.fields[field.name];
    const text = isContact ? (stated ?? content.afterService.phone) : stated;
    if (text === undefined || text.trim() === '') continue;
    if (field.format === 'boolean') fields[field.name] = text === 'true';
    else if (field.format === 'integer') fields[field.name] = Number(text);
    else fields[field.name] = text;
  }
  return { productInfoProvidedNoticeType: noticeType.type, [noticeType.key]: fields };
}
