import { expect, test } from 'vitest';
import { toXml } from './xml';

test('objects nest, arrays repeat, empty values are empty elements', () => {
  const xml = toXml('a', { b: [1, 2], c: null, d: { e: 'x<y&z' } });
  expect(xml).toBe('<a><b>1</b><b>2</b><c></c><d><e>x&#60;y&#38;z</e></d></a>');
});

test('index keys become repeated items', () => {
  expect(toXml('items', { 1: 'a', 2: 'b' })).toBe('<items><item>a</item><item>b</item></items>');
});
