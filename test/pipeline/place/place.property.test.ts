import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlacementOutcome } from '../../../src/model/placement.ts';
import { RESOURCES } from '../../../src/model/resources.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import { fleet, graphOf, manifestsOf } from '../../support/fleet.ts';
import { recorded, words } from './any-fleet.ts';
import { brokenRules } from './hard-rules.ts';
import { POLICY } from './policy.ts';

const RUNS = { numRuns: 200 };

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
