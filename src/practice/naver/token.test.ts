import { expect, test } from 'vitest';
import { signatureFor } from './token';

// Test vectors of naver-commerce-api.md 1.5; the first salt's lenient last letter is the strict `u`.
test.each([
  [
    'aaaabbbbcccc',
    '$2a$10$abcdefghijklmnopqrstuu',
    '1643961623299',
    'JDJhJDEwJGFiY2RlZmdoaWprbG1ub3BxcnN0dXVCVldZSk42T0VPdEx1OFY0cDQxa2IuTnpVaUEzbmsy',
  ],
  [
    'sim-client-01',
    '$2a$04$SimulatorSaltExample0u',
    '1790000000000',
    'JDJhJDA0JFNpbXVsYXRvclNhbHRFeGFtcGxlMHVWZURwYzg5QjZMVjZaSUtuTUswaVdRM3JEdkRYdWF1',
  ],
])('the signature of %s is the published one', async (clientId, clientSecret, timestamp, sign) => {
  expect(await signatureFor({ clientId, clientSecret }, timestamp)).toBe(sign);
});
