import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('dns.outside-zone: a record stands in the zone that answers for it', () => {
  test('a name of another domain is an error', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a }
spec: { zone: example.com, name: www.example.net., type: A, value: 203.0.113.10 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.outside-zone',
        severity: 'error',
        message: 'www.example.net is not in the zone example.com',
        hint: 'write a name below example.com',
        file: 'fleet.yaml',
        line: 10,
        column: 34,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone' })],
      }),
    ]);
  });

  test('the longest zone of the fleet wins, and is shown', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: shop.example.com }
spec: { name: shop.example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www.shop-a }
spec: { zone: example.com, name: www.shop, type: A, value: 203.0.113.10 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.outside-zone',
        severity: 'error',
        message:
          'www.shop.example.com is in the zone shop.example.com, which answers for it in place of example.com',
        hint: 'write zone: shop.example.com',
        file: 'fleet.yaml',
        line: 15,
        column: 15,
        related: [expect.objectContaining({ line: 10, column: 15, message: 'the zone' })],
      }),
    ]);
  });

  test('a record of several values is told of once', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: shop.example.com }
spec: { name: shop.example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a }
spec: { zone: example.com, name: www.shop, type: A, value: [203.0.113.10, 203.0.113.11] }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: www, type: CNAME, value: www.shop }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.outside-zone',
        severity: 'error',
        message:
          'www.shop.example.com is in the zone shop.example.com, which answers for it in place of example.com',
        hint: 'write zone: shop.example.com',
        file: 'fleet.yaml',
        line: 15,
        column: 15,
        related: [expect.objectContaining({ line: 10, column: 15, message: 'the zone' })],
      }),
    ]);
  });

  test('a name below a delegation is found by nobody', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ns }
spec: { zone: example.com, name: lab, type: NS, value: ns.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www.lab-a }
spec: { zone: example.com, name: www.lab, type: A, value: 203.0.113.10 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.outside-zone',
        severity: 'error',
        message:
          'www.lab.example.com is delegated to ns.example.net, which answers for it in place of example.com',
        hint: 'add the record there, or take the delegation of lab.example.com away',
        file: 'fleet.yaml',
        line: 15,
        column: 34,
        related: [expect.objectContaining({ line: 10, column: 34, message: 'delegated here' })],
      }),
    ]);
  });

  test('delegations and glue stand in the zone above', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: shop }
spec: { name: shop.example.com, nameservers: [ns1.shop.example.com] }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ns1 }
spec: { zone: shop, name: ns1, type: A, value: 203.0.113.53 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ns }
spec: { zone: example.com, name: shop, type: NS, value: ns1.shop }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: glue }
spec: { zone: example.com, name: ns1.shop, type: A, value: 203.0.113.53 }
`);
    expect(diagnostics).toEqual([]);
  });
});
