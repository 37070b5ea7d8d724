import { describe, expect, it } from 'vitest';
import { EXIT } from '../exit-status';
import { runOptionsCommand } from './options';

const GRID = {
  id: 'g1',
  category: '의류>상의',
  title: '티셔츠',
  setName: '옵션',
  options: ['블랙-S', '블랙-M', '화이트-S', '추가)양말'].map((name) => ({
    name,
    price: 0,
    stock: 5,
    sold: name !== '추가)양말',
  })),
};
const RIGHT = {
  type: 'COMBINATION',
  dimensions: [
    { name: '색상', values: ['블랙', '화이트'] },
    { name: '사이즈', values: ['S', 'M'] },
  ],
  combinations: [
    ['블랙', 'S'],
    ['블랙', 'M'],
    ['화이트', 'S'],
  ].map((values) => ({ values, price: 0, stock: 5, usable: true })),
  addOns: [{ name: '양말', price: 0, stock: 5, usable: false }],
};

/** Every look at it is a millisecond later. */
function steppingClock(): () => number {
  let nowMs = 0;
  return () => {
    nowMs += 1;
    return nowMs;
  };
}

async function run(
  lines: readonly string[],
  flags: { readonly json?: boolean; readonly score?: boolean } = {},
) {
  const written: string[] = [];
  const status = await runOptionsCommand({
    lines,
    json: flags.json ?? true,
    score: flags.score ?? false,
    language: 'en',
    nowMs: steppingClock(),
    write: (line) => written.push(line),
  });
  return { status, written };
}

describe('the options command', () => {
  it('prints one result per line in the corpus format', async () => {
    const { status, written } = await run([JSON.stringify(GRID), '']);
    expect(status).toBe(EXIT.done);
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      id: 'g1',
      ...RIGHT,
      separator: '-',
      confidence: expect.any(Number),
      notes: expect.any(Array),
    });
  });

  it('scores by type and tag against what the lines expect', async () => {
    const right = { ...GRID, expect: RIGHT, tags: ['grid'] };
    const wrong = { ...GRID, id: 'g2', expect: { ...RIGHT, type: 'SIMPLE' }, tags: ['grid', 'x'] };
    const { status, written } = await run([JSON.stringify(right), JSON.stringify(wrong)], {
      score: true,
    });
    expect(status).toBe(EXIT.attention);
    expect(JSON.parse(written.at(-1) ?? '').score).toMatchObject({
      right: 1,
      originalRight: 0,
      structureRight: 1,
      total: 2,
      listsPerSecond: 60_000,
      byType: { COMBINATION: { right: 1, total: 1 }, SIMPLE: { right: 0, total: 1 } },
      byTag: { grid: { right: 1, total: 2 }, x: { right: 0, total: 1 } },
    });
  });

  it('shows the original design’s algorithm beside ours', async () => {
    const { written } = await run([JSON.stringify({ ...GRID, expect: RIGHT, tags: ['grid'] })], {
      json: false,
      score: true,
    });
    expect(written.find((line) => line.startsWith('all '))).toMatch(/1 \/ 1 .*100\.0 % +0 \/ 1/);
    expect(written.find((line) => line.startsWith('grid '))).toMatch(/0 \/ 1/);
    expect(written.find((line) => line.startsWith('lists per second'))).toMatch(/\d+ +\d+/);
  });

  it('names a line that is no option list and goes on', async () => {
    const { status, written } = await run(['{"id":1}', 'nonsense', JSON.stringify(GRID)]);
    expect(status).toBe(EXIT.usage);
    expect(written.map((line) => JSON.parse(line).line ?? 'ok')).toEqual([1, 2, 'ok']);
  });

  it('prints a readable line without --json', async () => {
    const { written } = await run([JSON.stringify(GRID)], { json: false });
    expect(written[0]).toContain('색상[블랙, 화이트] × 사이즈[S, M]');
  });
});
