import { describe, expect, test } from 'vitest';
import { dropped } from './drop-reason';
import { pictureFilesOf } from './outcomes';
import type { PictureOutcome, PictureRole, PreparedFile } from './port';

const file = (name: string): PreparedFile => ({
  sha256: name,
  path: `/pictures/${name}`,
  contentType: 'image/jpeg',
  widthPx: 800,
  heightPx: 800,
  sizeBytes: 1,
});

function prepared(url: string, role: PictureRole, ...names: string[]): PictureOutcome {
  const source = { widthPx: 800, heightPx: 800 };
  return { kind: 'prepared', url, role, files: names.map(file), warnings: [], source };
}

describe('the files of an item', () => {
  const outcomes: readonly PictureOutcome[] = [
    { kind: 'duplicate', url: 'https://a/small', role: 'product', ofUrl: 'https://a/large' },
    prepared('https://a/other', 'product', 'other'),
    prepared('https://a/large', 'product', 'large'),
    prepared('https://a/tall%20one', 'detail', 'slice-1', 'slice-2'),
    prepared('https://a/large', 'detail', 'large-detail'),
    { kind: 'dropped', url: 'https://a/gone', role: 'detail', reason: dropped('PICTURE_EMPTY') },
  ];
  const files = pictureFilesOf(outcomes);

  test('the better copy takes the place of the first in the gallery', () => {
    expect(files.product.map((one) => one.sha256)).toEqual(['large', 'other']);
  });

  test('a description picture is found however its address is written', () => {
    for (const src of ['https://a/tall one', ' //a/tall%20one ', 'http://a/tall%20one#x']) {
      expect(files.detailFilesOf(src)?.map((one) => one.sha256)).toEqual(['slice-1', 'slice-2']);
    }
  });

  test('a picture in both roles has the files of the role', () => {
    expect(files.detailFilesOf('https://a/large')?.map((one) => one.sha256)).toEqual([
      'large-detail',
    ]);
  });

  test('dropped and unknown pictures have none', () => {
    expect(files.detailFilesOf('https://a/gone')).toBeNull();
    expect(files.detailFilesOf('https://a/unknown')).toBeNull();
    expect(files.detailFilesOf('data:image/png;base64,AA')).toBeNull();
  });

  test('everything to upload is listed once, the gallery first', () => {
    expect(files.all.map((one) => one.sha256)).toEqual([
      'large',
      'other',
      'slice-1',
      'slice-2',
      'large-detail',
    ]);
  });
});
