import { answer } from '../../../model/dns/answer.ts';
import { dnsOf } from '../../../model/dns/dns.ts';
import { zonesOver } from '../../../model/dns/zone-index.ts';
import type { Check } from '../../kind.ts';

/** An alias leads to a name of the fleet that does not exist. */
export const cnameDangling: Check<'DNSRecord'> = {
  id: 'cname.dangling',
  severity: 'warning',
  *run(_manifests, { graph, unread }) {
    if (unread('DNSRecord')) return;
    const dns = dnsOf(graph);
    for (const { type, target, owner, manifest, pointer } of dns.records) {
      if (type !== 'CNAME' || target === null || answer(dns, target)?.length !== 0) continue;
      yield {
        manifest,
        pointer,
        message: `the alias ${owner} leads to ${target}, which has no records`,
        hint: `add the records of ${target}, or correct the name; one of another domain ends in a dot`,
        related: zonesOver(target, dns.zones).map((zone) => ({
          manifest: zone.manifest,
          pointer: '/spec/name',
          message: 'the zone that answers for it',
        })),
      };
    }
  },
  page: {
    meaning: `An alias whose target has no records answers like a name that does not exist. Stowage can tell for targets in the fleet's own zones, wildcards and delegations considered, and says nothing of others.

A forgotten dot is the usual cause: \`shop.example.net\` in the zone \`example.com\` means \`shop.example.net.example.com\`.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-cname }
spec: { zone: example.com, name: www, type: CNAME, value: shop.example.net }
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
spec: { zone: example.com, name: www, type: CNAME, value: shop.example.net. }
`,
  },
};
