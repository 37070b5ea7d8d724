import type { OptionModel } from '@shared/options/model';
import type { NaverTerms } from '@shared/options/naver/terms';
import { useEffect, useRef } from 'react';
import { shownModel } from './editor-state';
import { viewOfOptions } from './option-view';

/** Rounds after which the browser has machine code for what a keystroke computes. */
const ROUNDS = 3;
/** Latest moment for browsers that are never idle. */
const TIMEOUT_MS = 2_000;

/**
 * Computes what a first keystroke will need while nobody types yet, so that it is seen as fast as the
 * later ones. The results are thrown away.
 */
export function useWarmUp(model: OptionModel, terms: NaverTerms, unitQuantity: number): void {
  const first = useRef({ model, terms, unitQuantity });
  useEffect(() => {
    const handle = requestIdleCallback(
      () => {
        const { model: opened, ...rest } = first.current;
        const value = opened.dimensions[0]?.values[0];
        if (value === undefined) return;
        const editing = { initial: opened, present: opened, past: [], future: [] };
        for (let round = 0; round < ROUNDS; round += 1) {
          const typed = shownModel(editing, {
            kind: 'rename-value',
            axis: 0,
            value,
            name: `${value}*${round}`,
          });
          viewOfOptions(typed, rest.terms, rest.unitQuantity, new Map());
        }
      },
      { timeout: TIMEOUT_MS },
    );
    return () => cancelIdleCallback(handle);
  }, []);
}
