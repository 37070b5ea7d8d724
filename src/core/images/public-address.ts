import { BlockList, isIP } from 'node:net';

/**
 * Address ranges that are not the public internet
 * (IANA special-purpose registries for IPv4 and IPv6, read 2026-09).
 */
const IPV4_RANGES: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Only 2000::/3 is handed out to the public; these parts of it are not. */
const IPV6_RANGES: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** Web ports; anything else on a foreign host is more likely a service than a picture. */
const WEB_PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8000', '8080', '8443']);

/** What the downloader may connect to. */
export interface AddressGuard {
  /** True for an address of the public internet. IPv4 inside IPv6 counts as the IPv4 address. */
  isPublic(address: string): boolean;
  /** False for a scheme that is never fetched, whatever the settings allow. */
  isWeb(url: URL): boolean;
  /** False for a scheme, port or literal address that is not fetched; names are judged once resolved. */
  allows(url: URL): boolean;
}

/** Makes its lists once; judging an address costs a look-up. */
export function createAddressGuard(): AddressGuard {
  const closedV4 = new BlockList();
  for (const [net, prefix] of IPV4_RANGES) closedV4.addSubnet(net, prefix, 'ipv4');
  const closedV6 = new BlockList();
  for (const [net, prefix] of IPV6_RANGES) closedV6.addSubnet(net, prefix, 'ipv6');
  const publicV6 = new BlockList();
  publicV6.addSubnet('2000::', 3, 'ipv6');

  const isPublic = (address: string): boolean => {
    const family = isIP(address);
    if (family === 4) return !closedV4.check(address, 'ipv4');
    // IPv4 written as IPv6 (::ffff:0:0/96, 64:ff9b::/96) lies outside 2000::/3 and is refused with the rest.
    if (family === 6) return publicV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
    return false;
  };
  const isWeb = (url: URL): boolean => url.protocol === 'http:' || url.protocol === 'https:';
  return {
    isPublic,
    isWeb,
    allows: (url) => {
      if (!isWeb(url)) return false;
      if (!WEB_PORTS.has(url.port)) return false;
      const host = url.hostname.replace(/^\[|\]$/g, '');
      return isIP(host) === 0 || isPublic(host);
    },
  };
}
