import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('dns.family: A is IPv4 and AAAA is IPv6', () => {
  test('an IPv6 address in an A and an IPv4 address in an AAAA are errors', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: '2001:db8::1' }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-aaaa }
spec: { zone: example.com, name: www, type: AAAA, value: 203.0.113.10 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.family',
        severity: 'error',
        message: 'an A record holds an IPv4 address, and 2001:db8::1 is IPv6',
        hint: 'write it in a record of type AAAA',
        file: 'fleet.yaml',
        line: 10,
        column: 55,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.family',
        severity: 'error',
        message: 'an AAAA record holds an IPv6 address, and 203.0.113.10 is IPv4',
        hint: 'write it in a record of type A',
        file: 'fleet.yaml',
        line: 15,
        column: 58,
        related: [],
      }),
    ]);
  });

  test('an IPAddress of the other family is an error that shows the address', () => {
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
metadata: { name: web-v6 }
spec: { address: '2a01:4f8:c17:1::10', type: public }
---
apiVersion: stowage/v1
kind: IPAssignment
metadata: { name: web-v6 }
spec: { compute: web-01, ip: web-v6, primary: true }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, ip: [web-v6] }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.family',
        severity: 'error',
        message: 'an A record holds an IPv4 address, and 2a01:4f8:c17:1::10 is IPv6',
        hint: 'write it in a record of type AAAA',
        file: 'fleet.yaml',
        line: 25,
        column: 53,
        related: [expect.objectContaining({ line: 15, column: 18, message: 'the address' })],
      }),
    ]);
  });

  test('an IPAddress of the other family that several records take is one error, at the address', () => {
    const record = (name: string): string => `---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ${name} }
spec: { zone: example.com, name: ${name}, type: A, ip: web }
`;
    const fleet = (spec: string): string => `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web }
spec: { ${spec}, type: public, state: reserved }
${record('www')}${record('shop')}`;
    expect(diagnose(fleet("address: '2a01:4f8:c17:1::10'"))).toEqual([
      expect.objectContaining({
        code: 'dns.family',
        message: '2a01:4f8:c17:1::10 is IPv6, and 2 A records take it',
        hint: 'write the IPv4 address that is meant, or make them records of type AAAA',
        line: 10,
        related: [expect.objectContaining({ line: 15 }), expect.objectContaining({ line: 20 })],
      }),
    ]);
    const codes = diagnose(fleet("address: '2a01:4f8:c17:1::10', cidr: 49.12.8.0/24")).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['ip.in-cidr']);
  });

  test('a type that holds no address takes none from an IPAddress', () => {
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
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: CNAME, ip: web-v4 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.family',
        severity: 'error',
        message: 'a record of type CNAME does not hold an address, and ip: web-v4 is one',
        hint: 'write A or AAAA as its type, or give it a value',
        file: 'fleet.yaml',
        line: 25,
        column: 56,
        related: [expect.objectContaining({ line: 15, column: 18, message: 'the address' })],
      }),
    ]);
  });

  test('of an IPAddress that is no address only that is said', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web-v4 }
spec: { address: '049.12.8.10', type: public }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: A, ip: web-v4 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop }
spec: { zone: example.com, name: shop, type: CNAME, value: www }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ip.syntax',
        severity: 'error',
        message: '"049.12.8.10" has a part with a leading zero, which some programs read as octal',
        hint: 'write 49.12.8.10 if decimal is meant',
        file: 'fleet.yaml',
        line: 10,
        column: 18,
        related: [],
      }),
    ]);
  });
});
