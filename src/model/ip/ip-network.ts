import type { IpAddress } from './ip-address.ts';
import { BITS, parseIp } from './ip-address.ts';
import { ipText } from './ip-text.ts';

/** All addresses that share a prefix, `first` and `last` included. */
export interface IpNetwork {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  /** 0 to 32 or 128 bits. */
  readonly prefix: number;
}

/**
 * Reads CIDR notation; an address alone is a network of one. `hostBits` tells that the address written is not the first
 * of its network, as in `10.0.0.5/24`. Null where the address or the prefix is no strict literal.
 */
export function parseNetwork(
  text: string,
): { readonly network: IpNetwork; readonly hostBits: boolean } | null {
  const slash = text.indexOf('/');
  const ip = parseIp(slash < 0 ? text : text.slice(0, slash));
  if (!ip) return null;
  const bits = BITS[ip.family];
  const length = slash < 0 ? String(bits) : text.slice(slash + 1);
  const prefix = Number(length);
  if (!/^(0|[1-9]\d{0,2})$/.test(length) || prefix > bits) return null;
  const host = BigInt(bits - prefix);
  const first = (ip.value >> host) << host;
  const network = { family: ip.family, first, last: first + (1n << host) - 1n, prefix };
  return { network, hostBits: first !== ip.value };
}

export function inNetwork({ family, value }: IpAddress, network: IpNetwork): boolean {
  return family === network.family && network.first <= value && value <= network.last;
}

/** The network that holds one address and no other. */
export function networkOfOne({ family, value }: IpAddress): IpNetwork {
  return { family, first: value, last: value, prefix: BITS[family] };
}

/** Writes a network as `10.0.0.0/24`. */
export function networkText({ family, first, prefix }: IpNetwork): string {
  return `${ipText({ family, value: first })}/${prefix}`;
}
