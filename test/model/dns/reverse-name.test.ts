import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressOfReverse, isReverse, reverseName } from '../../../src/model/dns/reverse-name.ts';
import { parseIp } from '../../../src/model/ip/ip-address.ts';
import { ipText } from '../../../src/model/ip/ip-text.ts';

describe('the reverse name of an address', () => {
  test.each([
    ['203.0.113.7', '7.113.0.203.in-addr.arpa'],
    ['2001:db8::1', '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa'],
  ])('of %s is %s', (address, name) => {
    const ip = parseIp(address);
    expect(ip && reverseName(ip)).toBe(name);
  });

  test('leads back to the address, for every address', () => {
    const address = fc.oneof(
      fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((value) => ({ family: 4 as const, value })),
      fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map((value) => ({ family: 6 as const, value })),
    );
    fc.assert(fc.property(address, (ip) => expect(addressOfReverse(reverseName(ip))).toEqual(ip)));
  });

  test('a range of RFC 2317 stands between the last part and the others', () => {
    const ip = addressOfReverse('7.0/25.113.0.203.in-addr.arpa');
    expect(ip && ipText(ip)).toBe('203.0.113.7');
  });

  test.each([
    '113.0.203.in-addr.arpa',
    '07.113.0.203.in-addr.arpa',
    '256.113.0.203.in-addr.arpa',
    '1.7.113.0.203.in-addr.arpa',
    'g.0.ip6.arpa',
    'in-addr.arpa',
    'www.example.com',
  ])('%s is that of no address', (name) => expect(addressOfReverse(name)).toBeNull());

  test('only names below the two trees are reverse', () => {
    expect(['in-addr.arpa', '1.ip6.arpa', 'ip6.arpa.example.com', 'myin-addr.arpa'].map(isReverse)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
