import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedObject } from '../../../src/model/recorded-object.ts';
import { allocate } from '../../../src/pipeline/allocate/allocate.ts';
import { compute, fleetOf, ipAddress, ipAssignment, ipPool } from '../../support/addresses.ts';
import { graphOf } from '../../support/planned.ts';

/** A pool of 10.0.0.0/27, written by the last part of its addresses, and who had which. */
const anyFleet = fc.record({
  gateway: fc.integer({ min: 1, max: 30 }),
  exclude: fc.uniqueArray(fc.nat(31), { maxLength: 4 }),
  declared: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }),
  names: fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop'), { minLength: 1, maxLength: 12 }),
  recorded: fc.dictionary(fc.constantFrom(...'abcdefghijklmnop'), fc.nat(40), { maxKeys: 10 }),
});

interface Fleet {
  readonly gateway: number;
  readonly exclude: readonly number[];
  readonly declared: readonly number[];
  readonly names: readonly string[];
  readonly recorded: Readonly<Record<string, number>>;
}

const at = (last: number): string => `10.0.0.${last}`;

/** The rule in words of its own: a list of what is left, searched from the front. */
function expectedOf({ gateway, exclude, declared, names, recorded }: Fleet): Map<string, number> {
  const gone = new Set([0, 31, gateway, ...exclude, ...declared]);
  const left = Array.from({ length: 32 }, (_, last) => last).filter((last) => !gone.has(last));
  const expected = new Map<string, number>();
  const take = (name: string, last: number | undefined): void => {
    if (last === undefined || !left.includes(last)) return;
    left.splice(left.indexOf(last), 1);
    expected.set(name, last);
  };
  const sorted = [...names].sort();
  for (const name of sorted) take(name, recorded[name]);
  for (const name of sorted) if (!expected.has(name)) take(name, left[0]);
  return expected;
}

function allocated({ gateway, exclude, declared, names }: Fleet, recorded: Readonly<Record<string, number>>) {
  const graph = graphOf(
    fleetOf(
      compute('web'),
      ipPool('pool', { cidr: '10.0.0.0/27', gateway: at(gateway), exclude: exclude.map(at) }),
      ...declared.map((last) => ipAddress(`ip-${last}`, { address: at(last) })),
      ...names.map((name) => ipAssignment(name, { compute: 'web', pool: 'pool' })),
    ),
  );
  const objects = Object.entries(recorded).map(([key, last]): RecordedObject => {
    const metadata = { name: key, protect: false };
    return { kind: 'IPAssignment', key, metadata, spec: {}, status: { address: at(last) } };
  });
  return new Map(
    [...allocate(graph, objects)].flatMap(([name, { address }]) =>
      address === undefined ? [] : [[name.split('/')[1] ?? '', Number(address.split('.')[3])] as const],
    ),
  );
}

describe('whatever the fleet and what was recorded', () => {
  test('each gets the recorded address or the lowest left, and a second time the same', () => {
    fc.assert(
      fc.property(anyFleet, (fleet) => {
        const first = allocated(fleet, fleet.recorded);
        expect(new Map([...first].sort())).toEqual(new Map([...expectedOf(fleet)].sort()));
        expect(allocated(fleet, Object.fromEntries(first))).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });
});
