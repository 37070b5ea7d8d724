import { describe, expect, it } from 'vitest';
import { computeClientSecretSign } from './signature';

describe('client secret signature', () => {
  it('gives the published signature, whose salt has a loose last letter', async () => {
    expect(
      await computeClientSecretSign(
        'aaaabbbbcccc',
        '$2a$10$abcdefghijklmnopqrstuv',
        1_643_961_623_299,
      ),
    ).toBe('JDJhJDEwJGFiY2RlZmdoaWprbG1ub3BxcnN0dXVCVldZSk42T0VPdEx1OFY0cDQxa2IuTnpVaUEzbmsy');
  });

  it('gives the second known signature', async () => {
    expect(
      await computeClientSecretSign(
        'sim-client-01',
        '$2a$04$SimulatorSaltExample0u',
        1_790_000_000_000,
      ),
    ).toBe('JDJhJDA0JFNpbXVsYXRvclNhbHRFeGFtcGxlMHVWZURwYzg5QjZMVjZaSUtuTUswaVdRM3JEdkRYdWF1');
  });

  it.each([
    '',
    'a$10$abcdefghijklmnopqrstuv',
    '$2a$10$short',
    '$2a$10$abcdefghijklmnopqrstuv-more',
  ])('refuses %o, which cannot be a secret', async (secret) => {
    await expect(computeClientSecretSign('id', secret, 1)).rejects.toMatchObject({
      code: 'NAVER_SECRET_MALFORMED',
    });
  });
});
