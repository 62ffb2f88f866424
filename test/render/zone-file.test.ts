import { describe, expect, test } from '@jest/globals';
import { dnsOf } from '../../src/model/dns/dns.ts';
import { zoneContent } from '../../src/model/dns/zone-content.ts';
import { validateFleet } from '../../src/pipeline/validate-fleet.ts';
import { zoneFile } from '../../src/render/zone-file.ts';
import { TODAY } from '../support/diagnose.ts';
import { namedCheckzone, withBind } from '../support/named-checkzone.ts';

const FLEET = `
{ kind: DNSZone, metadata: { name: example }, spec: { name: Example.com, ttl: 7200, nameservers: [ns2.example.net, ns1.shop.example.com] } }
{ kind: DNSZone, metadata: { name: shop }, spec: { name: shop.example.com, nameservers: [ns1.shop.example.com] } }
{ kind: DNSZone, metadata: { name: reverse }, spec: { name: 113.0.203.in-addr.arpa, nameservers: [ns1.shop.example.com] } }
{ kind: DNSRecord, metadata: { name: shop-ns }, spec: { zone: example, name: shop, type: NS, value: ns1.shop } }
{ kind: DNSRecord, metadata: { name: ns1 }, spec: { zone: shop, name: ns1, type: A, value: 203.0.113.53 } }
{ kind: DNSRecord, metadata: { name: www }, spec: { zone: example, name: WWW, type: A, value: [203.0.113.20, 203.0.113.10], ttl: 300, ptr: true } }
{ kind: DNSRecord, metadata: { name: www6 }, spec: { zone: example, name: www, type: AAAA, value: '2001:DB8:0::10' } }
{ kind: DNSRecord, metadata: { name: mx }, spec: { zone: example, name: '@', type: MX, value: [20 mx2.example.net., 10 www] } }
{ kind: DNSRecord, metadata: { name: spf }, spec: { zone: example, name: '@', type: TXT, value: v=spf1 -all } }
{ kind: DNSRecord, metadata: { name: dkim }, spec: { zone: example, name: k._domainkey, type: TXT, value: ${'p'.repeat(300)} } }
{ kind: DNSRecord, metadata: { name: caa }, spec: { zone: example, name: '@', type: CAA, value: 0 issue ca.example } }
{ kind: DNSRecord, metadata: { name: sip }, spec: { zone: example, name: _sip._tcp, type: SRV, value: 10 5 5060 www } }
{ kind: DNSRecord, metadata: { name: wild }, spec: { zone: example, name: '*', type: CNAME, value: www } }
`
  .trim()
  .split('\n')
  .map((line) => line.replace('{', '{ apiVersion: stowage/v1,'));

const filesOf = (lines: readonly string[]): Record<string, string> => {
  const bytes = new TextEncoder().encode(lines.join('\n---\n'));
  const { value: graph, diagnostics } = validateFleet([{ path: 'fleet.yaml', bytes }], TODAY);
  expect(diagnostics).toEqual([]);
  const dns = dnsOf(graph);
  return Object.fromEntries(
    dns.zones.all.map((zone) => [
      zone.domain,
      zoneFile({ zone, records: zoneContent(dns, zone), serial: 42 }),
    ]),
  );
};

describe('a zone file', () => {
  test('has absolute names in canonical order, long texts in pieces, and glue for the zone below', () => {
    expect(filesOf(FLEET)['example.com']).toBe(`$TTL 7200
example.com. 7200 IN SOA ns1.shop.example.com. hostmaster.example.com. 42 86400 7200 3600000 3600
example.com. 7200 IN NS ns1.shop.example.com.
example.com. 7200 IN NS ns2.example.net.
example.com. 3600 IN CAA 0 issue "ca.example"
example.com. 3600 IN MX 10 www.example.com.
example.com. 3600 IN MX 20 mx2.example.net.
example.com. 3600 IN TXT "v=spf1 -all"
*.example.com. 3600 IN CNAME www.example.com.
k._domainkey.example.com. 3600 IN TXT "${'p'.repeat(255)}" "${'p'.repeat(45)}"
_sip._tcp.example.com. 3600 IN SRV 10 5 5060 www.example.com.
shop.example.com. 3600 IN NS ns1.shop.example.com.
ns1.shop.example.com. 3600 IN A 203.0.113.53
www.example.com. 300 IN A 203.0.113.10
www.example.com. 300 IN A 203.0.113.20
www.example.com. 3600 IN AAAA 2001:db8::10
`);
  });

  test('of a reverse zone has the records that ptr: true derives', () => {
    expect(filesOf(FLEET)['113.0.203.in-addr.arpa']).toBe(`$TTL 3600
113.0.203.in-addr.arpa. 3600 IN SOA ns1.shop.example.com. hostmaster.113.0.203.in-addr.arpa. 42 86400 7200 3600000 3600
113.0.203.in-addr.arpa. 3600 IN NS ns1.shop.example.com.
10.113.0.203.in-addr.arpa. 300 IN PTR www.example.com.
20.113.0.203.in-addr.arpa. 300 IN PTR www.example.com.
`);
  });

  test('is the same bytes whatever the order of the manifests', () => {
    expect(filesOf(FLEET.toReversed())).toEqual(filesOf(FLEET));
  });

  withBind('is served by BIND without a complaint', () => {
    for (const [domain, text] of Object.entries(filesOf(FLEET))) {
      expect({ domain, ...namedCheckzone(domain, text) }).toMatchObject({ loads: true, complaints: [] });
    }
  });
});
