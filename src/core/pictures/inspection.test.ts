import type { Draft } from '@shared/domain/draft';
import { MAIN_STORE } from '@shared/domain/ids';
import { defaultSettings, type Settings } from '@shared/domain/settings';
import { beforeEach, expect, it } from 'vitest';
import type { PictureOutcome, PlannedPicture } from '../images/port';
import { aDraft } from '../testing/draft';
import { anItemNo } from '../testing/wholesale-item';
import { createPictureInspection, type PictureInspection } from './inspection';

interface Call {
  readonly pictures: readonly PlannedPicture[];
  readonly signal: AbortSignal;
  readonly answer: (outcomes: readonly PictureOutcome[]) => void;
  readonly fail: (fault: unknown) => void;
}

const FRONT = 'https://pictures.example/front.jpg';
const CHART = 'https://pictures.example/chart.jpg';

let draft: Draft;
let settings: Settings;
let calls: Call[];
let inspection: PictureInspection;

beforeEach(() => {
  const base = aDraft();
  const images = { product: [FRONT], detail: [CHART], excluded: [] };
  draft = { ...base, version: 3, content: { ...base.content, images } };
  settings = defaultSettings();
  calls = [];
  inspection = createPictureInspection({
    drafts: { find: (_, itemNo) => (itemNo === draft.itemNo ? draft : null) },
    preparer: {
      prepare: (pictures, signal = new AbortController().signal) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          calls.push({ pictures, signal, answer: resolve, fail: reject });
        }),
    },
    settings: () => settings,
  });
});

const inspect = () => inspection.inspect(MAIN_STORE, draft.itemNo);

it('prepares the pictures of the draft as its registration would, and tells of which version', async () => {
  const result = inspect();
  expect(calls[0]?.pictures).toEqual([
    { url: FRONT, role: 'product' },
    { url: CHART, role: 'detail' },
  ]);
  const outcome = { kind: 'duplicate', url: CHART, role: 'detail', ofUrl: FRONT } as const;
  calls[0]?.answer([outcome]);
  expect(await result).toEqual({ kind: 'inspected', version: 3, pictures: [outcome] });
});

it('leaves description pictures alone that stay at the supplier', () => {
  settings = { ...settings, images: { ...settings.images, keepsDetailPicturesAtSource: true } };
  void inspect();
  expect(calls[0]?.pictures).toEqual([{ url: FRONT, role: 'product' }]);
});

it('works once for all who ask for the same version meanwhile, and anew afterwards', async () => {
  const results = [inspect(), inspect()];
  expect(calls).toHaveLength(1);
  calls[0]?.answer([]);
  expect(await Promise.all(results)).toHaveLength(2);
  void inspect();
  expect(calls).toHaveLength(2);
});

it('ends the inspection of an older version when a newer one is asked for', async () => {
  const older = inspect();
  draft = { ...draft, version: 4 };
  const newer = inspect();
  expect(await older).toEqual({ kind: 'cancelled' });
  expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  calls[1]?.answer([]);
  expect(await newer).toMatchObject({ version: 4 });
});

it('cancels the version that is named and no other', async () => {
  const result = inspect();
  inspection.cancel(MAIN_STORE, draft.itemNo, 2);
  expect(calls[0]?.signal.aborted).toBe(false);
  inspection.cancel(MAIN_STORE, draft.itemNo, 3);
  expect(await result).toEqual({ kind: 'cancelled' });
});

it('ends everything when the product stops', async () => {
  const result = inspect();
  inspection.close();
  expect(await result).toEqual({ kind: 'cancelled' });
});

it('passes a fault on and can be asked again', async () => {
  const result = inspect();
  calls[0]?.fail(new TypeError('disk'));
  await expect(result).rejects.toThrow('disk');
  void inspect();
  expect(calls).toHaveLength(2);
});

it('refuses an item without a draft', async () => {
  await expect(inspection.inspect(MAIN_STORE, anItemNo('99999999'))).rejects.toMatchObject({
    code: 'DRAFT_NOT_FOUND',
  });
});
