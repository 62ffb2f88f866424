import { answer } from '../../model/dns/answer.ts';
import type { Dns } from '../../model/dns/dns.ts';
import type { DnsRecord } from '../../model/dns/dns-record.ts';
import { lacksGlue } from '../../model/dns/lacks-glue.ts';

/** A record that leads to a server of the fleet whose address nobody can find out. */
export interface Unreachable {
  readonly record: DnsRecord;
  readonly target: string;
  /** The server has its address only where nobody could ask for it. */
  readonly glueless: boolean;
}

/** Those that one slip may have caused: they share a server or a record set, or lead in one circle. */
interface Slip {
  /** The servers, record sets and delegations that they have to do with. */
  readonly keys: Set<string>;
  readonly all: Unreachable[];
}

/** What leads to servers without an address, slip by slip, in the order of the records. */
export function unreachableServers(dns: Dns): (readonly Unreachable[])[] {
  const slips = new Map<string, Slip>();
  for (const record of dns.records) {
    const { owner, target, type } = record;
    if (!(type === 'NS' || type === 'MX' || type === 'SRV') || target === null) continue;
    const circle = lacksGlue(record, dns);
    const found = answer(dns, target);
    if (!circle && (!found || found.some(({ ip, type: has }) => ip !== null || has === 'CNAME'))) continue;
    const keys = [`${owner} ${type}`, target, ...[...(circle ?? [])].map((cut) => `${cut} NS`)];
    const [first, ...others] = new Set(keys.flatMap((key) => slips.get(key) ?? []));
    const slip: Slip = first ?? { keys: new Set(), all: [] };
    for (const other of others) {
      slip.all.push(...other.all);
      keys.push(...other.keys);
    }
    slip.all.push({ record, target, glueless: circle !== null });
    for (const key of keys) {
      slip.keys.add(key);
      slips.set(key, slip);
    }
  }
  return [...new Set(slips.values())].map(({ all }) => all);
}
