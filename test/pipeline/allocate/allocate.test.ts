import { describe, expect, test } from '@jest/globals';
import type { RecordedObject } from '../../../src/model/recorded-object.ts';
import { allocate } from '../../../src/pipeline/allocate/allocate.ts';
import { compute, fleetOf, ipAddress, ipAssignment, ipPool } from '../../support/addresses.ts';
import { graphOf } from '../../support/planned.ts';

const POOL = ipPool('pool', {
  cidr: '10.20.0.0/24',
  gateway: '10.20.0.1',
  exclude: ['10.20.0.3', '10.20.0.8/29'],
});
const wanting = (name: string, pool = 'pool'): string => ipAssignment(name, { compute: 'web', pool });

function recordedWith(addresses: Readonly<Record<string, unknown>>): RecordedObject[] {
  return Object.entries(addresses).map(([key, address]) => ({
    kind: 'IPAssignment',
    key,
    metadata: { name: key, protect: false },
    spec: {},
    status: { address },
  }));
}

/** Who gets which address, as `name address`. */
function given(manifests: readonly string[], recorded: Readonly<Record<string, unknown>> = {}): string[] {
  const graph = graphOf(fleetOf(compute('web'), ...manifests));
  const allocation = allocate(graph, recordedWith(recorded));
  return [...allocation].map(([name, { address = 'nothing' }]) => `${name.split('/')[1]} ${address}`).sort();
}

describe('a pool gives its addresses', () => {
  test('the lowest first, in the order of names, whatever the order of manifests', () => {
    const names = ['b', 'a', 'd', 'c', 'e', 'f'];
    const expected = [
      'a 10.20.0.2',
      'b 10.20.0.4',
      'c 10.20.0.5',
      'd 10.20.0.6',
      'e 10.20.0.7',
      'f 10.20.0.16',
    ];
    expect(given([POOL, ...names.map((name) => wanting(name))])).toEqual(expected);
    expect(given([...names.reverse().map((name) => wanting(name)), POOL])).toEqual(expected);
  });

  test('in IPv6 from the first a machine may have, however large the network', () => {
    const six = ipPool('six', { cidr: 'fd00::/64', gateway: 'fd00::1' });
    expect(given([six, wanting('a', 'six'), wanting('b', 'six')])).toEqual(['a fd00::2', 'b fd00::3']);
  });

  test('but none that an IPAddress declares, however it is spelt', () => {
    const six = ipPool('six', { cidr: 'fd00::/64' });
    const manifests = [
      POOL,
      six,
      ipAddress('one', { address: '10.20.0.2' }),
      ipAddress('two', { address: 'FD00:0::1' }),
    ];
    expect(given([...manifests, wanting('a'), wanting('b', 'six')])).toEqual(['a 10.20.0.4', 'b fd00::2']);
  });

  test('to the last one, and then nothing', () => {
    const tiny = ipPool('tiny', { cidr: '10.30.0.0/31' });
    expect(given([tiny, wanting('a', 'tiny'), wanting('b', 'tiny')])).toEqual(['a 10.30.0.0', 'b 10.30.0.1']);
  });

  test('and an IPAssignment that names an address takes none', () => {
    const named = ipAssignment('named', { compute: 'web', ip: 'one' });
    expect(given([POOL, ipAddress('one', { address: '10.20.0.9' }), named], { named: '10.20.0.2' })).toEqual([
      'named nothing',
    ]);
  });
});

describe('what was recorded stays', () => {
  const three = [POOL, wanting('a'), wanting('b'), wanting('c')];

  test('though a lower one is free, and though others come before', () => {
    expect(given(three, { b: '10.20.0.100', c: '10.20.0.2' })).toEqual([
      'a 10.20.0.4',
      'b 10.20.0.100',
      'c 10.20.0.2',
    ]);
  });

  test('and what somebody left is given again', () => {
    expect(given([POOL, wanting('b')], { a: '10.20.0.2', b: '10.20.0.4' })).toEqual(['b 10.20.0.4']);
    expect(given([POOL, wanting('b'), wanting('c')], { a: '10.20.0.2', b: '10.20.0.4' })).toEqual([
      'b 10.20.0.4',
      'c 10.20.0.2',
    ]);
  });

  test.each([
    ['out of the pool', '10.21.0.7'],
    ['of another family', 'fd00::7'],
    ['the network address', '10.20.0.0'],
    ['the broadcast address', '10.20.0.255'],
    ['the gateway', '10.20.0.1'],
    ['excluded', '10.20.0.9'],
    ['no address', '10.20.0.07'],
    ['no text', 7],
  ])('unless it is %s', (_, address) => {
    expect(given([POOL, wanting('a')], { a: address })).toEqual(['a 10.20.0.2']);
  });

  test('unless an IPAddress declares it by now', () => {
    const declared = ipAddress('one', { address: '10.20.0.5' });
    expect(given([POOL, declared, wanting('a')], { a: '10.20.0.5' })).toEqual(['a 10.20.0.2']);
  });

  test('with the first by name, of two that have one', () => {
    expect(given(three, { b: '10.20.0.50', c: '10.20.0.50' })).toEqual([
      'a 10.20.0.2',
      'b 10.20.0.50',
      'c 10.20.0.4',
    ]);
  });

  test('through another pool, where that has it to give', () => {
    const renamed = ipPool('renamed', { cidr: '10.20.0.0/24' });
    expect(given([renamed, wanting('a', 'renamed')], { a: '10.20.0.50' })).toEqual(['a 10.20.0.50']);
  });
});
