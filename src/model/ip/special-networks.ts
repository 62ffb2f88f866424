import type { IpAddress } from './ip-address.ts';
import type { IpNetwork } from './ip-network.ts';
import { networkOfOne, parseNetwork } from './ip-network.ts';
import type { IpRange } from './ip-range.ts';
import { rangeContains } from './ip-range.ts';

/** A network that the internet does not lead to. */
export interface SpecialNetwork {
  readonly network: IpNetwork;
  /** What its addresses are, as in `10.0.0.1 is …`. */
  readonly what: string;
  /** Addresses that one's own network leads to: RFC 1918 and unique local ones. */
  readonly private: boolean;
}

const LINK_LOCAL = 'link-local';

/** The networks of the IANA special-purpose address registries that are not globally reachable, and multicast. */
const SPECIAL: readonly SpecialNetwork[] = [
  ...listed('private', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'),
  ...listed('a unique local address, which is private', 'fc00::/7'),
  ...listed("in a carrier's shared space (CGNAT)", '100.64.0.0/10'),
  ...listed(LINK_LOCAL, '169.254.0.0/16', 'fe80::/10'),
  ...listed(
    'kept for documentation',
    ...['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20'],
  ),
  ...listed('a loopback address', '127.0.0.0/8', '::1'),
  ...listed('kept for benchmarks', '198.18.0.0/15', '2001:2::/48'),
  ...listed('a multicast address', '224.0.0.0/4', 'ff00::/8'),
  ...listed('unspecified', '0.0.0.0/8', '::'),
  ...listed('reserved', '240.0.0.0/4', '192.0.0.0/24', '64:ff9b:1::/48', '100::/64', '5f00::/16'),
];

/** Finds the special network that a whole range lies in. */
export function specialNetworkOf(range: IpRange): SpecialNetwork | undefined {
  return SPECIAL.find(({ network }) => rangeContains(network, range));
}

/** Tells whether an address is one that every link has for itself. */
export function isLinkLocal(ip: IpAddress): boolean {
  return specialNetworkOf(networkOfOne(ip))?.what === LINK_LOCAL;
}

function listed(what: string, ...cidrs: readonly string[]): SpecialNetwork[] {
  return cidrs.flatMap((cidr) => {
    const network = parseNetwork(cidr)?.network;
    return network ? [{ network, what, private: what.endsWith('private') }] : [];
  });
}
