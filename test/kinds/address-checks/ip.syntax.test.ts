import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('ip.syntax: an address is a strict literal', () => {
  test('leading zeros, long prefixes and parts above 255 are errors in every field', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web-v4 }
spec:
  address: 010.0.0.1
  cidr: 10.0.0.0/33
  gateway: 10.0.0.256
  dnsServers: [9.9.9]
  type: public
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ip.syntax',
        severity: 'error',
        message: '"010.0.0.1" has a part with a leading zero, which some programs read as octal',
        hint: 'write 10.0.0.1 if decimal is meant',
        file: 'fleet.yaml',
        line: 6,
        column: 12,
        related: [],
      }),
      expect.objectContaining({
        code: 'ip.syntax',
        severity: 'error',
        message: '"10.0.0.0/33" has a prefix longer than the 32 bits of an IPv4 address',
        hint: 'write /0 to /32',
        file: 'fleet.yaml',
        line: 7,
        column: 9,
        related: [],
      }),
      expect.objectContaining({
        code: 'ip.syntax',
        severity: 'error',
        message: '"10.0.0.256" has a part above 255',
        hint: 'each part is 0 to 255',
        file: 'fleet.yaml',
        line: 8,
        column: 12,
        related: [],
      }),
      expect.objectContaining({
        code: 'ip.syntax',
        severity: 'error',
        message: '"9.9.9" is neither an IPv4 nor an IPv6 address',
        hint: 'write it like 203.0.113.10 or 2001:db8::10',
        file: 'fleet.yaml',
        line: 9,
        column: 16,
        related: [],
      }),
    ]);
  });

  test('IPv4 inside IPv6, zone ids and misplaced prefixes are errors', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: mapped }
spec:
  address: ::ffff:203.0.113.10
  type: public
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: zoned }
spec:
  address: fe80::1%eth0
  type: public
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: prefixed }
spec:
  address: 203.0.113.11/24
  cidr: 203.0.113.0
  type: public
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ip.syntax',
        severity: 'error',
        message: '"::ffff:203.0.113.10" is an IPv4 address inside an IPv6 one',
        hint: 'write 203.0.113.10',
        file: 'fleet.yaml',
        line: 6,
        column: 12,
        related: [],
      }),
      expect.objectContaining({
        code: 'ip.syntax',
        severity: 'error',
        message: '"fe80::1%eth0" has a zone id, which means something on one machine only',
        hint: 'write fe80::1',
        file: 'fleet.yaml',
        line: 13,
        column: 12,
        related: [],
      }),
      expect.objectContaining({
        code: 'ip.syntax',
        severity: 'error',
        message: '"203.0.113.11/24" has a prefix length',
        hint: 'write the address alone, and the network in cidr',
        file: 'fleet.yaml',
        line: 20,
        column: 12,
        related: [],
      }),
      expect.objectContaining({
        code: 'ip.syntax',
        severity: 'error',
        message: '"203.0.113.0" has no prefix length',
        hint: 'write it like 203.0.113.0/24',
        file: 'fleet.yaml',
        line: 21,
        column: 9,
        related: [],
      }),
    ]);
  });

  test('every field of a pool is held to it, and what it excludes is an address or a network', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: IPPool
metadata: { name: private }
spec:
  cidr: 10.20.0.0/024
  gateway: 10.20.0.1/24
  dnsServers: [10.20.0]
  exclude: [10.20.0.2, 10.20.0.240/28, 10.20.0.3-10.20.0.9, 10.20.0.0/33]
`);
    expect(diagnostics.map(({ code, line, message, hint }) => [code, line, message, hint])).toEqual([
      [
        'ip.syntax',
        6,
        '"10.20.0.0/024" has a prefix length that is no number',
        'write /0 to /32, without leading zeros',
      ],
      [
        'ip.syntax',
        7,
        '"10.20.0.1/24" has a prefix length',
        'write the address alone, and the network in cidr',
      ],
      [
        'ip.syntax',
        8,
        '"10.20.0" is neither an IPv4 nor an IPv6 address',
        'write it like 203.0.113.10 or 2001:db8::10',
      ],
      [
        'ip.syntax',
        9,
        '"10.20.0.3-10.20.0.9" is neither an IPv4 nor an IPv6 address',
        'write it like 203.0.113.10 or 2001:db8::10',
      ],
      [
        'ip.syntax',
        9,
        '"10.20.0.0/33" has a prefix longer than the 32 bits of an IPv4 address',
        'write /0 to /32',
      ],
    ]);
  });

  test('of a literal that cannot be read, nothing else is said', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web-v4 }
spec: { address: 010.20.0.300, cidr: 10.20.0.0/24, gateway: 10.20.0.1, type: public, state: reserved }
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: shop-v4 }
spec: { address: 010.20.0.300, type: public }
`);
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['ip.syntax', 5],
      ['ip.syntax', 10],
    ]);
  });

  test('plain literals of both families pass, in any letter case', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web-v4 }
spec:
  address: 49.12.8.10
  cidr: 49.12.8.0/24
  gateway: 49.12.8.1
  dnsServers: [185.12.64.1]
  type: public
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web-v6 }
spec:
  address: 2A01:4F8:C17:1::10
  cidr: 2a01:4f8:c17:1::/64
  type: public
`);
    expect(diagnostics).toEqual([]);
  });
});
