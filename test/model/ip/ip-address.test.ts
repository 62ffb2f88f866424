import { isIP, SocketAddress } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseIp } from '../../../src/model/ip/ip-address.ts';
import { ipText } from '../../../src/model/ip/ip-text.ts';
import { anyGroups, anyV4, anyV6 } from './any-ip.ts';

describe('an address is read as a number', () => {
  test('an IPv4 address counts its parts in base 256', () => {
    fc.assert(
      fc.property(anyV4, (text) => {
        const bits = text.split('.').map((part) => Number(part).toString(2).padStart(8, '0'));
        expect(parseIp(text)).toEqual({ family: 4, value: BigInt(`0b${bits.join('')}`) });
      }),
    );
  });

  test('an IPv6 address is its eight groups of 16 bits', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const value = groups.reduce((sum, each) => (sum << 16n) | BigInt(each), 0n);
        expect(parseIp(groups.map((each) => each.toString(16)).join(':'))).toEqual({ family: 6, value });
      }),
    );
  });

  test('whatever is read, node:net takes for an address of the same family', () => {
    const nearly = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789abcdefF:.%/ x') }),
      fc
        .tuple(fc.oneof(anyV4, anyV6), fc.constantFrom('', '%1', '.', ':', '/8', ' '))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(nearly, (text) => {
        const family = /[%]|:.*\./.test(text) ? 0 : isIP(text);
        expect(parseIp(text)?.family ?? 0).toBe(family);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['leading zeros', '010.0.0.1'],
    ['a part above 255', '10.0.0.256'],
    ['three parts', '10.0.1'],
    ['one number', '167772161'],
    ['hexadecimal parts', '0x0a.0.0.1'],
    ['a zone id', 'fe80::1%eth0'],
    ['IPv4 in IPv6', '::ffff:203.0.113.10'],
    ['IPv4 in IPv6, in hexadecimal', '::ffff:cb00:710a'],
    ['decimal parts in IPv6', '64:ff9b::203.0.113.10'],
    ['brackets', '[2001:db8::1]'],
    ['a prefix', '10.0.0.1/32'],
    ['spaces', ' 10.0.0.1'],
    ['nothing', ''],
  ])('%s is no strict literal: %s', (_, text) => {
    expect(parseIp(text)).toBeNull();
  });
});

describe('an address has one text', () => {
  test('it is what node writes, in both families', () => {
    fc.assert(
      fc.property(fc.oneof(anyV4, anyV6), (text) => {
        const ip = parseIp(text);
        const family = isIP(text) === 4 ? 'ipv4' : 'ipv6';
        expect(ip && ipText(ip)).toBe(new SocketAddress({ address: text, family }).address);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['0:0:0:0:0:0:0:0', '::'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['1:0:0:0:0:0:0:0', '1::'],
  ])('%s is %s', (text, canonical) => {
    const ip = parseIp(text);
    expect(ip && ipText(ip)).toBe(canonical);
  });
});
