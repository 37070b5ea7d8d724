import type { ItemNo } from '@shared/domain/ids';
import type { WatchChange } from '@shared/domain/watch';
import { expect, it } from 'vitest';
import { columnsOf } from './columns';
import { renderSyncTable } from './sync-table';

const changes = [
  {
    itemNo: '60000001' as ItemNo,
    productName: '스테인리스 텀블러',
    option: null,
    kind: 'ended',
    old: 'on-sale',
    new: 'gone',
    state: 'applied',
  },
  {
    itemNo: '60000002' as ItemNo,
    productName: '라운드 티셔츠',
    option: { key: '00', name: '블랙' },
    kind: 'price-up',
    old: 8900,
    new: 9200,
    state: 'awaiting-approval',
  },
] as unknown as readonly WatchChange[];

it('says every state in words and puts the columns below each other', () => {
  const korean = renderSyncTable(changes, 100, 'ko');
  expect(korean).not.toMatch(/on-sale|gone/);
  expect(korean).toContain('판매 중');
  expect(korean).toContain('삭제됨');
  const [, first = '', second = ''] = korean.split('\n');
  const columnOf = (line: string, text: string): number =>
    columnsOf(line.slice(0, line.indexOf(text)));
  expect(columnOf(first, '스테인리스')).toBe(columnOf(second, '라운드'));
  for (const line of korean.split('\n')) expect(line).toBe(line.trimEnd());
  expect(renderSyncTable(changes, 100, 'en')).toContain('deleted');
});
