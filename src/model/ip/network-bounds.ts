import { BITS } from './ip-address.ts';
import type { IpNetwork } from './ip-network.ts';

/** An address of a network that no machine may have. */
export interface NetworkBound {
  readonly value: bigint;
  readonly what: string;
}

/**
 * The addresses of a network that no machine may have: its first, and in IPv4 its last, to which everybody listens. A
 * network of one or two addresses keeps none back (RFC 3021, RFC 6164).
 */
export function networkBounds({ family, first, last, prefix }: IpNetwork): readonly NetworkBound[] {
  if (prefix >= BITS[family] - 1) return [];
  if (family === 6) return [{ value: first, what: 'the subnet-router anycast address' }];
  return [
    { value: first, what: 'the network address' },
    { value: last, what: 'the broadcast address' },
  ];
}
