import type { DnsRecord } from '../../../model/dns/dns-record.ts';
import { rrsetsOf } from '../../../model/dns/rrsets.ts';
import type { Check } from '../../kind.ts';

/** One record is written twice. */
export const rrsetDuplicate: Check<'DNSZone'> = {
  id: 'rrset.duplicate',
  severity: 'error',
  *run(_manifests, { graph }) {
    for (const set of rrsetsOf(graph)) {
      if (set.length === 1) continue;
      const seen = new Map<string, DnsRecord>();
      for (const record of set) {
        const { text, owner, type, derived, manifest, pointer } = record;
        const first = seen.get(text);
        if (!first) seen.set(text, record);
        else {
          yield {
            manifest,
            pointer,
            message: `${owner} ${type} ${text} is there already`,
            hint: derived ? 'leave out ptr: true, or the PTR record that is written' : 'keep one of the two',
            related: [{ manifest: first.manifest, pointer: first.pointer, message: 'first written here' }],
          };
        }
      }
    }
  },
  page: {
    meaning: `A name holds a record once. Written twice, in one list or by two manifests that spell the name differently, only one of them seems to be in charge of it: whoever takes it away finds it still there. Name servers merge the two without a word.

The name servers of a zone and the PTR records derived by \`ptr: true\` count as written.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: [203.0.113.10, 203.0.113.11, 203.0.113.10] }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: [203.0.113.10, 203.0.113.11] }
`,
  },
};
