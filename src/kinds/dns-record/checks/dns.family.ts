import { faultsOf } from '../../../model/dns/faults-of.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { DNSRecordSpec } from '../../../model/spec/dns-record.ts';
import type { Check } from '../../kind.ts';

/** An A record does not hold an IPv4 address, an AAAA record no IPv6 address, or another type takes one from an IPAddress. */
export const dnsFamily: Check<'DNSRecord'> = {
  id: 'dns.family',
  severity: 'error',
  *run(_manifests, { graph }) {
    const byAddress = new Map<Manifest, [Finding, ...Finding[]]>();
    for (const fault of faultsOf(graph, 'dns.family')) {
      const { type } = fault.manifest.spec as DNSRecordSpec;
      const address = type === 'A' || type === 'AAAA' ? fault.related?.[0]?.manifest : undefined;
      const alike = address && byAddress.get(address);
      if (alike) alike.push(fault);
      else if (address) byAddress.set(address, [fault]);
      else yield fault;
    }
    for (const [address, faults] of byAddress)
      yield faults.length === 1 ? faults[0] : told(address as Manifest<'IPAddress'>, faults);
  },
  page: {
    meaning: `An A record holds an IPv4 address, an AAAA record an IPv6 address, and no other type holds any. A name server refuses a zone in which one holds the other, with every name in it.

Where the value comes from an IPAddress by \`ip\`, the address decides which type it takes; a name with both families has two records. Where several records take an address of the other family, that is one error, at the address.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: '2a01:4f8:c17:1::10' }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-aaaa }
spec: { zone: example.com, name: www, type: AAAA, value: '2a01:4f8:c17:1::10' }
`,
  },
};

/** Several records of one type agree, so it is the address that is wrong. */
function told(address: Manifest<'IPAddress'>, faults: readonly [Finding, ...Finding[]]): Finding {
  const { type } = faults[0].manifest.spec as DNSRecordSpec;
  const family = type === 'A' ? 6 : 4;
  return {
    manifest: address,
    pointer: '/spec/address',
    message: `${address.spec.address} is IPv${family}, and ${faults.length} ${type} records take it`,
    hint: `write the IPv${family === 6 ? 4 : 6} address that is meant, or make them records of type ${type === 'A' ? 'AAAA' : 'A'}`,
    related: faults.map(({ manifest, pointer }) => ({ manifest, pointer, message: 'taken here' })),
  };
}
