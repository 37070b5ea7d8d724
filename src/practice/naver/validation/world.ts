import type { PracticeCategory } from '../category-tree';
import type { NoticeType } from '../notice-types';

/** What a product body is checked against. */
export interface ProductWorld {
  readonly categories: ReadonlyMap<string, PracticeCategory>;
  readonly noticeTypes: ReadonlyMap<string, NoticeType>;
  readonly originAreaCodes: ReadonlySet<string>;
  /** Address book number to its kind. */
  readonly addresses: ReadonlyMap<
    number,
    { readonly addressType: string; readonly overseasAddress: boolean }
  >;
  isUploaded(url: string): boolean;
  isBundleGroup(id: number): boolean;
  recommendedTagText(code: number): string | null;
}

/** What a check may need from the rest of the body. */
export interface ProductContext {
  readonly world: ProductWorld;
  /** Null when the body names no known leaf. */
  readonly category: PracticeCategory | null;
  readonly salePriceKrw: number | null;
  readonly mode: 'create' | 'update';
}
