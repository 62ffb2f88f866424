// Generated from schemas/dns-zone.json by `npm run generate`.

/**
 * The zone, who serves it, and how much of it one plan may take away.
 */
export interface DNSZoneSpec {
  /**
   * The domain at the top of the zone, without a trailing dot.
   */
  name: string;
  /**
   * How the zone is served. zonefile, the default, writes a file in BIND format; rfc2136 sends dynamic updates; powerdns and hetzner-dns use their APIs.
   */
  provider: string;
  /**
   * How long resolvers may keep the zone's own SOA and NS records, in seconds. By default 3600, one hour.
   */
  ttl: number;
  /**
   * The host names of the zone's name servers. By default those that the provider gives.
   */
  nameservers?: string[];
  guards?: DNSZoneGuards;
}
/**
 * Limits that stop a plan until a person approves.
 */
export interface DNSZoneGuards {
  /**
   * The share of the zone's records that one plan may delete, in percent. By default 30.
   */
  maxRecordLossPercent: number;
}
