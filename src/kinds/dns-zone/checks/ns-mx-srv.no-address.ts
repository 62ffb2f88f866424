import { answer } from '../../../model/dns/answer.ts';
import { dnsOf } from '../../../model/dns/dns.ts';
import { lacksGlue } from '../../../model/dns/lacks-glue.ts';
import { zonesOver } from '../../../model/dns/zone-index.ts';
import type { Check } from '../../kind.ts';

/** A name server, mail server or service of the fleet has no address. */
export const nsMxSrvNoAddress: Check<'DNSZone'> = {
  id: 'ns-mx-srv.no-address',
  severity: 'error',
  *run(_manifests, { graph, unread }) {
    if (unread('DNSRecord') || unread('IPAddress')) return;
    const dns = dnsOf(graph);
    const told = new Set<string>();
    for (const record of dns.records) {
      const { type, target, owner, manifest, pointer } = record;
      if (!(type === 'NS' || type === 'MX' || type === 'SRV') || target === null) continue;
      const glueless = lacksGlue(record, dns);
      const found = answer(dns, target);
      if (!glueless && (!found || found.some(({ ip, type: has }) => ip !== null || has === 'CNAME')))
        continue;
      // A circle is one mistake, told at the first delegation of it.
      if (glueless && glueless.size > 1 && told.has(owner)) continue;
      glueless?.forEach((each) => told.add(each));
      yield {
        manifest,
        pointer,
        message: glueless
          ? `${owner} is delegated to ${target}, and nobody can find out its address`
          : `${owner} ${type} leads to ${target}, which has no address`,
        hint: glueless
          ? `add an A or AAAA record of ${target} beside it (glue): only those delegated to could tell it`
          : `add an A or AAAA record of ${target}, or correct the name`,
        related: zonesOver(target, dns.zones).map((zone) => ({
          manifest: zone.manifest,
          pointer: '/spec/name',
          message: 'the zone that answers for it',
        })),
      };
    }
  },
  page: {
    meaning: `NS, MX and SRV lead to a name that has an A or AAAA record. Where that name is in a zone of the fleet and has none, mail, service or zone cannot be reached. BIND refuses zones whose own name servers or mail servers have no address.

A zone that is delegated to a name server inside it needs that server's address in the zone above, since nobody could ask for it otherwise. Where both zones are the fleet's, it is copied there.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: apex-mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 mail }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mail-a }
spec: { zone: example.com, name: mail, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: apex-mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 mail }
`,
  },
};
