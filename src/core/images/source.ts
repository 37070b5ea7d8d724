import { createHash } from 'node:crypto';
import { type FileHandle, open, rm, writeFile } from 'node:fs/promises';
import { mapSqliteFault } from '../storage/sqlite-fault';
import { releaseMemory } from './release-memory';

/** A downloaded picture: in memory, or in a temporary file when too much is in memory already. */
export interface PictureSource {
  readonly input: Uint8Array | string;
  readonly sizeBytes: number;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  /** The path of a file with the same bytes; what was in memory is given back. */
  asFile(): Promise<string>;
  /** Gives the memory or the file back. Call once. */
  release(): Promise<void>;
}

/** Counts the bytes that downloads may keep in memory together. */
export interface MemoryBudget {
  /** False when there is no room; nothing is taken then. */
  take(sizeBytes: number): boolean;
  give(sizeBytes: number): void;
}

/** Counts only; who takes must give back. */
export function createMemoryBudget(capacityBytes: number): MemoryBudget {
  let freeBytes = capacityBytes;
  return {
    take: (sizeBytes) => {
      if (sizeBytes > freeBytes) return false;
      freeBytes -= sizeBytes;
      return true;
    },
    give: (sizeBytes) => {
      freeBytes += sizeBytes;
    },
  };
}

/** Collects the chunks of one download; moves to `spillPath` as soon as the budget refuses. */
export interface SourceCollector {
  /** The chunk is the collector's from then on: its memory is given back as soon as it is copied. */
  add(chunk: Uint8Array): Promise<void>;
  finish(): Promise<PictureSource>;
  /** Throws away what was collected. */
  discard(): Promise<void>;
}

/** `expectedBytes` is the declared length, 0 when there is none; the chunks then go to their place at once. */
export function createSourceCollector(
  budget: MemoryBudget,
  spillPath: string,
  expectedBytes = 0,
): SourceCollector {
  const hash = createHash('sha256');
  let chunks: Uint8Array[] = [];
  let whole: Buffer | null = null;
  let heldBytes = 0;
  let sizeBytes = 0;
  let file: FileHandle | null = null;

  /** Keeps `chunk` in memory. The declared length is not trusted beyond being a hint. */
  const keep = (chunk: Uint8Array): void => {
    if (chunks.length === 0 && whole === null && expectedBytes > 0) {
      whole = Buffer.allocUnsafe(expectedBytes);
    }
    const at = heldBytes;
    heldBytes += chunk.byteLength;
    if (whole !== null && heldBytes <= expectedBytes) {
      whole.set(chunk, at);
      releaseMemory(chunk);
      return;
    }
    if (whole !== null) chunks = [whole.subarray(0, at)];
    whole = null;
    chunks.push(chunk);
  };
  const held = (): readonly Uint8Array[] =>
    whole === null ? chunks : [whole.subarray(0, heldBytes)];

  const dropHeld = (): void => {
    chunks = [];
    whole = null;
    budget.give(heldBytes);
    heldBytes = 0;
  };
  const spill = async (): Promise<FileHandle> => {
    const handle = await open(spillPath, 'wx');
    for (const chunk of held()) await handle.writeFile(chunk);
    dropHeld();
    return handle;
  };
  return {
    add: async (chunk) => {
      sizeBytes += chunk.byteLength;
      hash.update(chunk);
      if (file === null && budget.take(chunk.byteLength)) {
        keep(chunk);
        return;
      }
      file ??= await spill();
      await file.writeFile(chunk);
      releaseMemory(chunk);
    },
    finish: async () => {
      const sha256 = hash.digest('hex');
      if (file !== null) {
        await file.close();
        file = null;
        return {
          input: spillPath,
          sizeBytes,
          sha256,
          asFile: async () => spillPath,
          release: () => rm(spillPath, { force: true }),
        };
      }
      const parts = held();
      const input = joined(parts);
      chunks = [];
      whole = null;
      let isFile = false;
      const giveBack = (): void => {
        dropHeld();
        releaseMemory(input);
      };
      const asFile = async (): Promise<string> => {
        if (!isFile) {
          isFile = true;
          await writeFile(spillPath, input, { flag: 'wx' }).catch((fault: unknown) => {
            throw mapSqliteFault(fault, spillPath);
          });
          giveBack();
        }
        return spillPath;
      };
      const release = async (): Promise<void> => {
        if (isFile) await rm(spillPath, { force: true });
        else giveBack();
      };
      return { input, sizeBytes, sha256, asFile, release };
    },
    discard: async () => {
      dropHeld();
      if (file === null) return;
      await file.close();
      file = null;
      await rm(spillPath, { force: true });
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const whole = Buffer.concat(parts);
  for (const part of parts) releaseMemory(part);
  return whole;
}

/** The first bytes of a source, at most `sizeBytes`. */
export async function startOfFile(
  input: Uint8Array | string,
  sizeBytes: number,
): Promise<Uint8Array> {
  if (typeof input !== 'string') return input.subarray(0, sizeBytes);
  const file = await open(input, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sizeBytes), 0, sizeBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
