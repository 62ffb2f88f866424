import type { Server } from './api-types.ts';

/** The public addresses of a server: its IPv4 address, and the first of the /64 that it has of IPv6. */
export function addressesOf({ public_net: { ipv4, ipv6 } }: Pick<Server, 'public_net'>): string[] {
  return [...(ipv4 ? [ipv4.ip] : []), ...(ipv6 ? [ipv6.ip.replace(/::\/64$/, '::1')] : [])];
}
