import fc from 'fast-check';
import type { Selector, Tags } from '../../../src/model/spec/definitions.ts';
import type { ComputeWords, FleetWords, ServiceWords } from '../../support/fleet.ts';

const COMPUTES = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const SERVICES = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'];
const REGIONS = ['fsn1', 'nbg1', 'hel1'];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const selector = fc.constantFrom<Selector[]>(
  { matchLabels: { disk: 'nvme' } },
  { matchLabels: { 'stowage/region': 'fsn1' } },
  { matchExpressions: [{ key: 'disk', operator: 'Exists' }] },
  { matchExpressions: [{ key: 'disk', operator: 'NotIn', values: ['hdd'] }] },
  { matchExpressions: [{ key: 'stowage/name', operator: 'In', values: ['c1', 'c2', 'c3'] }] },
);
const halves = (max: number) => fc.integer({ min: 0, max: max * 2 }).map((count) => count / 2);

const compute: fc.Arbitrary<ComputeWords> = fc.record({
  cores: halves(12),
  memory: fc.integer({ min: 0, max: 16 }).map((gb) => gb * 1024),
  nvme: fc.constantFrom(0, 100, 500),
  gpu: fc.constantFrom(0, 0, 2),
  reserved: maybe(fc.record({ cores: halves(1), memory: fc.integer({ min: 0, max: 1024 }) })),
  region: fc.constantFrom(...REGIONS),
  state: fc.constantFrom('active', 'active', 'active', 'maintenance', 'inactive'),
  tags: fc.constantFrom<Tags[]>({}, { disk: 'nvme' }, { disk: 'hdd' }),
});

const service: fc.Arbitrary<ServiceWords> = fc
  .record({
    cores: halves(4),
    memory: fc.integer({ min: 0, max: 4096 }),
    nvme: fc.constantFrom(0, 0, 60),
    gpu: fc.constantFrom(0, 0, 0, 1),
    more: fc.record({ cores: halves(4), memory: fc.integer({ min: 0, max: 4096 }) }),
    replicas: fc.integer({ min: 0, max: 5 }),
    priority: fc.integer({ min: -1, max: 2 }),
    state: fc.constantFrom('active', 'active', 'active', 'inactive'),
    affinity: maybe(fc.array(selector, { minLength: 1, maxLength: 2 })),
    antiAffinity: maybe(fc.array(selector, { minLength: 1, maxLength: 1 })),
    spreadMax: maybe(fc.integer({ min: 1, max: 2 })),
    topologyKey: maybe(fc.constantFrom('stowage/region', 'disk', 'stowage/name')),
    antiAffinityServices: maybe(fc.subarray(SERVICES, { maxLength: 2 })),
    buffer: maybe(fc.record({ cores: halves(2), nvme: fc.constantFrom(0, 50) })),
  })
  .map(({ more, ...words }) => ({
    ...words,
    max: { cores: words.cores + more.cores, memory: words.memory + more.memory },
  }));

const named = <T>(names: readonly string[], value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1 }).map((words) => ({ ...words }));

/** Any small fleet, with rules of every kind. */
export const words: fc.Arbitrary<FleetWords> = fc.record({
  computes: named(COMPUTES, compute),
  services: named(SERVICES, service).map((services) =>
    Object.fromEntries(
      Object.entries(services).map(([name, { antiAffinityServices: avoided, ...rest }]) => [
        name,
        { ...rest, antiAffinityServices: avoided?.filter((other) => other !== name) },
      ]),
    ),
  ),
  pins: fc.uniqueArray(
    fc.record({
      service: fc.constantFrom(...SERVICES),
      compute: fc.constantFrom(...COMPUTES),
      quantity: fc.integer({ min: 1, max: 2 }),
      allocated: maybe(fc.record({ cores: halves(6) })),
    }),
    { maxLength: 3, selector: ({ service, compute }) => `${service} ${compute}` },
  ),
});

/** What an earlier apply may have left in it. */
export const recorded = fc.array(
  fc.record({
    service: fc.constantFrom(...SERVICES),
    instance: fc.integer({ min: 1, max: 6 }),
    compute: fc.constantFrom(...COMPUTES, 'gone'),
    granted: fc.constant({ cores: 0, memory: 0, vram: 0, nvme: 0, gpu: 0 }),
  }),
  { maxLength: 25 },
);

/** A service of one instance that asks little. */
export const newcomer: fc.Arbitrary<ServiceWords> = fc.record({
  cores: halves(2),
  memory: fc.integer({ min: 0, max: 1024 }),
  priority: fc.integer({ min: -1, max: 2 }),
  affinity: maybe(fc.array(selector, { minLength: 1, maxLength: 1 })),
  antiAffinityServices: maybe(fc.subarray(SERVICES, { maxLength: 2 })),
  buffer: maybe(fc.record({ cores: halves(1) })),
});
