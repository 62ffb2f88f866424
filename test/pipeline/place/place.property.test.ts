import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlacementOutcome } from '../../../src/model/placement.ts';
import { RESOURCES } from '../../../src/model/resources.ts';
import type { Selector, Tags } from '../../../src/model/spec/common.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import type { ComputeWords, FleetWords, ServiceWords } from '../../support/fleet.ts';
import { fleet, graphOf, manifestsOf } from '../../support/fleet.ts';
import { brokenRules } from './hard-rules.ts';
import { POLICY } from './policy.ts';

const RUNS = { numRuns: 200 };
const COMPUTES = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const SERVICES = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'];
const REGIONS = ['fsn1', 'nbg1', 'hel1'];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const selector = fc.constantFrom<Selector[]>(
  { matchLabels: { disk: 'nvme' } },
  { matchLabels: { 'stowage/region': 'fsn1' } },
  { matchExpressions: [{ key: 'disk', operator: 'Exists' }] },
);
const halves = (max: number) => fc.integer({ min: 0, max: max * 2 }).map((count) => count / 2);

const compute: fc.Arbitrary<ComputeWords> = fc.record({
  cores: halves(12),
  memory: fc.integer({ min: 0, max: 16 }).map((gb) => gb * 1024),
  gpu: fc.constantFrom(0, 0, 2),
  region: fc.constantFrom(...REGIONS),
  state: fc.constantFrom('active', 'active', 'active', 'maintenance', 'inactive'),
  tags: fc.constantFrom<Tags[]>({}, { disk: 'nvme' }, { disk: 'hdd' }),
});

const service: fc.Arbitrary<ServiceWords> = fc
  .record({
    cores: halves(4),
    memory: fc.integer({ min: 0, max: 4096 }),
    gpu: fc.constantFrom(0, 0, 0, 1),
    more: fc.record({ cores: halves(4), memory: fc.integer({ min: 0, max: 4096 }) }),
    replicas: fc.integer({ min: 0, max: 5 }),
    priority: fc.integer({ min: 0, max: 2 }),
    state: fc.constantFrom('active', 'active', 'active', 'inactive'),
    affinity: maybe(fc.array(selector, { minLength: 1, maxLength: 2 })),
    antiAffinity: maybe(fc.array(selector, { minLength: 1, maxLength: 1 })),
    spreadMax: maybe(fc.integer({ min: 1, max: 2 })),
    topologyKey: maybe(fc.constantFrom('stowage/region', 'disk', 'stowage/name')),
    antiAffinityServices: maybe(fc.subarray(SERVICES, { maxLength: 2 })),
    buffer: maybe(fc.record({ cores: halves(2) })),
  })
  .map(({ more, ...words }) => ({
    ...words,
    max: { cores: words.cores + more.cores, memory: words.memory + more.memory },
  }));

const named = <T>(names: readonly string[], value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1 }).map((words) => ({ ...words }));

