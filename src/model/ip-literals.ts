import type { IpAddress } from './ip/ip-address.ts';
import { parseIp } from './ip/ip-address.ts';
import type { IpNetwork } from './ip/ip-network.ts';
import { parseNetwork } from './ip/ip-network.ts';
import type { IPAddressSpec } from './spec/ip-address.ts';
import type { IPPoolSpec } from './spec/ip-pool.ts';

/** What an IPAddress or an IPPool writes, as numbers; null where it is not there or no strict literal. */
export interface IpLiterals {
  readonly address: IpAddress | null;
  /** The network in `cidr`. */
  readonly network: IpNetwork | null;
  readonly gateway: IpAddress | null;
}

const READ = new WeakMap<object, IpLiterals>();

/** Reads the literals of a spec, once however often it is asked. */
export function ipLiterals(spec: IPAddressSpec | IPPoolSpec): IpLiterals {
  let literals = READ.get(spec);
  if (!literals) READ.set(spec, (literals = read(spec)));
  return literals;
}

function read(spec: IPAddressSpec | IPPoolSpec): IpLiterals {
  const { cidr, gateway } = spec;
  return {
    address: 'address' in spec ? parseIp(spec.address) : null,
    network: cidr?.includes('/') ? (parseNetwork(cidr)?.network ?? null) : null,
    gateway: gateway === undefined ? null : parseIp(gateway),
  };
}
