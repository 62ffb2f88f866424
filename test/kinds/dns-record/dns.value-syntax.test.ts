import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('dns.value-syntax: a value has the form of its type', () => {
  test('every type is read strictly', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a }
spec: { zone: example.com, name: a, type: A, value: 203.0.113.010 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx }
spec: { zone: example.com, name: b, type: MX, value: [mail.example.net., 70000 mail.example.net.] }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: srv }
spec: { zone: example.com, name: _sip._tcp, type: SRV, value: 10 5 sip.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: caa }
spec: { zone: example.com, name: c, type: CAA, value: '0 issue "a" "b"' }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: txt }
spec: { zone: example.com, name: d, type: TXT, value: '"open' }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: lines }
spec: { zone: example.com, name: e, type: TXT, value: "one\\n" }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: f, type: CNAME, value: two names }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.value-syntax',
        severity: 'error',
        message: '"203.0.113.010" has a part with a leading zero, which some programs read as octal',
        hint: 'write 203.0.113.10 if decimal is meant',
        file: 'fleet.yaml',
        line: 10,
        column: 53,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.value-syntax',
        severity: 'error',
        message: '"mail.example.net." is no value of an MX, which is: preference name',
        hint: 'write it like 10 host.example.com., each number 0 to 65535',
        file: 'fleet.yaml',
        line: 15,
        column: 55,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.value-syntax',
        severity: 'error',
        message: '"70000 mail.example.net." is no value of an MX, which is: preference name',
        hint: 'write it like 10 host.example.com., each number 0 to 65535',
        file: 'fleet.yaml',
        line: 15,
        column: 74,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.value-syntax',
        severity: 'error',
        message: '"10 5 sip.example.net." is no value of an SRV, which is: priority weight port name',
        hint: 'write it like 10 10 10 host.example.com., each number 0 to 65535',
        file: 'fleet.yaml',
        line: 20,
        column: 63,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.value-syntax',
        severity: 'error',
        message: '"0 issue "a" "b"" is no value of a CAA, which is: flags tag "value"',
        hint: 'write it like 0 issue "letsencrypt.org"',
        file: 'fleet.yaml',
        line: 25,
        column: 55,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.value-syntax',
        severity: 'error',
        message: 'the text has a quote that does not close, or an escape that is none',
        hint: 'write it without quotes, or as "…" "…" with \\" for a quote and \\\\ for a backslash',
        file: 'fleet.yaml',
        line: 30,
        column: 55,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.value-syntax',
        severity: 'error',
        message: 'the value has a line break',
        hint: 'write it on one line, or in a YAML block that ends in >-',
        file: 'fleet.yaml',
        line: 35,
        column: 55,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.value-syntax',
        severity: 'error',
        message: '"two names" is no value of a CNAME, which is: name',
        hint: 'write it like host.example.com.',
        file: 'fleet.yaml',
        line: 40,
        column: 57,
        related: [],
      }),
    ]);
  });

  test('a name whose value cannot be read is there all the same', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop }
spec: { zone: example.com, name: shop, type: CNAME, value: www }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 www }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.value-syntax',
        severity: 'error',
        message: '"203.0.113" is neither an IPv4 nor an IPv6 address',
        hint: 'write it like 203.0.113.10 or 2001:db8::10',
        file: 'fleet.yaml',
        line: 10,
        column: 55,
        related: [],
      }),
    ]);
  });

  test('texts, quoted or not, and values that mean none pass', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: txt }
spec: { zone: example.com, name: d, type: TXT, value: [v=spf1 -all, 'a "b" c', '"one" "t\\"wo" "\\255"'] }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx }
spec: { zone: example.com, name: m, type: MX, value: 0 . }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: caa }
spec: { zone: example.com, name: c, type: CAA, value: [0 issue ca.example, 128 iodef "mailto:x@example.com"] }
`);
    expect(diagnostics).toEqual([]);
  });
});
