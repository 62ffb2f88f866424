import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('cname.loop: aliases do not lead in a circle', () => {
  test('a circle over two zones is one error, with every alias of it', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.org }
spec: { name: example.org }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: in }
spec: { zone: example.com, name: in, type: CNAME, value: a }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a }
spec: { zone: example.com, name: a, type: CNAME, value: b.example.org. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: b }
spec: { zone: example.org, name: b, type: CNAME, value: a.example.com. }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.loop',
        severity: 'error',
        message: 'the alias a.example.com leads in a circle: a.example.com → b.example.org → a.example.com',
        hint: 'let one of them lead to a name that has an address',
        file: 'fleet.yaml',
        line: 20,
        column: 57,
        related: [expect.objectContaining({ line: 25, column: 57, message: 'leads on to a.example.com' })],
      }),
    ]);
  });

  test('an alias of itself is a circle', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a }
spec: { zone: example.com, name: a, type: CNAME, value: a }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.loop',
        severity: 'error',
        message: 'the alias a.example.com leads in a circle: a.example.com → a.example.com',
        hint: 'let one of them lead to a name that has an address',
        file: 'fleet.yaml',
        line: 10,
        column: 57,
        related: [],
      }),
    ]);
  });

  test('a wildcard that leads to a name it answers for is a circle', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: wild }
spec: { zone: example.com, name: '*.apps', type: CNAME, value: default.apps }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.loop',
        severity: 'error',
        message:
          'the alias *.apps.example.com leads in a circle: *.apps.example.com → default.apps.example.com',
        hint: 'let one of them lead to a name that has an address',
        file: 'fleet.yaml',
        line: 10,
        column: 64,
        related: [],
      }),
    ]);
  });

  test('two circles are two errors', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a }
spec: { zone: example.com, name: a, type: CNAME, value: a }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: b }
spec: { zone: example.com, name: b, type: CNAME, value: b }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.loop',
        severity: 'error',
        message: 'the alias a.example.com leads in a circle: a.example.com → a.example.com',
        hint: 'let one of them lead to a name that has an address',
        file: 'fleet.yaml',
        line: 10,
        column: 57,
        related: [],
      }),
      expect.objectContaining({
        code: 'cname.loop',
        severity: 'error',
        message: 'the alias b.example.com leads in a circle: b.example.com → b.example.com',
        hint: 'let one of them lead to a name that has an address',
        file: 'fleet.yaml',
        line: 15,
        column: 57,
        related: [],
      }),
    ]);
  });

  test('a chain that ends passes', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a }
spec: { zone: example.com, name: a, type: CNAME, value: b }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: b }
spec: { zone: example.com, name: b, type: CNAME, value: c }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: c-a }
spec: { zone: example.com, name: c, type: A, value: 203.0.113.10 }
`);
    expect(diagnostics).toEqual([]);
  });
});
