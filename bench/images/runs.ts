import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { createPictureConverter } from '../../src/core/images/convert';
import type { PlannedPicture } from '../../src/core/images/port';
import { defaultSettings } from '../../src/shared/domain/settings';
import { ITEM_COUNT, LARGE_COUNT, OWN_PER_ITEM, SHARED_COUNT, SHARED_PER_ITEM } from './market';
import { type Measured, measure } from './measure';
import { runOneAfterAnother, runStaged, upload } from './original';
import { openOurPipeline } from './ours';
import { createPhotoMaker } from './pictures';

/** The runs that are compared; each goes in a process of its own. */
export const RUN_NAMES = [
  'one-after-another',
  'staged',
  'staged-one-call',
  'ours',
  'wire',
  'cpu',
  'hundred-items',
] as const;
export type RunName = (typeof RUN_NAMES)[number];

/** A converted picture is about this large; the wire run sends as much. */
const CONVERTED_BYTES = 420_000;
/** Items under way at once in the run of a hundred. */
const ITEMS_AT_ONCE = 16;

export function isRunName(name: string): name is RunName {
  return (RUN_NAMES as readonly string[]).includes(name);
}

export async function run(name: RunName, baseUrl: string): Promise<Measured> {
  const urls = Array.from({ length: LARGE_COUNT }, (_unused, n) => `${baseUrl}/large/${n}.jpg`);
  // One small picture first, so that every run finds its code loaded and compiled.
  const first = [`${baseUrl}/small/0.jpg`];
  await warmUp();
  switch (name) {
    case 'one-after-another':
      await runOneAfterAnother(baseUrl, first);
      return measure(() => runOneAfterAnother(baseUrl, urls));
    case 'staged':
    case 'staged-one-call': {
      const filesPerCall = name === 'staged' ? 1 : 10;
      await runStaged(baseUrl, first, filesPerCall);
      return measure(() => runStaged(baseUrl, urls, filesPerCall));
    }
    case 'wire':
      return measureWire(baseUrl, first, urls);
    case 'cpu':
      return measureCpu(urls);
    case 'ours': {
      const item = (of: readonly string[]) =>
        of.map((url): PlannedPicture => ({ url, role: 'product' }));
      return measureOurs(baseUrl, item(first), [item(urls)], 1);
    }
    case 'hundred-items':
      // Its upload calls are counted: nothing may be sent before.
      return measureOurs(baseUrl, [], hundredItems(baseUrl), ITEMS_AT_ONCE);
  }
}

/** Loads the decoder and lets the code be compiled, as in an app that has been open for a while. */
async function warmUp(): Promise<void> {
  const maker = await createPhotoMaker();
  const converter = createPictureConverter({ parallelism: availableParallelism() });
  const source = await maker.smallPhoto(1);
  for (let round = 0; round < 4; round += 1) await converter.convert(requestFor(source));
}

function requestFor(input: Uint8Array) {
  return {
    input,
    format: 'jpeg',
    role: 'product',
    isRepresentative: false,
    settings: defaultSettings().images,
  } as const;
}

/** Everything that goes over the wire and nothing else: all downloads at once, one upload. */
async function measureWire(
  baseUrl: string,
  first: readonly string[],
  urls: readonly string[],
): Promise<Measured> {
  const agent = new Agent({ connections: LARGE_COUNT });
  const transfer = async (from: readonly string[]): Promise<void> => {
    await Promise.all(from.map((url) => fetchBytes(url, agent)));
    await upload(
      baseUrl,
      from.map(() => new Uint8Array(CONVERTED_BYTES)),
      agent,
    );
  };
  try {
    await transfer(first);
    return await measure(() => transfer(urls));
  } finally {
    await agent.close();
  }
}

/** Everything that is computed and nothing else: pictures from memory and files, results to nowhere. */
async function measureCpu(urls: readonly string[]): Promise<Measured> {
  const agent = new Agent();
  const sources = await Promise.all(urls.map((url) => fetchBytes(url, agent)));
  await agent.close();
  const folder = mkdtempSync(join(tmpdir(), 'storebridge-bench-images-'));
  try {
    const requests = sources.map((source, number) => {
      const path = join(folder, `${number}.part`);
      writeFileSync(path, source);
      return { ...requestFor(source), asFile: async () => path };
    });
    const converter = createPictureConverter({ parallelism: availableParallelism() });
    return await measure(() => Promise.all(requests.map((request) => converter.convert(request))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fetchBytes(url: string, dispatcher: Agent): Promise<Buffer> {
  const { body } = await request(url, { dispatcher });
  return Buffer.from(await body.arrayBuffer());
}

async function measureOurs(
  baseUrl: string,
  first: readonly PlannedPicture[],
  items: readonly (readonly PlannedPicture[])[],
  atOnce: number,
): Promise<Measured> {
  const pipeline = await openOurPipeline(baseUrl);
  try {
    if (first.length > 0) await pipeline.runItem(first);
    return await measure(async () => {
      const waiting = [...items];
      const worker = async (): Promise<void> => {
        for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
          const addresses = await pipeline.runItem(item);
          if (addresses !== item.length) {
            throw new Error(`${addresses} addresses for ${item.length} pictures`);
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
    });
  } finally {
    await pipeline.close();
  }
}

function hundredItems(baseUrl: string): readonly (readonly PlannedPicture[])[] {
  const small = (number: number): string => `${baseUrl}/small/${number}.jpg`;
  const firstShared = ITEM_COUNT * OWN_PER_ITEM;
  return Array.from({ length: ITEM_COUNT }, (_unused, item) => [
    ...Array.from(
      { length: OWN_PER_ITEM },
      (_own, own): PlannedPicture => ({
        url: small(item * OWN_PER_ITEM + own),
        role: 'detail',
      }),
    ),
    ...Array.from(
      { length: SHARED_PER_ITEM },
      (_shared, shared): PlannedPicture => ({
        url: small(firstShared + ((item * 3 + shared) % SHARED_COUNT)),
        role: 'detail',
      }),
    ),
  ]);
}
