import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('dns.value-contradicts-ip: a name does not follow one address and state another', () => {
  test('two manifests of one name, spelled alike, are one mistake, and not this one', () => {
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
spec: { zone: example.com, name: www, type: A, ip: web-v4 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-2 }
spec: { zone: example.com, name: www, type: A, value: 49.12.8.11 }
`);
    expect(diagnostics.map(({ code, hint }) => `${code}: ${hint}`)).toEqual([
      'key.duplicate: a DNSRecord is identified by its name + type + zone; keep one manifest, and list all values in it: value: [a, b]',
    ]);
  });

  test('two manifests of one name, spelled alike, and of one address are one mistake too', () => {
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
spec: { zone: example.com, name: www, type: A, ip: web-v4 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-2 }
spec: { zone: example.com, name: www, type: A, value: 49.12.8.10, ttl: 60 }
`);
    expect(diagnostics.map(({ code, hint }) => `${code}: ${hint}`)).toEqual([
      'key.duplicate: a DNSRecord is identified by its name + type + zone; keep one manifest, and list all values in it: value: [a, b]',
    ]);
  });

  test('a written address beside an IPAddress is an error, and both ends are shown', () => {
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
spec: { zone: example.com, name: www, type: A, ip: web-v4 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-2 }
spec: { zone: example.com, name: www.example.com., type: A, value: 49.12.8.11 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.value-contradicts-ip',
        severity: 'error',
        message: 'www.example.com A is 49.12.8.11 here, and follows web-v4, 49.12.8.10, elsewhere',
        hint: 'keep one manifest; with ip it follows every change of the address',
        file: 'fleet.yaml',
        line: 30,
        column: 68,
        related: [expect.objectContaining({ line: 25, column: 52, message: 'follows an address here' })],
      }),
    ]);
  });

  test('the other family does not contradict', () => {
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
spec: { zone: example.com, name: www, type: A, ip: web-v4 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-6 }
spec: { zone: example.com, name: www, type: AAAA, value: '2001:db8::1' }
`);
    expect(diagnostics).toEqual([]);
  });
});
