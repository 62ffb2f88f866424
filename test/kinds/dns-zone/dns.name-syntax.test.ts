import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('dns.name-syntax: a name is one of the DNS', () => {
  test('underscores, hyphens, asterisks, empty labels and foreign letters are told apart', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: under }
spec: { zone: example.com, name: my_app, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: hyphen }
spec: { zone: example.com, name: -app, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: star }
spec: { zone: example.com, name: a.*.b, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: dots }
spec: { zone: example.com, name: a..b, type: TXT, value: text }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: umlaut }
spec: { zone: example.com, name: müller, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: space }
spec: { zone: example.com, name: 'a b', type: TXT, value: text }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message: '"my_app.example.com" has an underscore in "my_app"',
        hint: 'a name that has or gives an address holds letters, digits and hyphens',
        file: 'fleet.yaml',
        line: 10,
        column: 34,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message: '"-app.example.com" has a hyphen at the edge of "-app"',
        hint: 'begin and end with a letter or digit',
        file: 'fleet.yaml',
        line: 15,
        column: 34,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message: '"a.*.b.example.com" has an asterisk that is not its whole first label',
        hint: 'a wildcard is written *.NAME',
        file: 'fleet.yaml',
        line: 20,
        column: 34,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message: '"a..b.example.com" has an empty label',
        hint: 'write one dot between two labels',
        file: 'fleet.yaml',
        line: 25,
        column: 34,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message: '"müller.example.com" has letters beyond ASCII in "müller"',
        hint: 'write xn--mller-kva',
        file: 'fleet.yaml',
        line: 30,
        column: 34,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message: '"a b.example.com" has characters in "a b" that no name holds',
        hint: 'write letters, digits and hyphens',
        file: 'fleet.yaml',
        line: 35,
        column: 34,
        related: [],
      }),
    ]);
  });

  test('labels and names have a greatest length', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: label }
spec: { zone: example.com, name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: name }
spec: { zone: example.com, name: aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa, type: A, value: 203.0.113.10 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message:
          '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com" has a label of 64 characters',
        hint: 'a label has at most 63',
        file: 'fleet.yaml',
        line: 10,
        column: 34,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message:
          '"aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa.example.com" has 261 characters',
        hint: 'a name has at most 253',
        file: 'fleet.yaml',
        line: 15,
        column: 34,
        related: [],
      }),
    ]);
  });

  test('hosts that are led to are judged too', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 mail_1.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: wild }
spec: { zone: example.com, name: '*.a', type: NS, value: ns.example.net. }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message: '"mail_1.example.net" has an underscore in "mail_1"',
        hint: 'a name that has or gives an address holds letters, digits and hyphens',
        file: 'fleet.yaml',
        line: 10,
        column: 56,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message: '"*.a.example.com" is a wildcard, and a wildcard cannot have NS records',
        hint: 'delegate each name by itself (RFC 4592)',
        file: 'fleet.yaml',
        line: 15,
        column: 34,
        related: [],
      }),
    ]);
  });

  test('so are domains and their name servers', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: zone }
spec: { name: exa_mple..com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: other }
spec: { name: example.com, nameservers: [ns1, ns_2.example.net] }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message: '"exa_mple..com" has an empty label',
        hint: 'write one dot between two labels',
        file: 'fleet.yaml',
        line: 5,
        column: 15,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message: '"ns1" is one label, and the name of a name server is absolute',
        hint: 'write ns1.example.com if that is meant',
        file: 'fleet.yaml',
        line: 10,
        column: 42,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.name-syntax',
        severity: 'error',
        message: '"ns_2.example.net" has an underscore in "ns_2"',
        hint: 'a name that has or gives an address holds letters, digits and hyphens',
        file: 'fleet.yaml',
        line: 10,
        column: 47,
        related: [],
      }),
    ]);
  });

  test('names of services, aliases, wildcards and ranges of addresses pass', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: range }
spec: { name: 0/25.113.0.203.in-addr.arpa }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: dmarc }
spec: { zone: example.com, name: _dmarc, type: TXT, value: v=DMARC1 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: dkim }
spec: { zone: example.com, name: a._domainkey, type: CNAME, value: _dkim.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: wild }
spec: { zone: example.com, name: '*', type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ad }
spec: { zone: example.com, name: gc._msdcs, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: range }
spec: { zone: range, name: '7', type: PTR, value: www.example.net. }
`);
    expect(diagnostics).toEqual([]);
  });
});
