import { type Draw, drawFor, hash32 } from '../seeded';
import { buildDomeCategories, type DomeCategory } from './category-tree';
import { noticeLines } from './duty';
import { buildFamilies, type Family } from './families';
import type { CatalogueItem, Certificate, Delivery, PriceStep, Quirk } from './model';
import { buildOptions, OPTION_SHAPES, type OptionShape } from './option-shapes';
import { SAMPLES, type SampleSpec } from './samples';
import { buildSuppliers } from './suppliers';

/** Numbers of the practice market; far from the ones the references use. */
const FIRST_ITEM_NO = 58_000_000;
const NUMBER_STEP = 17;

/** Item number at `index`; depends on the seed and nothing else. */
export function itemNoAt(seed: number, index: number): number {
  const base = FIRST_ITEM_NO + (hash32(`market-${seed}`) % 1000) * 10_000;
  return base + index * NUMBER_STEP + (hash32(`no-${seed}-${index}`) % NUMBER_STEP);
}

const DOMESTIC = [
  '국산',
  '국산_경기도_김포시',
  '국산_충청북도_청주시',
  '국산_전라남도_나주시',
  '국산_서울특별시_성동구',
] as const;
const IMPORTED = [
  '수입산_아시아_중국',
  '수입산_아시아_중국',
  '수입산_아시아_베트남',
  '중국',
] as const;
const UNCLEAR = ['상세정보별도표기', '기타', '-'] as const;

function countryFor(family: Family, draw: Draw): string {
  if (draw.chance(0.06)) return draw.pick(UNCLEAR);
  const isDomestic =
    family.origin === 'domestic' || (family.origin === 'mixed' && draw.chance(0.5));
  return isDomestic ? draw.pick(DOMESTIC) : draw.pick(IMPORTED);
}

const PREPAID: Delivery = {
  payer: '선결제',
  fee: { kind: 'fixed', feeKrw: 3000 },
  isFromOversea: false,
  preparationDays: 1,
};

/** Cycles through every kind of delivery, most often the usual one. */
function deliveryFor(index: number, isGlobal: boolean): Delivery {
  const base = { ...PREPAID, isFromOversea: isGlobal, preparationDays: isGlobal ? 10 : index % 3 };
  switch (index % 12) {
    case 0:
    case 5:
      return { ...base, payer: '무료배송', fee: { kind: 'none' } };
    case 3:
      return { ...base, payer: '착불', fee: { kind: 'fixed', feeKrw: 4000 } };
    case 6:
      return { ...base, payer: '구매자선택', fee: { kind: 'fixed', feeKrw: 2500 } };
    case 8:
      return { ...base, fee: { kind: 'tiered', table: '1+2500|20+2350|40+2100' } };
    case 10:
      return { ...base, fee: { kind: 'proportional', table: '24+3000|24+3000' } };
    default:
      return base;
  }
}

function certificatesFor(family: Family, draw: Draw): readonly Certificate[] {
  if (family.certificate === 'kc') {
    const number = `HU${draw.int(100000, 999999)}-26001A`;
    return [{ type: '전기용품', name: '안전확인', number, isExempt: false }];
  }
  if (family.certificate === 'child' && draw.chance(0.6)) {
    const number = `CB${draw.int(100000, 999999)}-6001`;
    return [{ type: '어린이제품', name: '안전확인', number, isExempt: false }];
  }
  if (family.certificate === 'gap' && draw.chance(0.2)) {
    return [{ type: '구매대행', name: '-', number: '-', isExempt: true }];
  }
  return [];
}

const LICENCE_TEXTS = [
  '상품설명 이미지의 외부 사용을 허용합니다.',
  '이미지 사용 가능 (수정 및 재편집 가능)',
  '판매 목적의 이미지 사용을 허용합니다.',
] as const;
const LICENCE_REFUSALS = [
  '이미지의 외부 사용을 허용하지 않습니다.',
  '자체 촬영 이미지로 무단 사용을 금합니다.',
] as const;
/** Share of items whose pictures may be used, and of those without a limit in the words. */
const LICENSED_SHARE = 0.91;
const FREELY_LICENSED_SHARE = 0.88;
/** Allowed by the flag, limited by the words. */
const LICENCE_LIMITS = '이미지 사용 가능. 단, 오픈마켓 판매는 금지합니다.';

function domeSteps(supplyKrw: number, moq: number, isTiered: boolean): PriceStep[] {
  const unit = Math.max(100, Math.round((supplyKrw * 0.82) / 10) * 10);
  const first = { minQuantity: moq, priceKrw: unit };
  if (!isTiered) return [first];
  return [
    first,
    { minQuantity: moq * 10, priceKrw: Math.round((unit * 0.95) / 10) * 10 },
    { minQuantity: moq * 50, priceKrw: Math.round((unit * 0.9) / 10) * 10 },
  ];
}

