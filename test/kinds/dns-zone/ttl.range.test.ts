import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('ttl.range: a TTL is between a minute and a week', () => {
  test('shorter and longer are warnings, for records and zones', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com, ttl: 604801 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10, ttl: 59 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-a }
spec: { zone: example.com, name: shop, type: A, value: 203.0.113.10, ttl: 0 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ttl.range',
        severity: 'warning',
        message: 'a TTL of 604801 seconds is above a week',
        hint: 'write 604800 at most: a mistake would be remembered as long, and many resolvers keep nothing longer',
        file: 'fleet.yaml',
        line: 5,
        column: 33,
        related: [],
      }),
      expect.objectContaining({
        code: 'ttl.range',
        severity: 'warning',
        message: 'a TTL of 59 seconds is below a minute',
        hint: 'write 60 at least: every visitor would ask the name servers',
        file: 'fleet.yaml',
        line: 10,
        column: 74,
        related: [],
      }),
      expect.objectContaining({
        code: 'ttl.range',
        severity: 'warning',
        message: 'a TTL of 0 seconds is below a minute',
        hint: 'write 60 at least: every visitor would ask the name servers',
        file: 'fleet.yaml',
        line: 15,
        column: 75,
        related: [],
      }),
    ]);
  });

  test('the ends of the range pass', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com, ttl: 604800 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10, ttl: 60 }
`);
    expect(diagnostics).toEqual([]);
  });
});
