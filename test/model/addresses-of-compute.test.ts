import { expect, test } from '@jest/globals';
import { addressesOfCompute } from '../../src/model/addresses-of-compute.ts';
import { addressed, machine, manifest } from '../support/firewall.ts';
import { graphOf } from '../support/planned.ts';

test('a compute has its addresses, networks that are routed to it, and wherever a pool will put it', () => {
  const graph = graphOf(
    [
      machine('web-01'),
      ...addressed('web-01', '49.12.8.10'),
      manifest('IPAddress', 'v6', { address: '2a01:4f8::1', type: 'public', cidr: '2a01:4f8::/64' }),
      manifest('IPAssignment', 'v6', { compute: 'web-01', ip: 'v6', primary: true }),
      manifest('IPPool', 'inner', { cidr: '10.0.0.0/24' }),
      manifest('IPAssignment', 'inner', { compute: 'web-01', pool: 'inner' }),
    ].join('\n---\n'),
  );
  const known = addressesOfCompute('web-01', graph).map(({ range: { family, first, last }, type }) => [
    family,
    last - first + 1n,
    type,
  ]);
  expect(known).toEqual([
    [4, 1n, 'public'],
    [6, 1n << 64n, 'public'],
    [4, 256n, 'private'],
  ]);
  expect(addressesOfCompute('nobody', graph)).toEqual([]);
});
