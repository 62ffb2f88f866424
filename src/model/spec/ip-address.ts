// Generated from schemas/ip-address.json by `npm run generate`.

import type { Cidr, DnsServers, Gateway, Ip, IpType, Notes, ProviderName, Region } from './definitions.ts';

/**
 * The address and its network. The address identifies the manifest.
 */
export interface IPAddressSpec {
  /**
   * The address itself, IPv4 or IPv6, without a prefix length.
   */
  address: Ip;
  type: IpType;
  /**
   * The network the address lies in.
   */
  cidr?: Cidr;
  gateway?: Gateway;
  /**
   * Addresses of the resolvers, asked in this order. By default none.
   */
  dnsServers: DnsServers;
  provider?: ProviderName;
  region?: Region;
  /**
   * reserved keeps the address aside; available, the default, lets it be assigned. assigned follows from an IPAssignment and is not to be written by hand.
   */
  state: 'available' | 'assigned' | 'reserved';
  notes?: Notes;
}
