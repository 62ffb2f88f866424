// Generated from schemas/ip-pool.json by `npm run generate`.

import type { Cidr, DnsServers, Gateway, IpType, ProviderName, Region } from './definitions.ts';

/**
 * The network, and what is not to be handed out.
 */
export interface IPPoolSpec {
  /**
   * The network whose addresses are handed out, lowest first. Its network and broadcast address, the gateway and what an IPAddress declares never are.
   */
  cidr: Cidr;
  gateway?: Gateway;
  dnsServers?: DnsServers;
  provider?: ProviderName;
  region?: Region;
  /**
   * public or private, for every address of the pool. By default what the network itself says: private for RFC 1918 and unique local ranges, else public.
   */
  type?: IpType;
  /**
   * Addresses and networks inside the pool that are never handed out.
   */
  exclude?: string[];
}
