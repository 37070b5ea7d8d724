import type { DomeCategory } from '../catalogue/category-tree';

/** getCategoryList 1.0: index-keyed objects, not arrays (domeggook-openapi.md 4.1). */
export function categoryList(categories: readonly DomeCategory[]): object {
  const below = (parentCode: string | null): Record<string, object> => {
    const children = categories.filter((category) => category.parentCode === parentCode);
    return Object.fromEntries(
      children.map((category, index) => {
        const child = below(category.code);
        const isParent = Object.keys(child).length > 0;
        const node = {
          code: category.code,
          name: category.name,
          locked: isParent ? null : 'false',
          int: isParent ? null : 'true',
          ...(isParent ? { child } : {}),
        };
        return [String(index + 1), node];
      }),
    );
  };
  return { items: below(null) };
}
