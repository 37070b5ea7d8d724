import type { DomeCategory } from '../catalogue/category-tree';
import { type CatalogueItem, inventoryOf, type PriceStep, type Quirk } from '../catalogue/model';
import type { Supplier } from '../catalogue/suppliers';
import { koreanDateTime } from '../gateway/clock';
import { heroSpec, specHash } from '../pictures/plan';
import { descriptionHtml } from './description';
import { selectOptOf } from './select-opt';

/** What an item's view needs beside the item; `has` decides which deviations it shows. */
export interface ViewParts {
  readonly categoriesByCode: ReadonlyMap<string, DomeCategory>;
  readonly suppliers: readonly Supplier[];
  /** `http://127.0.0.1:port`, where the pictures are. */
  origin(): string;
  has(item: CatalogueItem, quirk: Quirk): boolean;
}

/** Last day of sale of everything that is on sale: far away. */
const SALE_END = '2035-12-31 23:59:59';
const PAST_END = '2026-10-31 23:59:59';

/** Tier grammar of domeggook-openapi.md 3.4. */
function tierText(steps: readonly PriceStep[]): string {
  return steps.map((step) => `${step.minQuantity}+${step.priceKrw}`).join('|');
}

function priceGroup(item: CatalogueItem, parts: ViewParts): object {
  const group: Record<string, unknown> = {};
  const [domeFirst] = item.dome ?? [];
  if (item.dome !== null && domeFirst !== undefined) {
    group.dome = item.dome.length === 1 ? String(domeFirst.priceKrw) : tierText(item.dome);
  }
  const [supplyFirst] = item.supply ?? [];
  if (item.supply !== null && supplyFirst !== undefined) {
    const flat = parts.has(item, 'numbers-as-strings')
      ? String(supplyFirst.priceKrw)
      : supplyFirst.priceKrw;
    group.supply = item.supply.length === 1 ? flat : tierText(item.supply);
  }
  if (item.supplyOrgKrw !== null) group.supplyOrg = item.supplyOrgKrw;
  if (item.resaleMinimumKrw !== null) {
    const key = parts.has(item, 'minimum-spelling') ? 'minimum' : 'minumum';
    group.resale = {
      [key]: item.resaleMinimumKrw,
      ...(item.recommendedKrw === null ? {} : { Recommand: item.recommendedKrw }),
    };
  }
  group.labeledPrice = { useLabeledPrice: false };
  return group;
}

function quantityGroup(item: CatalogueItem, parts: ViewParts): object {
  const inventory = inventoryOf(item);
  return {
    inventory: parts.has(item, 'numbers-as-strings') ? inventory : String(inventory),
    ...(item.dome === null ? {} : { domeMoq: String(item.domeMoq), domeUnit: 1 }),
    ...(item.supply === null ? {} : { supplyUnit: item.supplyUnit }),
  };
}

function feeBlock(item: CatalogueItem, asNumber: boolean): object | null {
  const { fee } = item.delivery;
  switch (fee.kind) {
    case 'none':
      return null;
    case 'fixed':
      return { type: '고정배송비', fee: asNumber ? fee.feeKrw : String(fee.feeKrw) };
    case 'tiered':
      return { type: '수량별차등', tbl: fee.table };
    case 'proportional':
      return { type: '수량별비례', tbl: fee.table };
  }
}

function deliveryGroup(item: CatalogueItem, parts: ViewParts): object {
  const { delivery } = item;
  const block = feeBlock(item, item.index % 2 === 0);
  const hasNoDome = block === null || parts.has(item, 'no-dome-delivery');
  const isSupplyNull = block === null || (!hasNoDome && parts.has(item, 'supply-delivery-null'));
  const days = delivery.preparationDays;
  return {
    method: delivery.isFromOversea ? '수출입통관배송' : '택배',
    pay: delivery.payer,
    ...(hasNoDome ? {} : { dome: block }),
    supply: isSupplyNull ? null : block,
    wating: days === 0 ? '즉시배송가능' : days === 1 ? '1일 소요' : '2일이상 소요',
    periodDeli: String(days),
    sendAvg: '0.8',
    fastDeli: days === 0 ? 'true' : 'false',
    merge: { enable: item.index % 2 === 0 ? 'y' : 'n' },
    shippingArea: String(20_000 + item.supplierIndex),
    feeExtra: { jeju: '3000', islands: '5000', useDeliPro: 'false' },
    fromOversea: String(delivery.isFromOversea),
    reqCcno: String(delivery.isFromOversea),
  };
}

