import type { PicturePreparer } from '../images/port';
import type { Clock } from '../platform/clock';
import type { FigureSink } from './sink';

/** `preparer` that tells how long the pictures of each product took; nothing else about it changes. */
export function measurePictures(
  preparer: PicturePreparer,
  sink: Pick<FigureSink, 'picturesPrepared'>,
  clock: Clock,
): PicturePreparer {
  return {
    ...preparer,
    prepare: async (pictures, signal) => {
      const startedMs = clock.monotonicMs();
      const outcomes = await preparer.prepare(pictures, signal);
      if (pictures.length > 0) sink.picturesPrepared(clock.monotonicMs() - startedMs);
      return outcomes;
    },
  };
}
