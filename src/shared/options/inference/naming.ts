import { ANY_SIZE, KIND, KIND_NAMES } from '../vocabulary/kinds';
import { KIND_WORD } from '../vocabulary/names';
import { kindsOfName, type SuppliedName } from './set-name';
import { majorityKind } from './structure';
import type { ValueKinds } from './value-kind';

/** What kind of product it is, as far as the meaning of values depends on it. */
export class ProductContext {
  readonly #text: string;

  constructor(category: string, title: string) {
    this.#text = `${category} ${title}`;
  }

  is(area: keyof typeof AREAS): boolean {
    return AREAS[area].test(this.#text);
  }
}

const AREAS = {
  childrensWear: /유아|아동|키즈|주니어|베이비|신생아|강아지|반려|애견|고양이옷/,
  scented:
    /방향제|디퓨저|캔들|향초|향수|인센스|룸스프레이|바디워시|바디로션|핸드크림|비누|입욕제|샴푸|섬유유연제|탈취/,
  food: /식품|음료|간식|과일|커피|차류|견과|사료|젤리|과자|분식|떡|라면|소스|단백질|프로틴|영양제|건강|츄르/,
  longGoods:
    /케이블|커튼|호스|로프|끈|줄|테이프|체인|봉|레일|전선|연장선|몰딩|리본|벨트|스트랩|파이프|선반|가랜드|네트|원단|실|와이어/,
  printed:
    /스티커|쿠션|인형|키링|장식|파우치|양말|머그|우산|엽서|노트|마스킹|그림|포스터|러그|매트|타올|수건|블랭킷|담요|완구|크리스마스|할로윈|테이블보|커버|도장|벽지|손수건|배지|뱃지|브로치|풍선|액자|피규어/,
  connected: /케이블|충전|젠더|어댑터|usb|허브|이어폰|배터리|리더기|메모리|거치대/i,
  makeUp:
    /메이크업|립|틴트|섀도|아이라이너|마스카라|블러셔|쿠션팩트|파운데이션|네일|매니큐어|컨실러|팩트|염색/,
  shoes: /신발|운동화|슬리퍼|구두|부츠|샌들|실내화|런닝화|장화|로퍼/,
} as const;

/** Where a dimension's name comes from. */
export type NameSource = 'label' | 'supplier' | 'values' | 'context' | 'fallback';

/** A dimension's name and what it was taken from, which decides how sure it is. */
export interface NamedColumn {
  readonly name: string;
  readonly source: NameSource;
}

interface NameableColumn {
  readonly distinct: readonly string[];
  readonly kinds: number;
  readonly label: string | null;
}

const FILLER = '단일';

/**
 * Names the dimensions: a label in front of the values, the supplier's name where it fits (whatever
 * their order), the kind of the values, and at last `종류` for plain words or `옵션`. No two dimensions get the same name.
 */
export function nameColumns(
  columns: readonly NameableColumn[],
  supplied: readonly (SuppliedName | null)[],
  product: ProductContext,
  kinds: ValueKinds,
): readonly NamedColumn[] {
  const own = columns.map((column) => kindOfColumn(column, product, kinds));
  const names = supplied.map((name) => onChildrensWear(name, product));
  const named: (NamedColumn | null)[] = columns.map((column) =>
    column.label === null ? null : { name: column.label, source: 'label' },
  );
  assignSupplied(columns, own, names, named);
  for (const [place, column] of columns.entries()) {
    if (named[place] !== null && named[place] !== undefined) continue;
    const name = nameOfValues(column, own[place] ?? 0, product);
    const isSure = column.kinds !== 0;
    if (name !== null) named[place] = isSure ? name : { ...name, source: 'context' };
  }
  const isAlone = columns.length === 1;
  const lastResort = supplied.some((name) => name?.name === KIND_WORD) ? '타입' : '종류';
  const used = new Set<string>();
  return named.map((entry, place) => {
    let chosen = entry;
    if (chosen === null || used.has(chosen.name)) {
      const areWords = columns[place]?.distinct.every((value) => WORDS_ONLY.test(value)) === true;
      const canSayKind = !used.has(lastResort) && (areWords || lastResort === '타입');
      const numbered = isAlone ? '옵션' : `옵션${place + 1}`;
      chosen = { name: canSayKind ? lastResort : numbered, source: 'fallback' };
    }
    used.add(chosen.name);
    return chosen;
  });
}

/** Plain words, of which a buyer can be told that they are kinds of the product. */
const WORDS_ONLY = /^[가-힣A-Za-z][가-힣A-Za-z ]*$/;

/** Numbers on children's wear are sizes, whatever the supplier calls them. */
function onChildrensWear(name: SuppliedName | null, product: ProductContext): SuppliedName | null {
  if (name?.name !== '호수' || !product.is('childrensWear')) return name;
  return { name: '사이즈', kinds: kindsOfName('사이즈') };
}

function assignSupplied(
  columns: readonly NameableColumn[],
  own: readonly number[],
  supplied: readonly (SuppliedName | null)[],
  named: (NamedColumn | null)[],
): void {
  const isFree = supplied.map((name) => name !== null && name.name !== KIND_WORD);
  const take = (place: number, from: number): void => {
    const name = supplied[from];
    if (name === null || name === undefined) return;
    named[place] = { name: name.name, source: 'supplier' };
    isFree[from] = false;
  };
  // First the names that fit the kind of a dimension: the own position before any other.
  for (const isOwnPosition of [true, false]) {
    for (let place = 0; place < columns.length; place += 1) {
      if (named[place] !== null || (own[place] ?? 0) === 0) continue;
      for (let from = 0; from < supplied.length; from += 1) {
        const name = supplied[from];
        if (!isFree[from] || name === null || name === undefined) continue;
        if (isOwnPosition !== (from === place)) continue;
        if (name.kinds !== -1 && (name.kinds & (own[place] ?? 0)) !== 0) {
          take(place, from);
          break;
        }
      }
    }
  }
  // One dimension under several names says nothing about which of them it is.
  if (columns.length === 1 && isFree.filter((free) => free).length > 1) return;
  for (let place = 0; place < columns.length; place += 1) {
    if (named[place] !== null) continue;
    const from = isFree[place] === true ? place : columns.length === 1 ? isFree.indexOf(true) : -1;
    const name = supplied[from];
    if (from === -1 || name === null || name === undefined) continue;
    if (fits(name, own[place] ?? 0)) take(place, from);
  }
  for (let place = 0; place < columns.length; place += 1) {
    if (named[place] !== null) continue;
    const from = isFree.indexOf(true);
    const name = supplied[from];
    if (name === null || name === undefined) continue;
    if (fits(name, own[place] ?? 0)) take(place, from);
  }
}

/** A name fits unless all values clearly belong to another known kind. */
function fits(name: SuppliedName, kinds: number): boolean {
  if (name.kinds === -1 || kinds === 0 || (name.kinds & kinds) !== 0) return true;
  // Designs, forms and materials are guesses from single words; the supplier knows better.
  const soft =
    KIND.design |
    KIND.form |
    KIND.material |
    KIND.set |
    KIND.model |
    KIND.scent |
    KIND.taste |
    KIND.direction |
    KIND.position;
  return (kinds & soft) !== 0;
}

/** The kinds of a dimension for its name: weaker evidence counts than for splitting. */
function kindOfColumn(column: NameableColumn, product: ProductContext, kinds: ValueKinds): number {
  if (column.kinds !== 0) return settle(column.kinds, product);
  const values = column.distinct.filter((value) => value !== FILLER);
  if (values.every((value) => (kinds.of(value) & COUNT_OR_SET) !== 0)) return KIND.set;
  const majority = majorityKind(values, kinds, 0.6);
  if (majority !== 0) return settle(majority, product);
  if (areSetContents(values)) return KIND.set;
  const varying = majorityKind(withoutConstant(values, kinds), kinds, 0.8);
  if (varying !== 0) return settle(varying, product);
  const heads = values.map((value) => value.slice(value.lastIndexOf(' ') + 1));
  return settle(
    majorityKind(heads, kinds, 0.8) & (KIND.colour | KIND.set | KIND.form | KIND.design),
    product,
  );
}

const COUNT_OR_SET = KIND.count | KIND.set;

/** `베개, 베개+커버`: every value is a part of a longer one that a plus joins. */
function areSetContents(values: readonly string[]): boolean {
  const sets = values.filter((value) => /[가-힣)]\s?\+\s?[가-힣(]/.test(value));
  return (
    sets.length > 0 &&
    values.every((value) => sets.some((set) => set === value || set.includes(value)))
  );
}

/** The values without what is the same in front or at the end of all, up to a sign or blank. */
function withoutConstant(values: readonly string[], kinds: ValueKinds): readonly string[] {
  const first = values[0] ?? '';
  if (values.length < 2) return values;
  let front = first.length;
  let end = first.length;
  for (const value of values) {
    let same = 0;
    while (same < front && same < value.length && value[same] === first[same]) same += 1;
    front = same;
    same = 0;
    while (
      same < end &&
      same < value.length &&
      value[value.length - 1 - same] === first[first.length - 1 - same]
    )
      same += 1;
    end = same;
  }
  const head = first.slice(0, front);
  const tail = first.slice(first.length - end);
  const cutFront = /^.*[^\p{L}\p{N}]/u.exec(head)?.[0].length ?? 0;
  const cutEnd = tail.length - (/[^\p{L}\p{N}].*$/u.exec(tail)?.index ?? tail.length);
  const constant = tail.slice(tail.length - cutEnd);
  // "골드 등급": what the values are is said by their common last word, and it is no known kind.
  if (/^\s/.test(constant) && kinds.of(constant.trim()) === 0) return values;
  return values.map((value) => value.slice(cutFront, value.length - cutEnd).trim());
}

/** Leaves the meanings that the product allows. */
function settle(kinds: number, product: ProductContext): number {
  if (kinds === 0) return 0;
  if ((kinds & KIND.scent) !== 0 && (kinds & ~KIND.scent) !== 0) {
    if (product.is('scented')) return KIND.scent;
  }
  // Fruit and animals on food are what is eaten, not what is printed.
  if (kinds === KIND.design && product.is('food')) return 0;
  if ((kinds & KIND.taste) !== 0 && (kinds & ~KIND.taste) !== 0 && product.is('food'))
    return KIND.taste;
  if ((kinds & KIND.shade) !== 0 && (kinds & KIND.sizeNumber) !== 0) {
    return product.is('childrensWear') ? KIND.sizeNumber : KIND.shade;
  }
  if ((kinds & KIND.terminal) !== 0 && (kinds & KIND.form) !== 0) {
    return product.is('connected') ? KIND.terminal : KIND.form;
  }
  if ((kinds & KIND.thickness) !== 0 && (kinds & KIND.sizeNumber) !== 0) {
    // "100T" of coffee and tea are bags.
    if (product.is('food')) return KIND.count;
    return product.is('childrensWear') ? KIND.sizeNumber : KIND.thickness;
  }
  return kinds;
}

function nameOfValues(
  column: NameableColumn,
  kinds: number,
  product: ProductContext,
): NamedColumn | null {
  if (kinds === 0) {
    return product.is('printed') && column.distinct.every((value) => !/\d/.test(value))
      ? { name: '디자인', source: 'context' }
      : null;
  }
  if ((kinds & KIND.measure) !== 0 && (kinds & ANY_SIZE) === 0) {
    const isLong = product.is('longGoods') || column.distinct.every((value) => /\dm$/i.test(value));
    return { name: isLong ? '길이' : '사이즈', source: 'values' };
  }
  for (const [bit, name] of KIND_NAMES) {
    if ((kinds & bit) !== 0) return { name, source: 'values' };
  }
  return null;
}

/** True when the supplier's names promise several dimensions of which each says something. */
export function promisesSeveral(supplied: readonly (SuppliedName | null)[]): boolean {
  return supplied.filter((name) => name !== null).length >= 2;
}

export { kindsOfName };