/** Address of the item's main picture; its hash changes with what is drawn. */
export function thumbnailUrl(item: CatalogueItem, origin: string, tail: string): string {
  return `${origin}/img/item/${item.itemNo}_${tail}?hash=${specHash(heroSpec(item))}`;
}

function thumbGroup(item: CatalogueItem, parts: ViewParts): object {
  const at = (tail: string): string => thumbnailUrl(item, parts.origin(), tail);
  return {
    small: at('img_150'),
    large: at('img_330'),
    original: at('img_760'),
    smallPng: at('stt_150.png'),
    largePng: at('stt_330.png'),
    hash: specHash(heroSpec(item)),
    lastUpdate: koreanDateTime(item.registeredAtMs),
  };
}

function descriptionGroup(item: CatalogueItem, supplier: Supplier, parts: ViewParts): object {
  const isRelative = parts.has(item, 'protocol-relative-images');
  const comment = {
    date: parts.has(item, 'odd-comment-date') ? '-1777860410' : '2026-11-02',
    memo: item.memo ?? '재고 수량을 확인하고 주문해 주세요.',
  };
  const hasComment = item.memo !== null || parts.has(item, 'odd-comment-date');
  return {
    license: { usable: String(item.isLicensed), msg: item.licenceText },
    notice: item.index % 6 === 0 ? `<div>${supplier.nick ?? supplier.id} 신상품 안내</div>` : '',
    ...(hasComment
      ? { comment: parts.has(item, 'single-child-object') ? comment : [comment] }
      : {}),
    contents: parts.has(item, 'contents-empty-object')
      ? {}
      : {
          item: descriptionHtml(item, supplier, parts.origin(), isRelative),
          deli: '<p>평일 오후 2시 이전 주문은 당일 출고됩니다.</p>',
          event: '',
          otherItem: '',
        },
  };
}

function sellerGroup(supplier: Supplier): object {
  return {
    id: supplier.id,
    ...(supplier.nick === null ? {} : { nick: supplier.nick }),
    type: supplier.type,
    rank: String(supplier.rank),
    good: String(supplier.isGood),
    global: String(supplier.isGlobal),
    power: 'false',
    score: { avg: '97%', cnt: 10 + supplier.rank * 7 },
    ...(supplier.companyName === null
      ? {}
      : {
          company: {
            name: supplier.companyName,
            boss: '김연습',
            cno: '000-00-00000',
            addr: '경기도 연습시 도매로 1',
            phone: '02-0000-0000',
          },
        }),
    ...(supplier.vacation === null ? {} : { vacation: supplier.vacation }),
  };
}

/** A repeated element: one child alone may arrive without its array (domeggook-openapi.md 1.4). */
function repeated<T>(list: readonly T[], isCollapsed: boolean): T | readonly T[] {
  const [only] = list;
  return isCollapsed && list.length === 1 && only !== undefined ? only : list;
}

