import { answer } from '../../../model/dns/answer.ts';
import { dnsOf } from '../../../model/dns/dns.ts';
import type { DnsRecord } from '../../../model/dns/dns-record.ts';
import type { Check } from '../../kind.ts';

/** Aliases lead in a circle, across zones too. */
export const cnameLoop: Check<'DNSRecord'> = {
  id: 'cname.loop',
  severity: 'error',
  *run(_manifests, { graph }) {
    const dns = dnsOf(graph);
    const settled = new Set<DnsRecord>();
    for (const start of dns.records) {
      if (start.type !== 'CNAME') continue;
      const path: DnsRecord[] = [];
      let at: DnsRecord | undefined = start;
      while (at && !settled.has(at)) {
        settled.add(at);
        path.push(at);
        at = at.target === null ? undefined : answer(dns, at.target)?.find(({ type }) => type === 'CNAME');
      }
      const circle = at ? path.slice(path.indexOf(at)) : [];
      const [first, ...rest] = at && path.includes(at) ? circle : [];
      if (!first) continue;
      const names = [first, ...rest].map(({ target }) => target);
      yield {
        manifest: first.manifest,
        pointer: first.pointer,
        message: `the alias ${first.owner} leads in a circle: ${[first.owner, ...names].join(' → ')}`,
        hint: 'let one of them lead to a name that has an address',
        related: rest.map(({ manifest, pointer, target }) => ({
          manifest,
          pointer,
          message: `leads on to ${target}`,
        })),
      };
    }
  },
  page: {
    meaning: `Aliases that lead back to themselves have no address: whoever asks for one of them gets an error. No name server notices it, since each record is right by itself and they may stand in different zones. A wildcard counts for the names it answers for.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-cname }
spec: { zone: example.com, name: www, type: CNAME, value: shop }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-cname }
spec: { zone: example.com, name: shop, type: CNAME, value: www }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-cname }
spec: { zone: example.com, name: www, type: CNAME, value: shop }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-a }
spec: { zone: example.com, name: shop, type: A, value: 203.0.113.10 }
`,
  },
};
