import type { Dns } from './dns.ts';
import type { DnsRecord } from './dns-record.ts';
import { nameInZone, parentOf, type Zone } from './zone.ts';
import { zonesOver } from './zone-index.ts';

/**
 * What the fleet's zones will say of a name, wildcards and delegations followed (RFC 1034, RFC 4592): the records that
 * answer for it, none where it has none. Null where that is not for the fleet to say, or not known.
 */
export function answer(dns: Dns, name: string): readonly DnsRecord[] | null {
  const zones = zonesOver(name, dns.zones);
  const domain = zones[0]?.domain;
  if (domain === undefined || dns.claimed.has(name) || isDelegated(dns, zones, name)) return null;
  const own = recordsAt(dns, zones, name);
  if (own.length > 0) return own;
  const found = dns.names.has(name) ? [] : byWildcard(dns, zones, name);
  return found?.length === 0 && dns.incomplete ? null : found;
}

/** The records of a name in some zones of one domain, as they stand there. */
export function recordsAt(dns: Dns, zones: readonly Zone[], name: string): readonly DnsRecord[] {
  return zones.flatMap((zone) => dns.atName.get(nameInZone(zone, name)) ?? []);
}

/** Tells whether other name servers answer for a name of these zones. */
export function isDelegated(dns: Dns, zones: readonly Zone[], name: string): boolean {
  const domain = zones[0]?.domain;
  for (let cut: string | null = name; cut !== null && cut !== domain; cut = parentOf(cut)) {
    if (recordsAt(dns, zones, cut).some(({ type }) => type === 'NS')) return true;
  }
  return false;
}

/** Only the wildcard below the nearest name that exists answers. */
function byWildcard(dns: Dns, zones: readonly Zone[], name: string): readonly DnsRecord[] | null {
  const domain = zones[0]?.domain;
  for (let above = parentOf(name); above !== null; above = parentOf(above)) {
    if (dns.claimed.has(`*.${above}`)) return null;
    const found = recordsAt(dns, zones, `*.${above}`);
    if (found.length > 0 || above === domain || dns.names.has(above)) return found;
  }
  return [];
}