interface Making {
  readonly seed: number;
  readonly families: readonly Family[];
  readonly categories: ReadonlyMap<string, DomeCategory>;
  readonly startedAtMs: number;
}

function categoryCodes(path: string, making: Making): readonly string[] {
  const names = path.split('>');
  return names.flatMap((_, index) => {
    const category = making.categories.get(names.slice(0, index + 1).join('>'));
    return category === undefined ? [] : [category.code];
  });
}

const DAY_MS = 86_400_000;
const MAKERS = ['이음', '새솔', '다온', '라온', '가람', '누리', '마루', '해담'] as const;
const BADGES = ['', '', '', '[당일발송] ', '[특가] ', '★인기★ '] as const;
const QUIRK_CYCLE: readonly Quirk[] = [
  'single-child-object',
  'numbers-as-strings',
  'contents-empty-object',
  'protocol-relative-images',
  'minimum-spelling',
  'empty-elements',
  'no-dome-delivery',
  'supply-delivery-null',
  'odd-comment-date',
];

function quirksFor(index: number): readonly Quirk[] {
  const quirks: Quirk[] = [];
  if (index % 3 === 0)
    quirks.push(QUIRK_CYCLE[(index / 3) % QUIRK_CYCLE.length] ?? 'empty-elements');
  if (index === 91) quirks.push('broken-select-opt');
  if (index === 133) quirks.push('no-thumb');
  return quirks;
}

function common(index: number, family: Family, making: Making, draw: Draw) {
  const made = draw.pick(MAKERS);
  return {
    index,
    itemNo: itemNoAt(making.seed, index),
    familyKey: family.key,
    shape: family.shape,
    categoryCodes: categoryCodes(family.category, making),
    isAdult: false,
    tax: family.isTaxExempt ? ('면세상품' as const) : ('과세상품' as const),
    manufacturer: `${made}산업`,
    model: draw.chance(0.3)
      ? '해당없음'
      : `${family.key.slice(0, 2).toUpperCase()}-${draw.int(100, 999)}`,
    size: draw.pick(['상세설명참조', '.', '0.1', '상세정보 참고']),
    weight: draw.pick(['0.2', '0.000000', '1', '00']),
    dutyType: family.duty,
    domeMoq: draw.pick([1, 2, 5, 10]),
    stock: draw.pick([15, 60, 180, 500, 999]),
    registeredAtMs: making.startedAtMs - draw.int(20, 700) * DAY_MS,
    version: 1,
    changedAtMs: making.startedAtMs - draw.int(1, 19) * DAY_MS,
    isBusinessOnly: false,
    isListingDenied: false,
    supplyUnit: 1,
  };
}

function familyOf(key: string, making: Making): Family {
  const family = making.families.find((entry) => entry.key === key);
  if (family === undefined) throw new Error(`unknown product class ${key}`);
  return family;
}

const RELIABLE_SUPPLIERS = 7;

function makeSample(spec: SampleSpec, index: number, making: Making): CatalogueItem {
  const draw = drawFor(`${making.seed}/sample/${index}`);
  const family = familyOf(spec.family, making);
  const base = common(index, family, making, draw);
  const isWholesaleOnly = spec.isWholesaleOnly ?? false;
  const options = buildOptions(spec.options, {
    draw,
    dimensions: family.dimensions,
    basePriceKrw: spec.priceKrw,
  });
  const made = spec.country.startsWith('국산') ? '대한민국' : '중국';
  return {
    ...base,
    title: spec.title,
    keywords: spec.title
      .replace(/\[[^\]]*\]/g, '')
      .trim()
      .split(' ')
      .slice(0, 4),
    supplierIndex: index % RELIABLE_SUPPLIERS,
    country: spec.country,
    dutyLines: noticeLines(family.duty, family.dutyLines, base.manufacturer, made),
    certificates: [],
    delivery: { ...PREPAID, ...spec.delivery },
    isLicensed: spec.isUnlicensed !== true,
    licenceText: spec.isUnlicensed === true ? LICENCE_REFUSALS[0] : LICENCE_TEXTS[0],
    quirks: spec.quirks ?? [],
    memo: null,
    recommendedKrw: null,
    supplyOrgKrw: null,
    status: spec.status ?? '판매중',
    isDeleted: spec.isDeleted ?? false,
    dome: domeSteps(spec.priceKrw, base.domeMoq, index % 2 === 0),
    supply: isWholesaleOnly ? null : [{ minQuantity: 1, priceKrw: spec.priceKrw }],
    resaleMinimumKrw: spec.resaleMinimumKrw ?? null,
    options:
      isWholesaleOnly && options !== null
        ? { ...options, entries: options.entries.map((known) => ({ ...known, isOnSupply: false })) }
        : options,
  };
}

