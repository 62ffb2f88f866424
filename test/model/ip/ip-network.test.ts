import { BlockList } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseIp } from '../../../src/model/ip/ip-address.ts';
import { inNetwork, networkText, parseNetwork } from '../../../src/model/ip/ip-network.ts';
import { ipText } from '../../../src/model/ip/ip-text.ts';
import { anyV4, anyV6 } from './any-ip.ts';

const both = [
  { family: 4, name: 'ipv4', any: anyV4, bits: 32 },
  { family: 6, name: 'ipv6', any: anyV6, bits: 128 },
] as const;

describe.each(both)('a network of IPv$family', ({ family, name, any, bits }) => {
  test('holds the addresses that node:net finds in it', () => {
    fc.assert(
      fc.property(
        any,
        any,
        fc.integer({ min: 1, max: bits }),
        fc.nat(bits),
        (inside, other, prefix, near) => {
          const network = parseNetwork(`${inside}/${prefix}`)?.network;
          const ip = parseIp(other);
          const home = parseIp(inside);
          if (!network || !ip || !home) throw new Error('a strict literal is not read');
          const nearby = { family, value: home.value ^ ((1n << BigInt(near)) >> 1n) };
          const list = new BlockList();
          list.addSubnet(inside, prefix, name);
          for (const each of [ip, home, nearby]) {
            expect([ipText(each), inNetwork(each, network)]).toEqual([
              ipText(each),
              list.check(ipText(each), name),
            ]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('begins where its host bits are 0, ends where they are 1, and says when others were written', () => {
    fc.assert(
      fc.property(any, fc.nat(bits), (text, prefix) => {
        const value = parseIp(text)?.value ?? -1n;
        const binary = value.toString(2).padStart(bits, '0');
        const first = BigInt(`0b${binary.slice(0, prefix).padEnd(bits, '0')}`);
        const last = BigInt(`0b${binary.slice(0, prefix).padEnd(bits, '1')}`);
        const network = { family, first, last, prefix };
        expect(parseNetwork(`${text}/${prefix}`)).toEqual({ network, hostBits: first !== value });
        expect(parseNetwork(networkText(network))).toEqual({ network, hostBits: false });
      }),
    );
  });
});

describe('CIDR notation', () => {
  test('an address alone is a network of one', () => {
    expect(parseNetwork('10.0.0.5')).toEqual(parseNetwork('10.0.0.5/32'));
    expect(parseNetwork('2001:db8::5')).toEqual(parseNetwork('2001:db8::5/128'));
  });

  test('a network of the other family holds nothing, be the numbers alike', () => {
    const network = parseNetwork('::a00:0/104')?.network;
    expect(network && inNetwork({ family: 4, value: network.first }, network)).toBe(false);
  });

  test.each([
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/08',
    '10.0.0.0/8/8',
    '10.0.0.0/+8',
    '10.0.0.0/ 8',
    '::/129',
    '/8',
    '10.0/8',
  ])('%s is none', (text) => {
    expect(parseNetwork(text)).toBeNull();
  });
});
