import { answer } from './answer.ts';
import type { Dns } from './dns.ts';
import type { DnsRecord } from './dns-record.ts';

/**
 * The address records that a name leads to, through aliases as far as the fleet's zones say. Null where an alias leaves
 * them, or runs in a circle.
 */
export function addressesAt(dns: Dns, name: string): readonly DnsRecord[] | null {
  const passed = new Set<string>();
  for (let at: string | null = name; at !== null && !passed.has(at);) {
    passed.add(at);
    const found = answer(dns, at);
    const alias = found?.find(({ type }) => type === 'CNAME');
    if (!found || !alias) return found && found.filter(({ ip }) => ip !== null);
    at = alias.target;
  }
  return null;
}