function detailGroup(item: CatalogueItem, parts: ViewParts): object {
  const collapses = parts.has(item, 'single-child-object');
  const lines = item.dutyLines.map(([name, desc]) => ({ type: 'item', name, desc }));
  const certificates = item.certificates.map((entry) =>
    entry.isExempt
      ? { exem: 'Y', exemTitle: entry.type, exemContent1: '-', exemContent2: '-', cert: 'N' }
      : {
          exem: 'N',
          cert: 'Y',
          certType: entry.type,
          certName: entry.name,
          useNo: 'Y',
          no: entry.number,
          useImgUrl: 'N',
          imgUrl: '',
          useWarning: 'N',
          warning: '-',
        },
  );
  const isHollow = parts.has(item, 'empty-elements');
  return {
    size: isHollow ? {} : item.size,
    weight: item.weight,
    country: item.country,
    manufacturer: item.manufacturer,
    model: isHollow ? '' : item.model,
    oversea: 'false',
    itemCustomCode: '',
    ...(certificates.length === 0 ? {} : { safetyCert: repeated(certificates, collapses) }),
    infoDuty: {
      type: item.dutyType,
      item: [
        ...lines,
        {
          type: 'transaction',
          name: '청약철회 및 계약의 해제에 관한 사항',
          desc: '상세정보 별도표기',
        },
      ],
    },
  };
}

function categoryGroup(item: CatalogueItem, parts: ViewParts): object {
  const chain = item.categoryCodes.flatMap((code) => {
    const category = parts.categoriesByCode.get(code);
    return category === undefined ? [] : [{ name: category.name, code, depth: category.depth }];
  });
  return { parents: { elem: chain.slice(0, -1) }, current: chain[chain.length - 1] };
}

/**
 * One item as getItemView 4.6 answers it, without `etc` (domeggook-openapi.md section 3). In a
 * multiple call `basis.no` is a string.
 */
export function itemView(
  item: CatalogueItem,
  style: 'single' | 'multiple',
  parts: ViewParts,
): Record<string, unknown> {
  const supplier = parts.suppliers[item.supplierIndex];
  if (supplier === undefined) throw new Error(`item ${item.itemNo} has no supplier`);
  const keywords = parts.has(item, 'single-child-object')
    ? item.keywords.slice(0, 1)
    : item.keywords;
  const isHollow = parts.has(item, 'empty-elements');
  const view: Record<string, unknown> = {
    basis: {
      no: style === 'single' ? item.itemNo : String(item.itemNo),
      status: item.status,
      title: item.title,
      keywords: isHollow ? '' : { kw: repeated(keywords, parts.has(item, 'single-child-object')) },
      section: '직접판매',
      nego: 'disable',
      adult: String(item.isAdult),
      dateStart: koreanDateTime(item.registeredAtMs),
      dateEnd: item.status === '기간종료' ? PAST_END : SALE_END,
      dateReg: koreanDateTime(item.registeredAtMs),
      secretItem: '공개',
      tax: item.tax,
    },
    price: priceGroup(item, parts),
    qty: quantityGroup(item, parts),
    deli: deliveryGroup(item, parts),
    channel: { dome: String(item.dome !== null), supply: String(item.supply !== null) },
    ...(parts.has(item, 'no-thumb') ? {} : { thumb: thumbGroup(item, parts) }),
    desc: descriptionGroup(item, supplier, parts),
    selectOpt: selectOptOf(item, parts.has(item, 'broken-select-opt')),
    seller: sellerGroup(supplier),
    benefits: { sellerPoint: { type: 'none' } },
    detail: detailGroup(item, parts),
    category: categoryGroup(item, parts),
    return: {
      addr: isHollow
        ? ''
        : {
            no: 20_000 + item.supplierIndex,
            zipcode: '12345',
            address1: '경기도 연습시 도매로 1',
            address2: '2층',
            phone: '02-0000-0000',
            mobile: '010-0000-0000',
          },
      deliAmt: 3000,
      deliAmtDouble: item.delivery.fee.kind === 'none' ? 'true' : 'false',
    },
    event: { join: '', packDeli: 'false' },
  };
  if (item.delivery.isFromOversea) {
    view.dialog = {
      msg: [
        {
          title: '해외배송 안내',
          content: '통관에 7~14일이 걸리며 개인통관고유부호가 필요합니다.',
        },
      ],
    };
  }
  return view;
}

/** The flags that stand beside an item in a single call, before the list in a multiple one. */
export function etcGroup(isListingDenied: boolean): object {
  return {
    showByMailzine: 'false',
    connectStompApi: 'false',
    denyMarket: String(isListingDenied),
  };
}
