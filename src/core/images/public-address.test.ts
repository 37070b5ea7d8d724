import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAddressGuard } from './public-address';

const guard = createAddressGuard();

describe('addresses', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    'not an address',
  ])('%s is not public', (address) => {
    expect(guard.isPublic(address)).toBe(false);
  });

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '223.130.195.200', '2404:6800:4004::1'])(
    '%s is public',
    (address) => {
      expect(guard.isPublic(address)).toBe(true);
    },
  );

  test('however loopback and private networks are written as a URL, they are refused', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const inside = fc.oneof(
      fc.tuple(fc.constant(127), octet, octet, octet),
      fc.tuple(fc.constant(10), octet, octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
    );
    const spelling = fc.constantFrom(
      (n: readonly number[]) => n.join('.'),
      (n: readonly number[]) => String(n.reduce((sum, part) => sum * 256 + part, 0)),
      (n: readonly number[]) => n.map((part) => `0x${part.toString(16)}`).join('.'),
      (n: readonly number[]) => n.map((part) => `0${part.toString(8)}`).join('.'),
      (n: readonly number[]) => `[::ffff:${n.join('.')}]`,
    );
    fc.assert(
      fc.property(inside, spelling, (address, spell) => {
        expect(guard.allows(new URL(`http://${spell(address)}/a.jpg`))).toBe(false);
      }),
    );
  });
});

describe('schemes and ports', () => {
  test.each(['https://a.example/1.jpg', 'http://a.example:8080/1.jpg', 'https://8.8.8.8/1.jpg'])(
    '%s is allowed',
    (address) => {
      expect(guard.allows(new URL(address))).toBe(true);
    },
  );

  test.each([
    'ftp://a.example/1.jpg',
    'file:///etc/passwd',
    'https://a.example:22/1.jpg',
    'http://a.example:6379/',
  ])('%s is not', (address) => {
    expect(guard.allows(new URL(address))).toBe(false);
  });
});
