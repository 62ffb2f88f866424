import { ipLiterals } from './ip-literals.ts';
import { specialNetworkOf } from './ip/special-networks.ts';
import type { IPPoolSpec } from './spec/ip-pool.ts';

/** Whether the addresses of a pool are public: what it says, or else what its network says. */
export function typeOfPool(spec: IPPoolSpec): 'public' | 'private' {
  const { network } = ipLiterals(spec);
  return spec.type ?? (network && specialNetworkOf(network)?.private ? 'private' : 'public');
}
