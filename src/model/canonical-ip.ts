import { isIP, SocketAddress } from 'node:net';

/** Brings an address or a network in CIDR notation to the spelling of RFC 5952; other text stays as it is. */
export function canonicalIp(text: string): string {
  const [address = '', ...prefix] = text.split('/');
  if (isIP(address) !== 6 || address.includes('%')) return text;
  return [new SocketAddress({ address, family: 'ipv6' }).address, ...prefix].join('/');
}
