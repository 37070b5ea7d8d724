import { expect, test } from 'vitest';
import { createFaultBoard } from './faults';

test('a fault hits its own API, after N calls, as often as asked', () => {
  const board = createFaultBoard();
  board.inject({ server: 'naver', api: 'POST /v2/products', kind: 'drop', afterN: 1, count: 2 });
  const kinds = Array.from({ length: 4 }, () => board.take('naver', 'POST /v2/products')?.kind);
  expect(kinds).toEqual([undefined, 'drop', 'drop', undefined]);
});

test('a fault of one server or API leaves the others alone', () => {
  const board = createFaultBoard();
  board.inject({ server: 'naver', api: 'upload', kind: 'html' });
  expect(board.take('domeggook', 'upload')).toBeNull();
  expect(board.take('naver', 'POST /v2/products')).toBeNull();
  expect(board.take('naver', 'POST /v1/product-images/upload')?.kind).toBe('html');
});

test('count 0 lasts until the faults are cleared', () => {
  const board = createFaultBoard();
  board.inject({ server: 'domeggook', kind: 'status', status: 503, count: 0 });
  expect(Array.from({ length: 50 }, () => board.take('domeggook', 'x')).includes(null)).toBe(false);
  board.clear();
  expect(board.take('domeggook', 'x')).toBeNull();
});

test('a refused address never hits the token call', () => {
  const board = createFaultBoard();
  board.inject({ server: 'naver', kind: 'ip-refused', count: 0 });
  expect(board.take('naver', 'POST /v1/oauth2/token')).toBeNull();
  expect(board.take('naver', 'GET /v1/categories')?.kind).toBe('ip-refused');
});
