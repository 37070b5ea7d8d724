import { createHash } from 'node:crypto';
import type { Settings } from '@shared/domain/settings';
import type { KeyValueStore } from '../storage/key-value';

/** Since when the settings that products are made by are as they are, over restarts. */
export interface SettingsAge {
  /** Epoch ms on the steady clock; what was made of an item before follows rules that no longer hold. */
  sinceMs(): number;
}

const KEY = 'registration:settings';

/**
 * Price rules, the store's terms and the choice of pictures are built into a draft when it is made; the
 * other settings are looked at when it goes out. Losing what is kept here only makes drafts be made anew.
 */
export function createSettingsAge(
  settings: { get(): Settings },
  kept: KeyValueStore,
  steadyNowMs: () => number,
): SettingsAge {
  let seen: { readonly settings: Settings; readonly print: string } | null = null;
  const printNow = (): string => {
    const current = settings.get();
    if (seen?.settings !== current) {
      const { pricing, store, images } = current;
      const text = JSON.stringify([pricing, store, images]);
      seen = { settings: current, print: createHash('sha256').update(text).digest('hex') };
    }
    return seen.print;
  };
  return {
    sinceMs: () => {
      const print = printNow();
      const nowMs = steadyNowMs();
      const found = kept.find(KEY);
      // A moment in the future comes from a clock that was wrong, and would make everything old for ever.
      if (found?.value === print && found.writtenAtMs <= nowMs) return found.writtenAtMs;
      kept.save(KEY, print, nowMs);
      return nowMs;
    },
  };
}