const words: fc.Arbitrary<FleetWords> = fc.record({
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

const recorded = fc.array(
  fc.record({
    service: fc.constantFrom(...SERVICES),
    instance: fc.integer({ min: 1, max: 6 }),
    compute: fc.constantFrom(...COMPUTES, 'gone'),
    granted: fc.constant({ cores: 0, memory: 0, vram: 0, nvme: 0, gpu: 0 }),
  }),
  { maxLength: 25 },
);

describe('whatever the fleet', () => {
  test('no hard rule is broken, and every replica is accounted for once', () => {
    fc.assert(
      fc.property(words, recorded, (fleetWords, before) => {
        const { placements, unplaced } = place(fleet(fleetWords), before, POLICY);
        expect(brokenRules(fleetWords, placements)).toEqual([]);
        const all = [...placements, ...unplaced].map(({ service, instance }) => `${service}/${instance}`);
        expect(new Set(all).size).toBe(all.length);
        for (const [name, { replicas = 1, state }] of Object.entries(fleetWords.services ?? {})) {
          const count = all.filter((one) => one.startsWith(`${name}/`)).length;
          expect(count).toBe(state === 'inactive' ? 0 : replicas);
        }
      }),
      RUNS,
    );
  });

  test('what is unplaced would break a rule on any compute', () => {
    fc.assert(
      fc.property(words, recorded, (fleetWords, before) => {
        const { placements, unplaced } = place(fleet(fleetWords), before, POLICY);
        for (const { service, instance, rejected } of unplaced) {
          expect(rejected.map(({ compute }) => compute)).toEqual(Object.keys(fleetWords.computes).sort());
          // A pinned instance may be kept out by what is allocated to it.
          if (fleetWords.pins?.some((pin) => pin.service === service)) continue;
          for (const { compute, reason } of rejected) {
            // A share of a topology value is kept for the replicas it lacks, which no snapshot shows.
            if (reason.includes('already has its share')) continue;
            const there = [...placements, { service, instance, compute }];
            expect(`${reason}: ${brokenRules(fleetWords, there).length > 0}`).toBe(`${reason}: true`);
          }
        }
      }),
      RUNS,
    );
  });

  test('grants lie between min and max, and above min only under the ceiling', () => {
    fc.assert(
      fc.property(words, recorded, (fleetWords, before) => {
        const { placements } = place(fleet(fleetWords), before, POLICY);
        for (const [name, capacity] of Object.entries(fleetWords.computes)) {
          const here = placements.filter(({ compute }) => compute === name);
          for (const resource of RESOURCES) {
            let total = 0;
            let generous = false;
            for (const { service, granted, pinned } of here) {
              const { max, ...min } = fleetWords.services?.[service] ?? {};
              const least = min[resource] ?? 0;
              expect(granted[resource]).toBeGreaterThanOrEqual(least);
              expect(granted[resource]).toBeLessThanOrEqual(max?.[resource] ?? least);
              total += granted[resource];
              generous ||= granted[resource] > least && !pinned;
            }
            const limit = (capacity[resource] ?? 0) * (generous ? POLICY.ceiling : 1);
            expect(total).toBeLessThanOrEqual(limit + 1e-6);
          }
        }
      }),
      RUNS,
    );
  });

  test('a second plan moves nothing, places no more and grants the same', () => {
    fc.assert(
      fc.property(words, recorded, (fleetWords, before) => {
        const graph = fleet(fleetWords);
        const first = place(graph, before, POLICY);
        const second = place(graph, first.placements, POLICY);
        expect(figures(second)).toEqual(figures(first));
        expect(second.placements.every(({ kept }) => kept)).toBe(true);
        expect(whyNot(second)).toEqual(whyNot(first));
      }),
      RUNS,
    );
  });

  test('the order of manifests and records makes no difference', () => {
    const shuffled = fc.tuple(words, recorded).chain(([fleetWords, before]) => {
      const once = before.filter(({ service, instance }, nth) => {
        return before.findIndex((other) => other.service === service && other.instance === instance) === nth;
      });
      const manifests = manifestsOf(fleetWords);
      const mixed = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length });
      return fc.tuple(fc.constant([manifests, once] as const), fc.tuple(mixed(manifests), mixed(once)));
    });
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const written = ([manifests, before]: typeof one) =>
          JSON.stringify(place(graphOf(manifests), before, POLICY));
        expect(written(other)).toBe(written(one));
      }),
      RUNS,
    );
  });
});

function figures({ placements }: PlacementOutcome): string[] {
  return placements.map(({ service, instance, compute, granted, score, pinned }) => {
    return `${service}/${instance}@${compute} ${JSON.stringify(granted)} ${score} ${pinned}`;
  });
}

/** An instance that has no place is not recorded, so the next plan may number it anew. */
function whyNot({ unplaced }: PlacementOutcome): string[] {
  return unplaced.map(({ service, rejected }) => `${service} ${JSON.stringify(rejected)}`).sort();
}
