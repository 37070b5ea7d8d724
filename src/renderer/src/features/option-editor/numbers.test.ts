import { expect, it } from 'vitest';
import { readStock, readWon } from './numbers';

it.each([
  ['1,200', 1200],
  ['-500원', -500],
  ['+300', 300],
  ['₩ 300', 300],
  ['', null],
  ['1.5', null],
  ['12e3', null],
  ['9999999990', null],
])('reads %j as %j won', (text, krw) => {
  expect(readWon(text)).toBe(krw);
});

it.each([
  ['1,200', 1200],
  ['30개', 30],
  ['-1', null],
  ['많음', null],
  ['999999999', null],
])('reads %j as %j pieces', (text, stock) => {
  expect(readStock(text)).toBe(stock);
});
