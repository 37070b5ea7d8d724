import { cleanRows } from '@shared/options/inference/rows';
import { spellingKey } from '@shared/options/inference/structure';
import type { ItemSnapshot, SnapshotOption } from './snapshot';

/**
 * The options of `after` under the keys by which `before` knew the same goods. A supplier's key is a
 * place in his list (domeggook-openapi.md 5.1, 2026-09): when he takes one value out, the next one moves
 * into its place, and a listing that trusted the key would sell one thing as another. So the name
 * decides, marks and prices in it left aside; a name that is not there any more is an option that is
 * gone, whatever stands at its place now. Gone options stay in the list, so that their keys are never
 * given to others.
 */
export function followOptions(before: ItemSnapshot, after: ItemSnapshot): ItemSnapshot {
  if (before.options.length === 0) return after;
  const byKey = new Map(before.options.map((option) => [option.key, option]));
  const byIdentity = Map.groupBy(
    before.options.filter((option) => option.isNamedByUs !== true),
    (option) => identityOf(option.name),
  );
  const open = new Set(before.options);
  const keys = new Map<SnapshotOption, string>();
  const settle = (option: SnapshotOption, same: SnapshotOption | undefined): void => {
    if (same === undefined || !open.delete(same)) return;
    keys.set(option, same.key);
  };
  const identities = new Map(after.options.map((option) => [option, identityOf(option.name)]));
  for (const [option, identity] of identities) {
    const atPlace = byKey.get(option.key);
    if (atPlace === undefined) continue;
    const isSame = atPlace.isNamedByUs === true || identityOf(atPlace.name) === identity;
    if (isSame) settle(option, atPlace);
  }
  for (const [option, identity] of identities) {
    if (keys.has(option)) continue;
    settle(
      option,
      byIdentity.get(identity)?.find((candidate) => open.has(candidate)),
    );
  }
  const taken = new Set(byKey.keys());
  const options = after.options.map((option) => {
    const key = keys.get(option) ?? freeKey(option.key, taken);
    taken.add(key);
    return key === option.key ? option : { ...option, key };
  });
  const gone = [...open].map((option) => ({ ...option, stock: 0, isSold: false, isGone: true }));
  return { ...after, options: [...options, ...gone] };
}

/** What the name stands for: without marks, prices and the way it is spelled. */
function identityOf(name: string): string {
  const row = { name, priceKrw: 0, stock: 1, sold: true, sourceKey: null };
  const { choices, addOns } = cleanRows([row]);
  return spellingKey((choices[0] ?? addOns[0])?.text ?? name);
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = key;
  for (let turn = 2; taken.has(free); turn += 1) free = `${key}~${turn}`;
  return free;
}
