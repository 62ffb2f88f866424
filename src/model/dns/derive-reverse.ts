import type { DnsRecord, ReverseRecord } from './dns-record.ts';
import { reverseName } from './reverse-name.ts';
import type { ZoneIndex } from './zone-index.ts';
import { zonesOver } from './zone-index.ts';

/**
 * The reverse records that `ptr: true` asks for, each pair of address and name once, in every zone that answers for the
 * address. An RRset has one TTL (RFC 2181): they take that of a reverse record written beside them, else the shortest.
 */
export function deriveReverse(records: readonly DnsRecord[], zones: ZoneIndex): ReverseRecord[] {
  const wanted = new Map<string, ReverseRecord>();
  const shortest = new Map<string, number>();
  const beside = new Map(
    records.flatMap(({ type, owner, ttl }) => (type === 'PTR' ? [[owner, ttl] as const] : [])),
  );
  for (const record of records) {
    const { ip, owner: target, manifest, ttl } = record;
    if (!ip || manifest.kind !== 'DNSRecord' || !manifest.spec.ptr) continue;
    const owner = reverseName(ip);
    shortest.set(owner, Math.min(ttl, shortest.get(owner) ?? ttl));
    const over = zonesOver(owner, zones);
    for (const zone of over.length > 0 ? over : [null]) {
      const key = `${zone?.manifest.metadata.name ?? ''} ${owner} ${target}`;
      if (wanted.has(key)) continue;
      const text = `${target}.`;
      const pointer = '/spec/ptr';
      wanted.set(key, {
        zone,
        owner,
        type: 'PTR',
        text,
        target,
        ip: null,
        ttl,
        manifest,
        pointer,
        derived: true,
      });
    }
  }
  return [...wanted.values()].map((each) => {
    const ttl = beside.get(each.owner) ?? shortest.get(each.owner) ?? each.ttl;
    return ttl === each.ttl ? each : { ...each, ttl };
  });
}
