import { describe, expect, test } from '@jest/globals';
import {
  closeComputes,
  eligibilitiesOf,
  leavesEveryValue,
} from '../../../src/pipeline/place/close-computes.ts';
import { compile } from '../../../src/pipeline/place/compile.ts';
import type { Fleet } from '../../../src/pipeline/place/fleet.ts';
import { placeOn } from '../../../src/pipeline/place/place.ts';
import { fleet } from '../../support/fleet.ts';
import { POLICY, seats } from './policy.ts';

const [A, B, C] = [0, 1, 2];

function small(): Fleet {
  const tagged = { cores: 4, tags: { disk: 'nvme' } };
  return compile(
    fleet({
      computes: {
        a: { ...tagged, region: 'fsn1' },
        b: { cores: 4, region: 'fsn1' },
        c: { ...tagged, region: 'hel1' },
      },
      services: {
        any: { cores: 1 },
        fast: { cores: 1, affinity: [{ matchLabels: { disk: 'nvme' } }] },
        idle: { cores: 1, replicas: 0, affinity: [{ matchLabels: { disk: 'none' } }] },
        wide: { cores: 1, replicas: 2, topologyKey: 'stowage/region' },
      },
    }),
    POLICY,
  );
}

describe('closed computes', () => {
  test('take nobody until they are opened again', () => {
    const compiled = small();
    const open = seats(placeOn(compiled, []));
    const reopen = closeComputes(compiled, eligibilitiesOf(compiled), [A]);
    const closed = seats(placeOn(compiled, []));
    expect(closed).toHaveLength(4);
    expect(closed.filter((seat) => seat.endsWith('@a'))).toEqual([]);
    reopen();
    expect(seats(placeOn(compiled, []))).toEqual(open);
  });

  test('and everything is as it was then, to the last figure', () => {
    const compiled = small();
    const eligibilities = eligibilitiesOf(compiled);
    const before = structuredClone({ eligibilities, capacity: compiled.capacity });
    closeComputes(compiled, eligibilities, [C, A])();
    expect({ eligibilities, capacity: compiled.capacity }).toEqual(before);
    expect([...compiled.sites.active]).toEqual([1, 1, 1]);
  });
});

test('eligibilities are those of services with instances, each once', () => {
  expect(eligibilitiesOf(small()).map(({ count }) => count)).toEqual([3, 2, 3]);
});

describe('every value of a topology key keeps a compute', () => {
  test.each([
    ['when a region loses one of two', [A], true],
    ['not when a region loses its only one', [C], false],
    ['not when it loses both', [A, B], false],
  ])('%s', (_, computes, expected) => {
    expect(leavesEveryValue(eligibilitiesOf(small()), computes)).toBe(expected);
  });
});
