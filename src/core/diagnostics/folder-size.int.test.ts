import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderSizeBytes } from './folder-size';

it('adds up all files of a folder and its folders', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'storebridge-size-'));
  try {
    mkdirSync(join(folder, 'a', 'b'), { recursive: true });
    writeFileSync(join(folder, 'one'), 'x'.repeat(10));
    writeFileSync(join(folder, 'a', 'b', 'two'), 'x'.repeat(5));
    expect(await folderSizeBytes(folder)).toBe(15);
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(await folderSizeBytes(folder)).toBe(0);
});
