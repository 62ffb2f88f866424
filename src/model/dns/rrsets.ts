import type { Dns } from './dns.ts';
import type { DnsRecord } from './dns-record.ts';
import { grouped } from './grouped.ts';

const BUILT = new WeakMap<Dns, readonly (readonly DnsRecord[])[]>();

/** The records of one name and type in one zone, set by set; worked out once. */
export function rrsetsOf(dns: Dns): readonly (readonly DnsRecord[])[] {
  let sets = BUILT.get(dns);
  if (!sets) {
    sets = [...dns.atName.values()].flatMap((records) =>
      records.length === 1 ? [records] : [...grouped(records, ({ type }) => type).values()],
    );
    BUILT.set(dns, sets);
  }
  return sets;
}
