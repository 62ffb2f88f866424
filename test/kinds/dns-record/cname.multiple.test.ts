import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('cname.multiple: an alias leads to one name', () => {
  test('two targets in a list are an error', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: www, type: CNAME, value: [a.example.net., b.example.net.] }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.multiple',
        severity: 'error',
        message: 'www.example.com is an alias of b.example.net, and of a.example.net already',
        hint: 'an alias leads to one name; give that name several addresses instead',
        file: 'fleet.yaml',
        line: 10,
        column: 76,
        related: [expect.objectContaining({ line: 10, column: 60, message: 'first alias' })],
      }),
    ]);
  });

  test('and in two manifests', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: www, type: CNAME, value: a.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname-2 }
spec: { zone: example.com, name: www.example.com., type: CNAME, value: b.example.net. }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.multiple',
        severity: 'error',
        message: 'www.example.com is an alias of b.example.net, and of a.example.net already',
        hint: 'an alias leads to one name; give that name several addresses instead',
        file: 'fleet.yaml',
        line: 15,
        column: 72,
        related: [expect.objectContaining({ line: 10, column: 59, message: 'first alias' })],
      }),
    ]);
  });

  test('one target passes', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: www, type: CNAME, value: a.example.net. }
`);
    expect(diagnostics).toEqual([]);
  });
});
