import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { mapSqliteFault } from '../storage/sqlite-fault';

/** Copies `from` to `to`, on the disk for good when it resolves. Makes the folder. Throws STORAGE_*. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await asStorage(to, async () => {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
    await flush(to);
  });
}

/** Puts on the disk what the system still holds in memory of this file. */
export async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Of the file's bytes, lower-case hex; reads in pieces. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Runs work on files; what the file system refuses becomes STORAGE_*. */
export async function asStorage<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof AppError) throw fault;
    throw mapSqliteFault(fault, path);
  }
}

/** `2026-11-23T07-12-03`: sorts by time and is a file name everywhere. Universal time. */
export function stampOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '-');
}
