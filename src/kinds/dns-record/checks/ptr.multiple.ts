import { dnsOf } from '../../../model/dns/dns.ts';
import { grouped } from '../../../model/dns/grouped.ts';
import { addressOfReverse } from '../../../model/dns/reverse-name.ts';
import { ipText } from '../../../model/ip/ip-text.ts';
import type { Check } from '../../kind.ts';

/** An address leads back to several names. */
export const ptrMultiple: Check<'DNSRecord'> = {
  id: 'ptr.multiple',
  severity: 'warning',
  *run(_manifests, { graph }) {
    const { records, reverse } = dnsOf(graph);
    const written = records.filter(({ type, derived }) => type === 'PTR' && !derived);
    const inZone = ({ zone, owner }: (typeof reverse)[number]) => `${zone?.manifest.metadata.name} ${owner}`;
    for (const together of grouped([...written, ...reverse], inZone).values()) {
      const [first] = together;
      const other = together.find(({ target }) => target !== first?.target);
      const ip = first && addressOfReverse(first.owner);
      if (!first || !other || !ip) continue;
      yield {
        manifest: other.manifest,
        pointer: other.pointer,
        message: `${ipText(ip)} leads back to ${other.target}, and to ${first.target} already`,
        hint: 'an address leads back to one name: leave out ptr: true, or the PTR record, of the others',
        related: [
          { manifest: first.manifest, pointer: first.pointer, message: `leads back to ${first.target}` },
        ],
      };
    }
  },
  page: {
    meaning: `An address may have many names, and should lead back to one of them. Most programs look at the first reverse record only, in no particular order, so mail is accepted at one time and refused at another; and most providers keep one name per address.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10, ptr: true }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: web-01-a }
spec: { zone: example.com, name: web-01, type: A, value: 203.0.113.10, ptr: true }
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
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: web-01-a }
spec: { zone: example.com, name: web-01, type: A, value: 203.0.113.10, ptr: true }
`,
  },
};
