import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holders } from '../../../src/model/ip/holders.ts';
import type { IpNetwork } from '../../../src/model/ip/ip-network.ts';
import { networkText, parseNetwork } from '../../../src/model/ip/ip-network.ts';
import { rangesOverlap } from '../../../src/model/ip/ip-range.ts';

/** Every pair that the sweep finds, each looked at in its turn. */
function swept<T>(
  all: readonly T[],
  networkOf: (one: T) => IpNetwork,
): (readonly [inner: T, ...outer: T[]])[] {
  const found: (readonly [T, ...T[]])[] = [];
  for (const [inner, holding] of holders(all, networkOf)) found.push([inner, ...holding]);
  return found;
}

const anyNetwork = fc.oneof(
  fc.tuple(fc.nat(7), fc.integer({ min: 26, max: 32 })).map(([at, prefix]) => `10.0.0.${at * 32}/${prefix}`),
  fc.tuple(fc.nat(7), fc.integer({ min: 122, max: 128 })).map(([at, prefix]) => `fd00::${at * 8}/${prefix}`),
);

test('pairs every network with those that hold it, and no two that overlap are missed', () => {
  fc.assert(
    fc.property(fc.array(anyNetwork, { maxLength: 12 }), (texts) => {
      const all = texts.flatMap((text, nth) => {
        const network = parseNetwork(text)?.network;
        return network ? [{ nth, network }] : [];
      });
      const pairs = swept(all, ({ network }) => network).flatMap(([inner, ...outer]) =>
        outer.map(({ nth }) => [inner.nth, nth].sort((x, y) => x - y).join()),
      );
      const compared = all.flatMap((a) =>
        all.flatMap((b) =>
          a.nth < b.nth && rangesOverlap(a.network, b.network) ? [`${a.nth},${b.nth}`] : [],
        ),
      );
      expect(pairs.sort()).toEqual(compared.sort());
    }),
    { numRuns: 500 },
  );
});

test('lists the narrowest first', () => {
  const networks = ['10.0.0.0/8', '10.1.0.0/16', '10.1.1.0/24', '10.2.0.0/16'].flatMap((text): IpNetwork[] =>
    [parseNetwork(text)?.network ?? []].flat(),
  );
  const found = swept(networks, (network) => network);
  expect(found.map((chain) => chain.map(networkText).join(' in '))).toEqual([
    '10.1.0.0/16 in 10.0.0.0/8',
    '10.1.1.0/24 in 10.1.0.0/16 in 10.0.0.0/8',
    '10.2.0.0/16 in 10.0.0.0/8',
  ]);
});
