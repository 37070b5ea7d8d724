import type { AppState } from '@shared/ipc/app';
import type { ProductState } from '../../workspace/port';

/** The state as a page may know it. */
export function wireState(state: ProductState): AppState {
  switch (state.kind) {
    case 'opening':
      return { kind: 'opening' };
    case 'open':
      return { kind: 'open', mode: state.storebridge.mode };
    case 'closed':
      return { kind: 'closed', code: state.fault.code, params: { ...state.fault.params } };
  }
}
