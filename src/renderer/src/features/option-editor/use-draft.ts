import type { Draft } from '@shared/domain/draft';
import { parseItemNo } from '@shared/domain/ids';
import type { RouteInput } from '@shared/ipc/registry';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import type { OptionSession } from './session';
import { changeOf, commandsToLearn } from './session-change';

/** The stored draft; null when there is none. */
export function useDraft(itemNoText: string) {
  const client = useClient();
  const itemNo = parseItemNo(itemNoText);
  return useQuery({
    queryKey: queryKeys.drafts.one(itemNoText),
    queryFn: async () =>
      itemNo === null ? null : (await client.request('drafts.get', { itemNo })).draft,
  });
}

/** Flags of the draft's category; none until they are known. */
export function useCategoryExceptions(categoryId: string | null): readonly string[] {
  const client = useClient();
  const category = useQuery({
    queryKey: queryKeys.marketplace.category(categoryId ?? ''),
    queryFn: () => client.request('marketplace.getCategory', { id: categoryId ?? '' }),
    enabled: categoryId !== null,
  });
  return category.data?.exceptions ?? NO_EXCEPTIONS;
}

const NO_EXCEPTIONS: readonly string[] = [];

/** Stores the session's options, based on the version it began with. */
export function useSaveOptions(onSaved: (draft: Draft, session: OptionSession) => void) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (session: OptionSession) =>
      client.request('options.save', {
        itemNo: session.draft.itemNo,
        // The contract carries the same shapes with mutable lists; nothing here changes them.
        change: changeOf(session) as RouteInput<'options.save'>['change'],
        commands: [...commandsToLearn(session)],
        basedOnVersion: session.draft.version,
      }),
    onSuccess: ({ draft }, session) => {
      queries.setQueryData(queryKeys.drafts.one(draft.itemNo), draft);
      void queries.invalidateQueries({ queryKey: queryKeys.drafts.all });
      onSaved(draft, session);
    },
  });
}
