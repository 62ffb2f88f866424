import { recordsAt } from './answer.ts';
import type { Dns } from './dns.ts';
import type { DnsRecord } from './dns-record.ts';
import { covers, nameInZone, parentOf, type Zone } from './zone.ts';
import { zonesOver } from './zone-index.ts';

/**
 * The delegations that have to be asked first to find the name server that a delegation leads to, where that cannot be:
 * its own, or several in a circle. Null where it can, or is not a delegation. An address beside one of them (glue) would
 * help.
 */
export function lacksGlue({ type, owner, zone, target }: DnsRecord, dns: Dns): ReadonlySet<string> | null {
  if (type !== 'NS' || owner === zone.domain || target === null) return null;
  if (isOutside(target, zone, dns) || hasAddress(target, zone, dns)) return null;
  if (covers(owner, target)) return new Set([owner]);
  const circle = new Set<string>();
  return isFindable(target, zone, dns, circle) ? null : circle;
}

function isFindable(host: string, zone: Zone, dns: Dns, passed: Set<string>): boolean {
  if (isOutside(host, zone, dns) || hasAddress(host, zone, dns)) return true;
  const servers = delegationOver(host, zone, dns);
  const cut = servers[0]?.owner;
  // Below no delegation it is the zone's own matter whether the host exists.
  if (cut === undefined) return true;
  if (passed.has(cut)) return false;
  passed.add(cut);
  return servers.some(({ target }) => target !== null && isFindable(target, zone, dns, passed));
}

function isOutside(host: string, zone: Zone, dns: Dns): boolean {
  return zonesOver(host, dns.zones)[0]?.domain !== zone.domain || dns.claimed.has(host);
}

function hasAddress(host: string, zone: Zone, dns: Dns): boolean {
  return recordsAt(dns, [zone], host).some(({ ip }) => ip !== null);
}

function delegationOver(host: string, zone: Zone, dns: Dns): readonly DnsRecord[] {
  for (let name: string | null = host; name !== null && name !== zone.domain; name = parentOf(name)) {
    const servers = (dns.atName.get(nameInZone(zone, name)) ?? []).filter(({ type }) => type === 'NS');
    if (servers.length > 0) return servers;
  }
  return [];
}
