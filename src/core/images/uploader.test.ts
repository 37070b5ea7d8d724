import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAIN_STORE, type StoreId } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Mutex } from '../limiter/port';
import type { UploadFile } from '../naver/port';
import { type Database, openDatabase } from '../storage/database';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createGate } from '../testing/gate';
import { createRecordingLogger } from '../testing/recording-logger';
import type { PictureUploader, PreparedFile } from './port';
import { createPictureUploader, type PictureUploaderPorts } from './uploader';

let folder: string;
let database: Database;
let clock: FakeClock;
let calls: (readonly string[])[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-upload-'));
  clock = createFakeClock();
  database = await openDatabase(':memory:', clock);
  calls = [];
});

afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true, force: true });
});

/** Lets one task in at a time, in the order of arrival. */
function localMutex(): Mutex {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    runExclusive: (_name, task) => {
      const run = tail.then(() => task(new AbortController().signal));
      tail = run.catch(() => undefined);
      return run;
    },
  };
}

/** The address that the pretended market gives a content, so that a wrong assignment shows. */
function addressOf(bytes: Uint8Array): string {
  return `https://shop-phinf.example/${createHash('sha256').update(bytes).digest('hex')}.jpg`;
}

function uploaderWith(
  answer: (files: readonly UploadFile[]) => Promise<readonly string[]> = async (files) =>
    files.map((file) => addressOf(file.bytes)),
  overrides: Partial<PictureUploaderPorts> = {},
): PictureUploader {
  return createPictureUploader({
    naver: {
      uploadImages: (files) => {
        calls.push(files.map((file) => file.fileName));
        return answer(files);
      },
    },
    mutex: localMutex(),
    database,
    clock,
    logger: createRecordingLogger(),
    ...overrides,
  });
}

async function files(count: number, name = 'picture', sizeBytes = 0): Promise<PreparedFile[]> {
  return Promise.all(
    Array.from({ length: count }, async (_unused, index) => {
      const bytes = Buffer.concat([Buffer.from(`${name} ${index}`), Buffer.alloc(sizeBytes)]);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = join(folder, `${sha256}.jpg`);
      await writeFile(path, bytes);
      return {
        sha256,
        path,
        contentType: 'image/jpeg' as const,
        widthPx: 1,
        heightPx: 1,
        sizeBytes: bytes.byteLength,
      };
    }),
  );
}

function expectOwnAddresses(
  wanted: readonly PreparedFile[],
  urls: ReadonlyMap<string, string>,
): void {
  expect([...urls].sort()).toEqual(
    wanted.map((file) => [file.sha256, `https://shop-phinf.example/${file.sha256}.jpg`]).sort(),
  );
}