function supplySteps(priceKrw: number, index: number): PriceStep[] {
  const first = { minQuantity: 1, priceKrw };
  if (index % 11 !== 4) return [first];
  const lower = (share: number): number => Math.round((priceKrw * share) / 10) * 10;
  return [
    first,
    { minQuantity: 20, priceKrw: lower(0.95) },
    { minQuantity: 50, priceKrw: lower(0.9) },
  ];
}

function shapeFor(index: number, draw: Draw): OptionShape {
  // Every shape comes at least once in the first rounds, later ones by chance.
  const rank = index - SAMPLES.length;
  const inOrder = OPTION_SHAPES[rank % (OPTION_SHAPES.length * 2)];
  return inOrder ?? draw.pick(OPTION_SHAPES.filter((shape) => shape !== 'large'));
}

function titleFor(family: Family, draw: Draw, index: number): string {
  const rank = Math.floor((index - SAMPLES.length) / 46);
  const look = family.looks[rank % family.looks.length] ?? '';
  const noun =
    family.nouns[Math.floor(rank / family.looks.length + rank) % family.nouns.length] ?? '';
  const maker = draw.pick(MAKERS);
  return `${draw.pick(BADGES)}${maker} ${look} ${noun}`.trim();
}

function makeItem(index: number, making: Making): CatalogueItem {
  const spec = SAMPLES[index];
  if (spec !== undefined) return makeSample(spec, index, making);
  const draw = drawFor(`${making.seed}/item/${index}`);
  const rank = index - SAMPLES.length;
  const family = making.families[rank % making.families.length];
  if (family === undefined) throw new Error('no product classes');
  const base = common(index, family, making, draw);
  const suppliers = buildSuppliers();
  const supplierIndex = draw.int(0, suppliers.length - 1);
  const isGlobal = suppliers[supplierIndex]?.isGlobal ?? false;
  const [low, high] = family.priceKrw;
  const priceKrw = Math.round(draw.int(low, high) / 100) * 100;
  const isWholesaleOnly = index % 29 === 7;
  const isSupplyOnly = index % 31 === 9;
  const licence = draw.fraction();
  const options = buildOptions(shapeFor(index, draw), {
    draw,
    dimensions: family.dimensions,
    basePriceKrw: priceKrw,
  });
  const country = isGlobal ? '수입산_아시아_중국' : countryFor(family, draw);
  const floor = index % 9 === 2 ? Math.round((priceKrw * 1.5) / 100) * 100 : null;
  const title = titleFor(family, draw, index);
  return {
    ...base,
    title,
    keywords: title
      .replace(/\[[^\]]*\]|★[^★]*★/g, '')
      .trim()
      .split(' ')
      .slice(0, 5),
    supplierIndex,
    isAdult: index % 113 === 60,
    tax: index % 97 === 40 ? '영세율상품' : base.tax,
    country,
    dutyLines: noticeLines(
      family.duty,
      family.dutyLines,
      draw.chance(0.3) ? '상세설명참조' : base.manufacturer,
      country.startsWith('국산') ? '대한민국' : '상세정보 별도표기',
    ),
    certificates: certificatesFor(family, draw),
    delivery: deliveryFor(index, isGlobal),
    isLicensed: licence < LICENSED_SHARE,
    licenceText:
      licence < FREELY_LICENSED_SHARE
        ? draw.pick(LICENCE_TEXTS)
        : licence < LICENSED_SHARE
          ? LICENCE_LIMITS
          : draw.pick(LICENCE_REFUSALS),
    quirks: quirksFor(index),
    memo: index % 13 === 5 ? '일부 색상 입고 지연 중입니다. 주문 전 확인 바랍니다.' : null,
    supplyUnit: index % 37 === 3 ? 3 : 1,
    isBusinessOnly: index % 41 === 8,
    isListingDenied: index % 101 === 50,
    recommendedKrw: floor === null ? null : Math.round((priceKrw * 1.9) / 100) * 100,
    supplyOrgKrw: index % 8 === 1 ? Math.round((priceKrw * 1.15) / 100) * 100 : null,
    status: index % 43 === 11 ? '기간종료' : index % 47 === 13 ? '판매종료' : '판매중',
    isDeleted: index % 67 === 30,
    dome: isSupplyOnly ? null : domeSteps(priceKrw, base.domeMoq, index % 2 === 0),
    supply: isWholesaleOnly ? null : supplySteps(priceKrw, index),
    resaleMinimumKrw: floor,
    options:
      isWholesaleOnly && options !== null
        ? { ...options, entries: options.entries.map((known) => ({ ...known, isOnSupply: false })) }
        : options,
  };
}

/** The whole market of `seed`: `count` items, the samples first. Item `n` does not depend on `count`. */
export function generateCatalogue(
  seed: number,
  count: number,
  startedAtMs: number,
): readonly CatalogueItem[] {
  const making: Making = {
    seed,
    families: buildFamilies(),
    categories: buildDomeCategories(),
    startedAtMs,
  };
  return Array.from({ length: count }, (_, index) => makeItem(index, making));
}
