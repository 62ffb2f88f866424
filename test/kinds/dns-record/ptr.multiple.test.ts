import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('ptr.multiple: an address leads back to one name', () => {
  test('two names that derive it are a warning, without a reverse zone too', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10, ptr: true }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: web-01-a }
spec: { zone: example.com, name: web-01, type: A, value: 203.0.113.10, ptr: true }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ptr.multiple',
        severity: 'warning',
        message: '203.0.113.10 leads back to web-01.example.com, and to www.example.com already',
        hint: 'an address leads back to one name: leave out ptr: true, or the PTR record, of the others',
        file: 'fleet.yaml',
        line: 15,
        column: 77,
        related: [
          expect.objectContaining({ line: 10, column: 74, message: 'leads back to www.example.com' }),
        ],
      }),
    ]);
  });

  test('so is one derived beside one written', () => {
    const diagnostics = diagnose(`
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
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10, ptr: true }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: web-01-a }
spec: { zone: example.com, name: web-01, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ten }
spec: { zone: reverse, name: '10', type: PTR, value: web-01.example.com. }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ptr.multiple',
        severity: 'warning',
        message: '203.0.113.10 leads back to www.example.com, and to web-01.example.com already',
        hint: 'an address leads back to one name: leave out ptr: true, or the PTR record, of the others',
        file: 'fleet.yaml',
        line: 15,
        column: 74,
        related: [
          expect.objectContaining({ line: 25, column: 54, message: 'leads back to web-01.example.com' }),
        ],
      }),
    ]);
  });

  test('several names of which one leads back pass', () => {
    const diagnostics = diagnose(`
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
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10, ptr: true }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: web-01-a }
spec: { zone: example.com, name: web-01, type: A, value: 203.0.113.10 }
`);
    expect(diagnostics).toEqual([]);
  });
});
