import type { DnsRecord } from '../../../model/dns/dns-record.ts';
import { rrsetsOf } from '../../../model/dns/rrsets.ts';
import { pointedAt } from '../../../model/json-pointer.ts';
import type { Check } from '../../kind.ts';

/** One manifest lets a name follow an IPAddress, another writes a different address for the same name. */
export const dnsValueContradictsIp: Check<'DNSRecord'> = {
  id: 'dns.value-contradicts-ip',
  severity: 'error',
  *run(_manifests, { graph }) {
    for (const set of rrsetsOf(graph)) {
      const following = set.length === 1 ? undefined : set.find(follows);
      if (!following) continue;
      const held = new Set(set.filter(follows).map(({ text }) => text));
      const [name] = pointedAt(following.manifest, following.pointer).map(({ value }) => String(value));
      for (const { manifest, pointer, text, owner, type, ip } of set) {
        if (!ip || held.has(text)) continue;
        yield {
          manifest,
          pointer,
          message: `${owner} ${type} is ${text} here, and follows ${name}, ${following.text}, elsewhere`,
          hint: 'keep one manifest; with ip it follows every change of the address',
          related: [
            { manifest: following.manifest, pointer: following.pointer, message: 'follows an address here' },
          ],
        };
      }
    }
  },
  page: {
    meaning: `A record takes its value from an IPAddress by \`ip\`, or has it written with \`value\`. Where one name has both, spelled once relative to the zone and once absolute, it would answer with both addresses: after a move one of them is the old machine.`,
    fails: `
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
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-absolute }
spec: { zone: example.com, name: www.example.com., type: A, value: 49.12.8.11 }
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

function follows({ manifest }: DnsRecord): boolean {
  return manifest.kind === 'DNSRecord' && manifest.spec.ip !== undefined;
}
