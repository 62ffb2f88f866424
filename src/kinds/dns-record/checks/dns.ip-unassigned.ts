import { addressGivenTwice } from '../../../model/address-given-twice.ts';
import { computesOfAddress } from '../../../model/computes-of-address.ts';
import { dnsOf } from '../../../model/dns/dns.ts';
import { canonicalIp } from '../../../model/ip/canonical-ip.ts';
import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { Check } from '../../kind.ts';

/** A name leads to an address of the fleet that no compute has. */
export const dnsIpUnassigned: Check<'DNSRecord'> = {
  id: 'dns.ip-unassigned',
  severity: 'warning',
  *run(_manifests, { graph, unread }) {
    if (unread('IPAssignment') || addressGivenTwice(graph)) return;
    const idle = idleAddresses(graph);
    if (idle.size === 0) return;
    for (const { ip, text, owner, manifest, pointer } of dnsOf(graph).records) {
      const address = ip && idle.get(text);
      if (!address) continue;
      const { name } = address.metadata;
      yield {
        manifest,
        pointer,
        message: `${owner} leads to ${text} (${name}), which no compute has`,
        hint: `assign ${name} to a compute, keep it with state: reserved, or take the name away before the address goes back`,
        related: [{ manifest: address, pointer: '/spec/address', message: 'the address' }],
      };
    }
  },
  page: {
    meaning: `The name leads to an address of the fleet that no IPAssignment gives to a compute. Nobody answers there now; and once the provider gives the address to somebody else, that stranger answers in your name, and can get certificates for it (subdomain takeover).

An address with \`state: reserved\` is kept on purpose, and passes. Of addresses that no IPAddress describes, Stowage knows nothing.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web-01-v4 }
spec: { address: 49.12.8.10, type: public }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: A, ip: web-01-v4 }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: Compute
metadata: { name: web-01 }
spec: { type: vm, provider: own, region: berlin }
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web-01-v4 }
spec: { address: 49.12.8.10, type: public }
---
apiVersion: stowage/v1
kind: IPAssignment
metadata: { name: web-01-v4 }
spec: { compute: web-01, ip: web-01-v4, primary: true }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: A, ip: web-01-v4 }
`,
  },
};

/** Addresses that no compute has, by their text; one of two manifests of an address may be assigned. */
function idleAddresses(graph: Graph): Map<string, Manifest<'IPAddress'>> {
  const idle = new Map<string, Manifest<'IPAddress'>>();
  const busy = new Set<string>();
  for (const manifest of graph.all('IPAddress')) {
    const text = canonicalIp(manifest.spec.address);
    const used =
      manifest.spec.state === 'reserved' || computesOfAddress(manifest.metadata.name, graph).length > 0;
    if (used) busy.add(text);
    else idle.set(text, manifest);
  }
  for (const text of busy) idle.delete(text);
  return idle;
}
