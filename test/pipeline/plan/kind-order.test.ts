import { describe, expect, test } from '@jest/globals';
import { SCHEMA_FACTS } from '../../../src/model/spec/schema-facts.ts';
import type { KindName } from '../../../src/model/spec/spec-of.ts';
import { KIND_ORDER } from '../../../src/pipeline/plan/kind-order.ts';

const KINDS = Object.keys(SCHEMA_FACTS) as KindName[];
const PAIRS = KINDS.flatMap((kind) =>
  SCHEMA_FACTS[kind].references
    .filter(({ symmetric }) => !symmetric)
    .flatMap(({ kinds }) => kinds.map((target): [KindName, KindName] => [kind, target])),
);

describe('the order of kinds', () => {
  test('ranks every kind, each by itself', () => {
    expect([...KIND_ORDER.keys()].sort()).toEqual([...KINDS].sort());
    expect(new Set(KIND_ORDER.values()).size).toBe(KINDS.length);
  });

  test.each(PAIRS)('%s comes after %s, which it refers to', (kind, target) => {
    expect(KIND_ORDER.get(kind)).toBeGreaterThan(KIND_ORDER.get(target) ?? Infinity);
  });

  test('sees the references there are', () => {
    expect(PAIRS).toEqual(
      expect.arrayContaining([
        ['PortAssignment', 'IPAddress'],
        ['Assignment', 'Service'],
        ['Host', 'ComputeProfile'],
      ]),
    );
  });
});
