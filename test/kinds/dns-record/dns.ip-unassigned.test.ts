import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('dns.ip-unassigned: a name leads to an address that some compute has', () => {
  test('an address that no compute has is a warning, followed or written', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: old-v4 }
spec: { address: '49.12.8.10', type: public }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: A, ip: old-v4 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-a }
spec: { zone: example.com, name: shop, type: A, value: 49.12.8.10 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.ip-unassigned',
        severity: 'warning',
        message: 'www.example.com leads to 49.12.8.10 (old-v4), which no compute has',
        hint: 'assign old-v4 to a compute, keep it with state: reserved, or take the name away before the address goes back',
        file: 'fleet.yaml',
        line: 15,
        column: 52,
        related: [expect.objectContaining({ line: 10, column: 18, message: 'the address' })],
      }),
      expect.objectContaining({
        code: 'dns.ip-unassigned',
        severity: 'warning',
        message: 'shop.example.com leads to 49.12.8.10 (old-v4), which no compute has',
        hint: 'assign old-v4 to a compute, keep it with state: reserved, or take the name away before the address goes back',
        file: 'fleet.yaml',
        line: 20,
        column: 56,
        related: [expect.objectContaining({ line: 10, column: 18, message: 'the address' })],
      }),
    ]);
  });

  test('assigned, reserved and foreign addresses pass', () => {
    const diagnostics = diagnose(`
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
metadata: { name: web-v4 }
spec: { address: '49.12.8.10', type: public }
---
apiVersion: stowage/v1
kind: IPAssignment
metadata: { name: web-v4 }
spec: { compute: web-01, ip: web-v4, primary: true }
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: vip }
spec: { address: '49.12.8.11', type: public, state: reserved }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: A, ip: [web-v4, vip] }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-a }
spec: { zone: example.com, name: shop, type: A, value: 49.12.8.12 }
`);
    expect(diagnostics).toEqual([]);
  });
});