describe('what is sent', () => {
  test('every file gets the address of its own content', async () => {
    const wanted = await files(3);
    expectOwnAddresses(wanted, await uploaderWith().upload(MAIN_STORE, wanted, { lane: 'batch' }));
    expect(calls).toHaveLength(1);
  });

  test('a content that the store has is not sent again, not even by a new process', async () => {
    const wanted = await files(2);
    await uploaderWith().upload(MAIN_STORE, wanted, { lane: 'batch' });
    expectOwnAddresses(wanted, await uploaderWith().upload(MAIN_STORE, wanted, { lane: 'batch' }));
    expect(calls).toHaveLength(1);
  });

  test('a remembered address is sent again once it is older than allowed or was forgotten', async () => {
    const wanted = await files(1);
    const uploader = uploaderWith(undefined, { maxReuseAgeMs: 1000 });
    const urls = await uploader.upload(MAIN_STORE, wanted, { lane: 'batch' });
    await clock.advance(5000);
    await uploader.upload(MAIN_STORE, wanted, { lane: 'batch' });
    expect(calls).toHaveLength(2);
    uploader.forget(MAIN_STORE, [...urls.values()]);
    await clock.advance(10_000);
    await uploader.upload(MAIN_STORE, wanted, { lane: 'batch' });
    expect(calls).toHaveLength(3);
  });

  test('files of callers that come together fill calls of ten', async () => {
    const uploader = uploaderWith();
    const items = await Promise.all(
      Array.from({ length: 8 }, (_unused, item) => files(5, `item ${item}`)),
    );
    const results = await Promise.all(
      items.map((wanted) => uploader.upload(MAIN_STORE, wanted, { lane: 'batch' })),
    );
    for (const [item, urls] of results.entries()) expectOwnAddresses(items[item] ?? [], urls);
    expect(calls.map((call) => call.length)).toEqual([10, 10, 10, 10]);
  });

  test('the same content wanted by two callers goes over the wire once', async () => {
    const wanted = await files(2);
    const uploader = uploaderWith();
    const running = Promise.all([
      uploader.upload(MAIN_STORE, wanted, { lane: 'batch' }),
      uploader.upload(MAIN_STORE, wanted, { lane: 'normal' }),
    ]);
    await clock.advance(500);
    for (const urls of await running) expectOwnAddresses(wanted, urls);
    expect(calls.flat()).toHaveLength(2);
  });

  test('a call stays under its byte limit', async () => {
    const wanted = await files(5, 'big', 3_000_000);
    await uploaderWith().upload(MAIN_STORE, wanted, { lane: 'batch' });
    expect(calls.map((call) => call.length)).toEqual([3, 2]);
  });

  test('files that come while a call is under way wait a moment for company', async () => {
    const gate = createGate();
    const uploader = uploaderWith(async (sent) => {
      await gate.pass();
      return sent.map((file) => addressOf(file.bytes));
    });
    const [first, second, third] = [await files(1, 'a'), await files(4, 'b'), await files(4, 'c')];
    const running = [uploader.upload(MAIN_STORE, first, { lane: 'batch' })];
    await expect.poll(() => gate.waiting()).toBe(1);
    running.push(uploader.upload(MAIN_STORE, second, { lane: 'batch' }));
    gate.open();
    await running[0];
    await clock.settle();
    expect(calls).toHaveLength(1);
    running.push(uploader.upload(MAIN_STORE, third, { lane: 'batch' }));
    await clock.advance(500);
    await Promise.all(running);
    expect(calls.map((call) => call.length)).toEqual([1, 8]);
  });
});

