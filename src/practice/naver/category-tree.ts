import { hash32 } from '../seeded';
import { CATEGORY_LINES } from './category-data';

/** A kind of certificate as the category detail lists it (naver-commerce-api.md 5.7; ids and bodies invented). */
export interface CertificationInfo {
  readonly id: number;
  readonly name: string;
  readonly kindTypes: readonly string[];
  /** The maker's name must be given. */
  readonly companyName: boolean;
  readonly certificationDate: boolean;
  /** Supplier conformity: name and number may be left out. */
  readonly nonEssential: boolean;
  readonly kcParallelImportExemptionObject: boolean;
  readonly certificationMarkType: string;
}

/** A node of Naver's tree as the practice market has it. */
export interface PracticeCategory {
  readonly id: string;
  readonly name: string;
  /** `패션의류>여성의류>티셔츠`. */
  readonly path: string;
  readonly parentId: string | null;
  readonly topId: string;
  readonly isLeaf: boolean;
  readonly exceptions: readonly string[];
  readonly certifications: readonly CertificationInfo[];
  /** False: `NotAuthority.product.category.id` on create. */
  readonly hasSaleRight: boolean;
}

const EXCEPTIONS_BY_FLAG: Readonly<Record<string, readonly string[]>> = {
  KC: ['KC_CERTIFICATION'],
  CHILD: ['CHILD_CERTIFICATION'],
  GREEN: ['GREEN_PRODUCTS'],
  SAFE: ['SAFE_CRITERION'],
  UNIT: ['UNIT_PRICE'],
  ADULT: ['ADULT'],
  OPTFREE: ['OPTION_PRICE'],
  BOOK: ['BOOK'],
  MARINE: ['MARINE_PRODUCTS', 'ORIGINAREA_PRODUCTS'],
  ECOUPON: ['E_COUPON'],
  NORIGHT: [],
};

function info(
  id: number,
  name: string,
  kindTypes: readonly string[],
  rules: { companyName?: boolean; certificationDate?: boolean; nonEssential?: boolean } = {},
): CertificationInfo {
  return {
    id,
    name,
    kindTypes,
    companyName: rules.companyName ?? false,
    certificationDate: rules.certificationDate ?? false,
    nonEssential: rules.nonEssential ?? false,
    kcParallelImportExemptionObject: kindTypes.includes('KC_CERTIFICATION'),
    certificationMarkType: kindTypes[0] === 'ETC' ? 'NONE' : 'KC',
  };
}

const KC = ['KC_CERTIFICATION', 'OVERSEAS', 'PARALLEL_IMPORT'] as const;
const CHILD = ['CHILD_CERTIFICATION'] as const;

function certificationsOf(flags: readonly string[]): readonly CertificationInfo[] {
  const found: CertificationInfo[] = [];
  if (flags.includes('KC')) {
    found.push(
      info(1101, '[전기용품] 안전인증', KC),
      info(1102, '[전기용품] 안전확인', KC),
      info(1103, '[전기용품] 공급자적합성확인', KC, { nonEssential: true }),
      info(1104, '[방송통신기자재] 적합등록', KC, { companyName: true, certificationDate: true }),
    );
  }
  if (flags.includes('CHILD')) {
    found.push(
      info(1201, '[어린이제품] 안전인증', CHILD, { companyName: true }),
      info(1202, '[어린이제품] 안전확인', CHILD, { companyName: true }),
      info(1203, '[어린이제품] 공급자적합성확인', CHILD, { nonEssential: true }),
    );
  }
  if (flags.includes('GREEN')) found.push(info(1301, '[친환경] 환경표지 인증', ['GREEN_PRODUCTS']));
  if (flags.includes('SAFE')) {
    found.push(info(1401, '[생활화학제품] 안전기준적합확인', ['ETC'], { companyName: true }));
  }
  found.push(info(1901, '기타 인증', ['ETC']));
  return found;
}

const ROOM_FOR_IDS = 900_000;

/** Parses the data; ids follow from the path alone, so that adding a category moves no other. */
export function buildCategoryTree(): readonly PracticeCategory[] {
  const byPath = new Map<string, PracticeCategory>();
  const taken = new Set<string>();
  const idFor = (path: string): string => {
    let number = hash32(path) % ROOM_FOR_IDS;
    while (taken.has(String(50_000_000 + number))) number = (number + 1) % ROOM_FOR_IDS;
    const id = String(50_000_000 + number);
    taken.add(id);
    return id;
  };
  const add = (path: string, flags: readonly string[], isLeaf: boolean): PracticeCategory => {
    const known = byPath.get(path);
    if (known !== undefined) return known;
    const names = path.split('>');
    const name = names[names.length - 1] ?? path;
    const parent = names.length > 1 ? add(names.slice(0, -1).join('>'), [], false) : null;
    const id = idFor(path);
    const category: PracticeCategory = {
      id,
      name,
      path,
      parentId: parent?.id ?? null,
      topId: parent?.topId ?? id,
      isLeaf,
      exceptions: isLeaf
        ? [...flags.flatMap((flag) => EXCEPTIONS_BY_FLAG[flag] ?? []), 'FREE_RETURN_INSURANCE']
        : [],
      certifications: isLeaf ? certificationsOf(flags) : [],
      hasSaleRight: !flags.includes('NORIGHT'),
    };
    byPath.set(path, category);
    return category;
  };
  for (const line of CATEGORY_LINES.split('\n')) {
    const [parent, list] = line.split(': ');
    if (parent === undefined || list === undefined) continue;
    const words = list.split(' ');
    const shared = words.filter((word) => word.startsWith('@')).map((word) => word.slice(1));
    const leaves = words.filter((word) => !word.startsWith('@')).join(' ');
    for (const leaf of leaves.split(',')) {
      const [name = '', ...flags] = leaf.split('@');
      add(`${parent}>${name}`, [...shared, ...flags], true);
    }
  }
  return [...byPath.values()];
}
