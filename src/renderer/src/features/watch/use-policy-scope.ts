import { MAIN_STORE, parseItemNo } from '@shared/domain/ids';
import type { PolicyScope } from '@shared/domain/watch';
import type { PolicyLevel } from '@shared/domain/watch-policy';
import { useSearchParams } from 'react-router';

const LEVELS: readonly PolicyLevel[] = ['store', 'supplier', 'item'];

/** Address of the policies of one supplier or product. */
export function policyPath(level: Exclude<PolicyLevel, 'store'>, target: string): string {
  return `/watch?${new URLSearchParams({ tab: 'policies', level, of: target }).toString()}`;
}

/** Whose policies are shown; kept in the address, so that other screens lead to it and Back works. */
export function usePolicyScope() {
  const [search, setSearch] = useSearchParams();
  const level = LEVELS.find((one) => one === search.get('level')) ?? 'store';
  const target = search.get('of') ?? '';
  const itemNo = level === 'item' ? parseItemNo(target) : null;
  const supplierId = level === 'supplier' && target !== '' ? target : null;
  const isChosen = level === 'store' || itemNo !== null || supplierId !== null;
  /** Null until a supplier or product is chosen. */
  const scope: PolicyScope | null = isChosen ? { storeId: MAIN_STORE, supplierId, itemNo } : null;
  return {
    level,
    scope,
    choose: (next: PolicyLevel, of = ''): void =>
      setSearch(
        {
          tab: 'policies',
          ...(next === 'store' ? {} : { level: next }),
          ...(of === '' ? {} : { of }),
        },
        { replace: true },
      ),
  };
}
