import type { ItemNo } from '@shared/domain/ids';
import { systemClock } from '../../src/core/platform/clock';
import { silentLogger } from '../../src/core/platform/logger';
import { systemRandomness } from '../../src/core/platform/randomness';
import type { RegistrationService } from '../../src/core/registration/port';
import { createRegistrationService } from '../../src/core/registration/service';
import type { Database } from '../../src/core/storage/database';
import { createFakeDomeggook } from '../../src/core/testing/fake-domeggook';
import { createFakeDrafts } from '../../src/core/testing/fake-drafts';
import { createFakeNaver } from '../../src/core/testing/fake-naver';
import {
  createFakePicturePreparer,
  createFakePictureUploader,
} from '../../src/core/testing/fake-pictures';
import { defaultSettings } from '../../src/shared/domain/settings';

/** The queue over a real file, with an outside world that answers at once. */
export function serviceOver(database: Database): RegistrationService {
  const naver = createFakeNaver();
  const settings = defaultSettings();
  return createRegistrationService({
    database,
    clock: systemClock,
    logger: silentLogger,
    randomness: systemRandomness,
    domeggook: createFakeDomeggook(),
    drafts: createFakeDrafts(),
    pictures: createFakePicturePreparer(),
    uploader: createFakePictureUploader(naver),
    naver,
    settings: { get: () => settings },
  });
}

/** `count` different item numbers. */
export function numbers(count: number): readonly ItemNo[] {
  return Array.from({ length: count }, (_, index) => numberAt(index));
}

export function numberAt(index: number): ItemNo {
  return String(10_000_000 + index) as ItemNo;
}
