import type { Draft } from '@shared/domain/draft';
import type { PicturePlace } from '@shared/domain/draft-pictures';
import type { InspectedPicture } from '@shared/ipc/pictures';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '../../ipc/use-client';

/** What is known of the pictures of one version of a draft. */
export interface Inspection {
  /** `looking` while pictures are fetched for the first time; what is known already stays shown. */
  readonly state: 'looking' | 'done' | 'cancelled' | 'failed';
  readonly fault: unknown;
  /** What became of a picture; null while it is not known, or when it stays at the supplier. */
  outcomeOf(place: PicturePlace, url: string): InspectedPicture | null;
  again(): void;
}

/** What becomes of the draft's pictures. Leaving the screen ends the work. */
export function useInspection({ itemNo, version }: Draft): Inspection {
  const client = useClient();
  const query = useQuery({
    queryKey: ['pictures', itemNo, version] as const,
    queryFn: async ({ signal }) => {
      signal.addEventListener('abort', () => {
        // Nobody waits for the answer; a core that is gone has nothing to end.
        client.request('pictures.cancel', { itemNo, version }).catch(() => undefined);
      });
      return client.request('pictures.inspect', { itemNo });
    },
    placeholderData: keepPreviousData,
  });
  const pictures = query.data?.kind === 'inspected' ? query.data.pictures : null;
  const outcomes = useMemo(
    () => new Map(pictures?.map((picture) => [`${picture.role} ${picture.url}`, picture])),
    [pictures],
  );
  const isCancelled = query.data?.kind === 'cancelled';
  return {
    state: query.isError
      ? 'failed'
      : query.isFetching
        ? 'looking'
        : isCancelled
          ? 'cancelled'
          : 'done',
    fault: query.error,
    outcomeOf: (place, url) => outcomes.get(`${place} ${url}`) ?? null,
    again: () => void query.refetch(),
  };
}
