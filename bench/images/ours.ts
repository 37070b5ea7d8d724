import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpClient } from '../../src/core/http/client';
import type { HttpClient } from '../../src/core/http/port';
import { pictureFilesOf } from '../../src/core/images/outcomes';
import type { PicturePreparer, PictureUploader, PlannedPicture } from '../../src/core/images/port';
import { createPicturePreparer } from '../../src/core/images/preparer';
import { createPictureUploader } from '../../src/core/images/uploader';
import { createEmbeddedMutex } from '../../src/core/limiter/embedded-mutex';
import { systemClock } from '../../src/core/platform/clock';
import { silentLogger } from '../../src/core/platform/logger';
import { systemRandomness } from '../../src/core/platform/randomness';
import { type Database, openDatabase } from '../../src/core/storage/database';
import { MAIN_STORE } from '../../src/shared/domain/ids';
import { defaultSettings } from '../../src/shared/domain/settings';

/** Our pipeline as it ships, on a data folder of its own; only Naver's client is cut down to the upload. */
export interface OurPipeline {
  /** One item: prepare all, upload what is new. Returns the number of addresses. */
  runItem(pictures: readonly PlannedPicture[]): Promise<number>;
  close(): Promise<void>;
}

export async function openOurPipeline(baseUrl: string): Promise<OurPipeline> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'storebridge-bench-images-'));
  const database: Database = await openDatabase(join(dataFolder, 'bench.sqlite'), systemClock);
  const http: HttpClient = createHttpClient({ clock: systemClock, logger: silentLogger });
  const settings = { images: defaultSettings().images, allowsPrivateImageHosts: true };
  const preparer: PicturePreparer = createPicturePreparer({
    dataFolder,
    settings: () => settings,
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
  });
  const uploader: PictureUploader = createPictureUploader({
    naver: {
      uploadImages: async (files) => {
        const { bytes, status } = await http.send({
          method: 'POST',
          url: new URL(`${baseUrl}/upload`),
          body: { kind: 'files', partName: 'imageFiles', files },
        });
        if (status !== 200) throw new Error(`the upload was answered with ${status}`);
        const answer = JSON.parse(Buffer.from(bytes).toString()) as { images: { url: string }[] };
        return answer.images.map((image) => image.url);
      },
    },
    mutex: createEmbeddedMutex(),
    database,
    clock: systemClock,
    logger: silentLogger,
  });
  return {
    runItem: async (pictures) => {
      const files = pictureFilesOf(await preparer.prepare(pictures)).all;
      const urls = await uploader.upload(MAIN_STORE, files, { lane: 'batch' });
      return urls.size;
    },
    close: async () => {
      await preparer.close();
      await http.close();
      database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
