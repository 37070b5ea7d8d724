import { expect, it } from 'vitest';
import { pictureRequestOf } from './picture-source';

const SHA = 'a1'.repeat(32);

it('reads the content and the width that are asked for', () => {
  expect(pictureRequestOf(`/pictures/${SHA}`, '')).toEqual({ sha256: SHA });
  expect(pictureRequestOf(`/pictures/${SHA}`, '?w=240')).toEqual({ sha256: SHA, widthPx: 240 });
});

it.each(['?w=', '?w=0', '?w=-1', '?w=2e2', '?w=99999', '?w=240px', '?w=../240'])(
  'takes "%s" for no picture',
  (query) => {
    expect(pictureRequestOf(`/pictures/${SHA}`, query)).toBeNull();
  },
);

it.each([
  '/pictures/',
  `/pictures/${SHA}/`,
  `/pictures/${SHA.toUpperCase()}`,
  `/x/pictures/${SHA}`,
])('takes the path %s for no picture', (path) => {
  expect(pictureRequestOf(path, '')).toBeNull();
});
