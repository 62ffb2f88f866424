import { addressesAt } from '../../../model/dns/addresses-at.ts';
import { dnsOf } from '../../../model/dns/dns.ts';
import { addressOfReverse } from '../../../model/dns/reverse-name.ts';
import { ipText } from '../../../model/ip/ip-text.ts';
import type { Check } from '../../kind.ts';

/** A reverse record leads to a name that does not lead back to the address. */
export const ptrNotForwardConfirmed: Check<'DNSRecord'> = {
  id: 'ptr.not-forward-confirmed',
  severity: 'warning',
  *run(_manifests, { graph, unread }) {
    if (unread('DNSRecord') || unread('IPAddress')) return;
    const dns = dnsOf(graph);
    for (const { type, owner, target, manifest, pointer, derived } of dns.records) {
      if (type !== 'PTR' || derived || target === null) continue;
      const ip = addressOfReverse(owner);
      const found = ip && addressesAt(dns, target);
      if (!ip || !found) continue;
      const address = ipText(ip);
      if (found.some(({ text }) => text === address)) continue;
      const has = found.map(({ text }) => text).join(', ');
      yield {
        manifest,
        pointer,
        message: `${address} leads back to ${target}, which has ${has === '' ? 'no address' : has}`,
        hint: `give ${target} the address ${address} too, or correct the name`,
        related: [...new Set(found.map((record) => record.manifest))].map((other) => ({
          manifest: other,
          pointer: '/spec/name',
          message: 'its addresses',
        })),
      };
    }
  },
  page: {
    meaning: `The reverse record of an address names a host, and that host should have the address (forward-confirmed reverse DNS). Where it has not, mail servers refuse what is sent from the address, and logs name the wrong machine. Stowage can tell for hosts in the fleet's own zones.

\`ptr: true\` on an A or AAAA record derives a reverse record that is always right.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: reverse }
spec: { name: 113.0.203.in-addr.arpa }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mail-a }
spec: { zone: example.com, name: mail, type: A, value: 203.0.113.11 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mail-ptr }
spec: { zone: reverse, name: '10', type: PTR, value: mail.example.com. }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: reverse }
spec: { name: 113.0.203.in-addr.arpa }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mail-a }
spec: { zone: example.com, name: mail, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mail-ptr }
spec: { zone: reverse, name: '10', type: PTR, value: mail.example.com. }
`,
  },
};
