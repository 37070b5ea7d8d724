import type { DraftContent, DraftField, DraftImages, DraftPrice } from '@shared/domain/draft';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import type { OptionReading } from '@shared/options/model';
import type { NoticeType } from '../naver/notice-types';
import type { NaverAddress, NaverCategoryDetail, NaverOriginArea } from '../naver/port';
import { carriedDeliveryKrw } from '../pricing/carried-delivery';
import { computePrice } from '../pricing/price';
import { unitPriceAtKrw, unitQuantityOf } from '../pricing/supply-cost';
import { withServicePhone } from './after-service';
import { planCertification } from './certification';
import { type Decision, type Explanation, step } from './decision';
import { planDelivery } from './delivery';
import { planDetail } from './detail-html';
import { planName } from './name';
import { planNotice } from './notice';
import { chooseBaseAdditionKrw, rebased } from './option-base';
import { planOrigin } from './origin';
import { isPlaceholder } from './placeholder';
import { planTags } from './tags';
import { planTax } from './tax';

/** Everything outside the item that its draft depends on. */
export interface BuildMaterial {
  readonly settings: Settings;
  readonly category: Decision<DraftContent['category']>;
  readonly categoryDetail: NaverCategoryDetail | null;
  readonly addresses: readonly NaverAddress[];
  readonly originAreas: readonly NaverOriginArea[];
  readonly noticeTypes: readonly NoticeType[];
  readonly options: OptionReading;
  /** Base that a field of the seller's already counts from; null = free to choose. */
  readonly fixedBaseAdditionKrw: number | null;
  readonly planPictures: (item: WholesaleItem, detailHtml: string) => DraftImages;
}

/** A content with what is wrong with it and why each field is as it is. */
export interface BuiltContent {
  readonly content: DraftContent;
  readonly reasons: readonly Reason[];
  readonly explanations: readonly Explanation[];
}

/** The content that the supplier's data, the settings and Naver's lists give for an item. Pure. */
export function buildContent(item: WholesaleItem, material: BuildMaterial): BuiltContent {
  const { settings } = material;
  const store = withServicePhone(settings.store, material.addresses);
  const reasons: Reason[] = [];
  const explanations: Explanation[] = [];
  const take = <Value>(field: DraftField, decision: Decision<Value>): Value => {
    reasons.push(...decision.reasons);
    if (decision.steps.length > 0) explanations.push({ field, steps: decision.steps });
    return decision.value;
  };
  const unitQuantity = unitQuantityOf(item.supplyPriceTiers, item.supplyUnit);
  const category = take('category', material.category);
  const delivery = take(
    'delivery',
    planDelivery(item, unitQuantity, settings.pricing, store, material.addresses),
  );
  const unitPriceKrw = unitPriceAtKrw(item.supplyPriceTiers, unitQuantity) ?? 0;
  const baseAdditionKrw =
    material.fixedBaseAdditionKrw ??
    chooseBaseAdditionKrw(material.options.combinations, unitPriceKrw);
  const options = rebased(material.options, baseAdditionKrw);
  take('options', { value: null, reasons: options.notes, steps: options.steps });
  if (baseAdditionKrw !== 0) {
    explanations.push({
      field: 'options',
      steps: [
        step(
          `추가금 없는 옵션이 없어 추가금 ${baseAdditionKrw}원인 옵션을 기준으로 삼음 (구매가는 같음)`,
          `No option is without addition, so the one with ${baseAdditionKrw} won became the base (buyers pay the same)`,
        ),
      ],
    });
  }
  const priced = computePrice({
    tiers: item.supplyPriceTiers,
    unitQuantity,
    resaleMinimumKrw: item.resaleMinimumKrw,
    deliveryKrwAt: (paidKrw) => carriedDeliveryKrw(delivery, paidKrw),
    baseAdditionKrw,
    choices: options.combinations,
    settings: settings.pricing,
  });
  const price: DraftPrice =
    priced.kind === 'priced'
      ? take('price', { value: priced.price, reasons: [], steps: priced.steps })
      : take('price', {
          value: noPrice(item.resaleMinimumKrw, unitQuantity),
          reasons: [priced.reason],
          steps: [],
        });
  const detailHtml = take('detailHtml', planDetail(item.descriptionHtml, item.licence.isUsable));
  const manufacturer = item.detail.manufacturer;
  const content: DraftContent = {
    name: take('name', planName(item.title, unitQuantity)),
    category,
    price,
    options,
    images: material.planPictures(item, detailHtml),
    detailHtml,
    notice: take('notice', planNotice(item, category?.path ?? null, store, material.noticeTypes)),
    origin: take('origin', planOrigin(item.detail, material.originAreas, store.importer)),
    delivery,
    afterService: {
      phone: store.afterServicePhone,
      guide: store.afterServiceGuide,
    },
    taxType: take('taxType', planTax(item.tax)),
    isMinorPurchasable:
      !item.isAdult && !(material.categoryDetail?.exceptions.includes('ADULT') ?? false),
    certification: take(
      'certification',
      planCertification(material.categoryDetail, item.detail.certifications),
    ),
    tags: planTags(item.keywords),
    manufacturer: manufacturer === null || isPlaceholder(manufacturer) ? null : manufacturer,
    // A brand is a claim about rights: only the seller makes it.
    brand: null,
    unitQuantity,
  };
  return { content, reasons, explanations };
}

/** Stands in where no price can be computed; the reason beside it blocks the draft. */
function noPrice(resaleMinimumKrw: number | null, unitQuantity: number): DraftPrice {
  return {
    costKrw: 0,
    salePriceKrw: 0,
    immediateDiscountKrw: 0,
    optionFactor: unitQuantity,
    netProfitKrw: 0,
    marginRate: 0,
    resaleMinimumKrw,
  };
}
