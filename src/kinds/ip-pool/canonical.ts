import type { IPPoolSpec } from '../../model/spec/ip-pool.ts';
import { canonicalIp } from '../../model/ip/canonical-ip.ts';

/** Writes every address and network in its one canonical form. */
export function canonical(spec: IPPoolSpec): IPPoolSpec {
  const { cidr, gateway, dnsServers, exclude } = spec;
  return {
    ...spec,
    cidr: canonicalIp(cidr),
    ...(gateway !== undefined && { gateway: canonicalIp(gateway) }),
    ...(dnsServers && { dnsServers: dnsServers.map(canonicalIp) }),
    ...(exclude && { exclude: exclude.map(canonicalIp) }),
  };
}
