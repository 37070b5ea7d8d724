import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './ways/opened-app';

/** The first `count` item numbers of the shipped sample list; the practice market knows them all. */
export function sampleItemNos(count: number): string[] {
  const text = readFileSync(join(ROOT, 'resources', 'practice', 'sample-items.csv'), 'utf8');
  return (text.match(/^\d{7,8}(?=,)/gm) ?? []).slice(0, count);
}
