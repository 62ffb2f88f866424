import type { IPAddressSpec } from '../../model/spec/ip-address.ts';
import { canonicalIp } from '../../model/ip/canonical-ip.ts';

/** Writes every address in its one canonical form: `2001:DB8::1` and `2001:db8:0::1` are one address. */
export function canonical(spec: IPAddressSpec): IPAddressSpec {
  const { address, cidr, gateway, dnsServers } = spec;
  return {
    ...spec,
    address: canonicalIp(address),
    ...(cidr !== undefined && { cidr: canonicalIp(cidr) }),
    ...(gateway !== undefined && { gateway: canonicalIp(gateway) }),
    dnsServers: dnsServers.map(canonicalIp),
  };
}
