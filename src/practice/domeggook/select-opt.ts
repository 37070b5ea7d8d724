import type { CatalogueItem } from '../catalogue/model';
import { md5Hex } from '../seeded';

const KEY_WIDTH = 2;

/** `00_01`: value index per dimension. */
export function optionKey(indexes: readonly number[]): string {
  return indexes.map((index) => String(index).padStart(KEY_WIDTH, '0')).join('_');
}

/** Hangul as `\uXXXX`, as the real string has it (domeggook-openapi.md 5.1). */
function escapeHangul(text: string): string {
  return text.replace(
    /[^\u0020-\u007e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The JSON string of `selectOpt`, or null for an item without options. */
export function selectOptOf(item: CatalogueItem, isBroken: boolean): string | null {
  const { options } = item;
  if (options === null) return isBroken ? '{"type":"combination","set":[{' : null;
  const set = options.dimensions.map(({ name, values }) => ({
    name,
    opts: values,
    domPrice: values.map(() => '0'),
    changeKey: values.map((_, index) => String(index)),
  }));
  const data = Object.fromEntries(
    options.entries.map((entry) => {
      const values = entry.indexes.map((index, dimension) => {
        return options.dimensions[dimension]?.values[index] ?? '';
      });
      const fields = {
        name: values.join('/'),
        dom: entry.isOnDome && item.dome !== null ? '1' : '0',
        domPrice: String(entry.domAddKrw),
        sam: '0',
        samPrice: '0',
        sup: entry.isOnSupply && item.supply !== null ? '1' : '0',
        supPrice: String(entry.supAddKrw),
        qty: String(entry.stock),
        hid: String(entry.hid),
      };
      const key = optionKey(entry.indexes);
      return [key, { ...fields, hash: md5Hex(`${item.itemNo}/${key}/${JSON.stringify(fields)}`) }];
    }),
  );
  const orgSet = set.map(({ name, opts, domPrice }) => ({ name, opts, domPrice }));
  const text = escapeHangul(
    JSON.stringify({ type: 'combination', optSort: 'DA', set, orgSet, data }),
  );
  return isBroken ? text.slice(0, Math.floor(text.length * 0.7)) : text;
}