describe('when a call fails', () => {
  const lostAnswer = (): AppError =>
    new AppError('INTERNAL_FAULT', { retry: { kind: 'look-up' }, params: { problem: 'lost' } });

  test('an unknown outcome is sent again and no file gets another one’s address', async () => {
    let attempts = 0;
    const uploader = uploaderWith(async (sent) => {
      attempts += 1;
      if (attempts === 1) throw lostAnswer();
      return sent.map((file) => addressOf(file.bytes));
    });
    const wanted = await files(4);
    const running = uploader.upload(MAIN_STORE, wanted, { lane: 'batch' });
    await clock.advanceUntil(() => attempts === 2);
    expectOwnAddresses(wanted, await running);
  });

  test.each([
    ['too few addresses', (urls: string[]) => urls.slice(1)],
    ['too many addresses', (urls: string[]) => [...urls, 'https://shop-phinf.example/extra.jpg']],
    ['one address twice', (urls: string[]) => urls.map(() => urls[0] ?? '')],
  ])('an answer with %s is not used', async (_name, spoil) => {
    const uploader = uploaderWith(async (sent) => spoil(sent.map((file) => addressOf(file.bytes))));
    const outcome = uploader
      .upload(MAIN_STORE, await files(3), { lane: 'batch' })
      .catch((fault: unknown) => fault);
    await clock.advanceUntil(() => calls.length === 3);
    expect(await outcome).toMatchObject({ code: 'PICTURE_UPLOAD_MISMATCH' });
    const rows = database.prepare('SELECT count(*) AS n FROM uploaded_pictures').get();
    expect(rows).toEqual({ n: 0 });
  });

  test('a file that the market refuses fails alone', async () => {
    const [bad] = await files(1, 'bad');
    const uploader = uploaderWith(async (sent) => {
      if (sent.some((file) => file.fileName.startsWith(bad?.sha256.slice(0, 16) ?? '-'))) {
        throw new AppError('NAVER_REJECTED', { params: { message: 'not a picture' } });
      }
      return sent.map((file) => addressOf(file.bytes));
    });
    const good = await files(6, 'good');
    const running = Promise.allSettled([
      uploader.upload(MAIN_STORE, bad ? [bad] : [], { lane: 'batch' }),
      uploader.upload(MAIN_STORE, good, { lane: 'batch' }),
    ]);
    await clock.advance(500);
    const [refused, accepted] = await running;
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'NAVER_REJECTED' } });
    expectOwnAddresses(good, accepted?.status === 'fulfilled' ? accepted.value : new Map());
  });

  test('a file that was changed on disk is not sent', async () => {
    const wanted = await files(1);
    await writeFile(wanted[0]?.path ?? '', 'something else');
    await expect(
      uploaderWith().upload(MAIN_STORE, wanted, { lane: 'batch' }),
    ).rejects.toMatchObject({ code: 'PICTURE_FILE_MISSING' });
    expect(calls).toEqual([]);
  });

  test('a caller that aborts leaves the others’ files alone', async () => {
    const gate = createGate();
    const uploader = uploaderWith(async (sent) => {
      await gate.pass();
      return sent.map((file) => addressOf(file.bytes));
    });
    const abort = new AbortController();
    const shared = await files(3);
    const leaving = uploader.upload(MAIN_STORE, shared, { lane: 'batch', signal: abort.signal });
    const staying = uploader.upload(MAIN_STORE, shared, { lane: 'batch' });
    await clock.advance(500);
    await expect.poll(() => gate.waiting()).toBe(1);
    abort.abort(new Error('the seller cancelled'));
    await expect(leaving).rejects.toThrow('the seller cancelled');
    gate.open();
    expectOwnAddresses(shared, await staying);
    expect(calls).toHaveLength(1);
  });

  test('files whose lock was lost on the way are sent again under the next one', async () => {
    let turns = 0;
    const losing: Mutex = {
      runExclusive: (_name, task) => {
        turns += 1;
        const lost = new AbortController();
        if (turns === 1) lost.abort(new Error('the lock went to another computer'));
        return task(lost.signal);
      },
    };
    const uploader = uploaderWith(
      async (sent) => {
        if (turns === 1) throw lostAnswer();
        return sent.map((file) => addressOf(file.bytes));
      },
      { mutex: losing },
    );
    const wanted = await files(2);
    expectOwnAddresses(wanted, await uploader.upload(MAIN_STORE, wanted, { lane: 'batch' }));
    expect(turns).toBe(2);
  });

  test('a lock that cannot be had at all fails the callers with its reason', async () => {
    const broken: Mutex = {
      runExclusive: () => Promise.reject(new AppError('STORAGE_BUSY', { params: { path: 'x' } })),
    };
    const uploader = uploaderWith(undefined, { mutex: broken });
    await expect(
      uploader.upload(MAIN_STORE, await files(2), { lane: 'batch' }),
    ).rejects.toMatchObject({ code: 'STORAGE_BUSY' });
  });
});

describe('when nobody waits any more', () => {
  test('the wait for the lock ends and nothing is sent', async () => {
    let stopped = 0;
    const held: Mutex = {
      runExclusive: (_name, _task, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            stopped += 1;
            reject(signal.reason);
          });
        }),
    };
    const abort = new AbortController();
    const running = uploaderWith(undefined, { mutex: held }).upload(MAIN_STORE, await files(2), {
      lane: 'batch',
      signal: abort.signal,
    });
    await clock.settle();
    abort.abort(new Error('cancelled'));
    await expect(running).rejects.toThrow('cancelled');
    await clock.settle();
    expect([stopped, calls.length]).toEqual([1, 0]);
  });
});

describe('stores', () => {
  test('have their own calls and their own memory of what they got', async () => {
    const uploader = uploaderWith();
    const wanted = await files(2);
    const other = 'second' as StoreId;
    await Promise.all([
      uploader.upload(MAIN_STORE, wanted, { lane: 'batch' }),
      uploader.upload(other, wanted, { lane: 'batch' }),
    ]);
    expect(calls).toHaveLength(2);
    uploader.forget(MAIN_STORE, [
      ...(await uploader.upload(other, wanted, { lane: 'batch' })).values(),
    ]);
    await uploader.upload(other, wanted, { lane: 'batch' });
    expect(calls).toHaveLength(2);
  });
});
