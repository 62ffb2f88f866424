import type { DnsRecord } from './dns-record.ts';
import type { DnsFault } from './read-records.ts';
import { covers, nameInZone, parentOf } from './zone.ts';
import type { ZoneIndex } from './zone-index.ts';
import { zonesOver } from './zone-index.ts';

/** A name at which a record cannot stand; the fault is said once for each manifest. */
interface Misplaced {
  readonly owner: string;
  readonly fault: DnsFault | null;
}

/**
 * Keeps the records that stand where their zone answers: below its domain, below no longer one of the fleet, and below
 * nothing that it delegates.
 */
export function placeRecords(
  records: readonly DnsRecord[],
  zones: ZoneIndex,
): { readonly records: readonly DnsRecord[]; readonly faults: readonly Misplaced[] } {
  const delegations = records.filter(isDelegation);
  const cuts = new Map(delegations.map((each) => [nameInZone(each.zone, each.owner), each]));
  const glued = new Set(delegations.map(({ zone, target }) => nameInZone(zone, target ?? '')));
  const placed: DnsRecord[] = [];
  const faults: Misplaced[] = [];
  const told = new Set<DnsRecord['manifest']>();
  for (const record of records) {
    const { owner, zone, manifest, ip } = record;
    const right = zonesOver(owner, zones)[0];
    const isGlue = ip !== null && glued.has(nameInZone(zone, owner));
    const elsewhere = right?.domain !== zone.domain && !(isDelegation(record) && right?.domain === owner);
    const cut = elsewhere || isGlue ? undefined : delegationOver(record, cuts);
    if (!cut && (!elsewhere || (isGlue && covers(zone.domain, owner)))) {
      placed.push(record);
      continue;
    }
    const fault = cut ? delegated(record, cut) : outside(record, right);
    faults.push({ owner, fault: told.has(manifest) ? null : fault });
    told.add(manifest);
  }
  return { records: placed, faults };
}

function isDelegation({ type, owner, zone }: DnsRecord): boolean {
  return type === 'NS' && owner !== zone.domain && covers(zone.domain, owner);
}

/** The delegation that takes a record out of its zone. At the very name an alias breaks a rule of its own. */
function delegationOver(
  { type, owner, zone }: DnsRecord,
  cuts: ReadonlyMap<string, DnsRecord>,
): DnsRecord | undefined {
  const start = type === 'NS' || type === 'CNAME' ? parentOf(owner) : owner;
  for (let name = start; name !== null && covers(zone.domain, name); name = parentOf(name)) {
    const cut = cuts.get(nameInZone(zone, name));
    if (cut) return cut;
  }
  return undefined;
}

function delegated({ owner, manifest, zone }: DnsRecord, cut: DnsRecord): DnsFault {
  return {
    code: 'dns.outside-zone',
    manifest,
    pointer: '/spec/name',
    message: `${owner} is delegated to ${cut.target}, which answers for it in place of ${zone.domain}`,
    hint: `add the record there, or take the delegation of ${cut.owner} away`,
    related: [{ manifest: cut.manifest, pointer: '/spec/name', message: 'delegated here' }],
  };
}

function outside({ owner, zone, manifest }: DnsRecord, right: DnsRecord['zone'] | undefined): DnsFault {
  const below = covers(zone.domain, owner);
  const field = below || right ? '/spec/zone' : '/spec/name';
  return {
    code: 'dns.outside-zone',
    manifest,
    pointer: field,
    message: below
      ? `${owner} is in the zone ${right?.domain}, which answers for it in place of ${zone.domain}`
      : `${owner} is not in the zone ${zone.domain}`,
    hint: right ? `write zone: ${right.manifest.metadata.name}` : `write a name below ${zone.domain}`,
    related: [{ manifest: (right ?? zone).manifest, pointer: '/spec/name', message: 'the zone' }],
  };
}
