import fc from 'fast-check';
import type { Placement } from '../../../src/model/placement.ts';
import { NO_RESOURCES } from '../../../src/model/resources.ts';
import type { Selector, Tags } from '../../../src/model/spec/definitions.ts';
import type { ComputeWords, FleetWords, ServiceWords } from '../../support/fleet.ts';
import { seatBreaches } from './hard-rules.ts';

/** A fleet, and what an earlier apply left in it. */
export interface Situation {
  readonly words: FleetWords;
  readonly before: readonly Placement[];
}

/** How large a fleet may be. */
export interface Extent {
  readonly computes: number;
  readonly services: number;
  readonly replicas: number;
  /** Of all services together. */
  readonly instances: number;
}

/** Small enough to be solved exactly. */
export const SMALL: Extent = { computes: 5, services: 6, replicas: 4, instances: 12 };

/** Too large for that. */
export const LARGE: Extent = { computes: 30, services: 40, replicas: 8, instances: 150 };

const gb = (max: number) => fc.integer({ min: 0, max }).map((count) => count * 1024);
const seldom = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });
const onDisk = (disk: string): Selector[] => [{ matchLabels: { disk } }];

const compute: fc.Arbitrary<ComputeWords> = fc.record({
  cores: fc.integer({ min: 2, max: 10 }),
  memory: fc.integer({ min: 1, max: 10 }).map((count) => count * 1024),
  gpu: fc.constantFrom(0, 0, 1, 2),
  tags: fc.constantFrom<Tags[]>({}, { disk: 'nvme' }, { disk: 'hdd' }),
  state: fc.constantFrom('active', 'active', 'active', 'active', 'maintenance'),
});

const serviceIn = (extent: Extent): fc.Arbitrary<ServiceWords> =>
  fc.record({
    cores: fc.integer({ min: 0, max: 4 }),
    memory: gb(4),
    gpu: fc.constantFrom(0, 0, 0, 1),
    replicas: fc.integer({ min: 1, max: extent.replicas }),
    priority: fc.constantFrom(0, 0, 1, 2),
    affinity: seldom(fc.constantFrom(onDisk('nvme'), onDisk('hdd'))),
    antiAffinity: seldom(fc.constantFrom(onDisk('nvme'), onDisk('hdd'))),
    spreadMax: seldom(fc.integer({ min: 1, max: 2 })),
    antiAffinityServices: seldom(fc.subarray(names('s', extent.services), { minLength: 1, maxLength: 2 })),
    buffer: seldom(fc.record({ cores: fc.integer({ min: 0, max: 3 }), memory: gb(2) })),
  });

/** Any fleet of an extent; half of the time everything recorded in it obeys every rule but that its compute be active. */
export function situationIn(extent: Extent): fc.Arbitrary<Situation> {
  const { computes, services, instances } = extent;
  return fc
    .record({
      computes: fc.array(compute, { minLength: 1, maxLength: computes, size: 'max' }),
      services: fc.array(serviceIn(extent), { minLength: 1, maxLength: services, size: 'max' }),
      homes: fc.array(fc.option(fc.integer({ min: 1, max: computes + 1 }), { freq: 2 }), {
        minLength: instances,
        maxLength: instances,
      }),
      orderly: fc.boolean(),
    })
    .map(({ homes, orderly, ...drawn }) => {
      const words = {
        computes: named('c', drawn.computes),
        services: named('s', trimmed(drawn.services, instances)),
      };
      return { words, before: recordsIn(words, homes, orderly) };
    });
}

function names(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, nth) => `${letter}${nth + 1}`);
}

function named<T>(letter: string, values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.map((value, nth) => [`${letter}${nth + 1}`, value]));
}

/** Takes services while their instances are few enough, and lets none avoid itself. */
function trimmed(services: readonly ServiceWords[], instances: number): ServiceWords[] {
  let left = instances;
  return services
    .filter(({ replicas = 1 }) => (left -= replicas) >= 0)
    .map(({ antiAffinityServices: avoided, ...rest }, nth) => ({
      ...rest,
      antiAffinityServices: avoided?.filter((other) => other !== `s${nth + 1}`),
    }));
}

/**
 * Records that stand together as far as they stand alone: who has to leave an overcrowded compute is not for an
 * exact program to say. Unless all is orderly, some are where they could not be even alone.
 */
function recordsIn(words: FleetWords, homes: readonly (number | null)[], orderly: boolean): Placement[] {
  const before: Placement[] = [];
  const able: Placement[] = [];
  let next = 0;
  for (const [service, { replicas = 1 }] of Object.entries(words.services ?? {})) {
    for (let instance = 1; instance <= replicas; instance++) {
      const home = homes[next++];
      if (home === null || home === undefined) continue;
      const record = { service, instance, compute: `c${home}`, granted: NO_RESOURCES };
      if (obeys(words, [...able, record])) able.push(record);
      else if (orderly || obeys(words, [record])) continue;
      before.push(record);
    }
  }
  return before;
}

/** Tells whether only the state of computes, which may have changed since, stands against placements. */
function obeys({ computes, services }: FleetWords, seats: readonly Placement[]): boolean {
  const awake: FleetWords['computes'] = Object.fromEntries(
    Object.entries(computes).map(([name, words]) => [name, { ...words, state: 'active' as const }]),
  );
  return seatBreaches({ computes: awake, services }, seats).length === 0;
}
