import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type {
  Placement,
  PlacementOutcome,
  PlannedPlacement,
  Rejection,
} from '../../../src/model/placement.ts';
import { explainService } from '../../../src/pipeline/place/explain-service.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet, graphOf, manifestsOf } from '../../support/fleet.ts';
import { newcomer, recorded, words } from './any-fleet.ts';
import { breaches, seatBreaches } from './hard-rules.ts';
import { POLICY } from './policy.ts';
import { holds } from './reasons.ts';

const RUNS = { numRuns: 200 };
const FEWER_RUNS = { numRuns: 60 };

/** The same fleets come again in every test, and each is placed once. */
const placed = new Map<string, PlacementOutcome>();

function outcomeOf(fleetWords: FleetWords, before: Placement[]): PlacementOutcome {
  const asked = JSON.stringify([fleetWords, before]);
  const outcome = placed.get(asked) ?? place(fleet(fleetWords), before, POLICY);
  placed.set(asked, outcome);
  return outcome;
}

function whatever(
  claim: (fleetWords: FleetWords, before: Placement[], outcome: PlacementOutcome) => void,
  runs = RUNS,
): void {
  fc.assert(
    fc.property(words, recorded, (fleetWords, before) => {
      claim(fleetWords, before, outcomeOf(fleetWords, before));
    }),
    runs,
  );
}

describe('whatever the fleet', () => {
  test('no hard rule is broken', () => {
    whatever((fleetWords, before, outcome) => {
      expect(breaches(fleetWords, outcome, before)).toEqual([]);
    });
  });

  test('what is said to be kept is where it was recorded, and the rest is not', () => {
    whatever((_, before, { placements }) => {
      const wrong = placements.filter(({ service, instance, compute, kept }) => {
        const [was] = before
          .filter((seat) => seat.service === service && seat.instance === instance)
          .sort((a, b) => (a.compute < b.compute ? -1 : 1));
        return kept !== (was?.compute === compute);
      });
      expect(wrong).toEqual([]);
    });
  });

  test('what is unplaced has one reason for every compute, and each is true', () => {
    whatever((fleetWords, _, { placements, unplaced }) => {
      const names = Object.keys(fleetWords.computes).sort();
      for (const { service, rejected } of unplaced) {
        expect(rejected.map(({ compute }) => compute)).toEqual(names);
        expect(untruths(fleetWords, placements, service, rejected)).toEqual([]);
      }
    });
  });

  test('the explanation of a service counts every compute once, and says nothing untrue', () => {
    whatever((fleetWords, _, { placements }) => {
      const graph = fleet(fleetWords);
      for (const service of Object.keys(fleetWords.services ?? {})) {
        const told = explainService(graph, placements, POLICY, service);
        const counted = told?.rejectedBy.reduce((sum, { computes }) => sum + computes, 0) ?? 0;
        expect(told?.rejected.length).toBe(counted);
        expect((told?.candidateCount ?? 0) + counted).toBe(Object.keys(fleetWords.computes).length);
        const asked = withOneMore(fleetWords, service, placements);
        expect(untruths(asked, placements, service, told?.rejected ?? [])).toEqual([]);
      }
    }, FEWER_RUNS);
  });

  test('a second plan moves nothing, places no more and grants the same', () => {
    whatever((fleetWords, _, first) => {
      const second = place(fleet(fleetWords), first.placements, POLICY);
      expect(figures(second)).toEqual(figures(first));
      expect(second.placements.every(({ kept }) => kept)).toBe(true);
      expect(whyNot(second)).toEqual(whyNot(first));
    });
  });

  test('a service that fits where there is room moves nobody', () => {
    fc.assert(
      fc.property(words, recorded, newcomer, (fleetWords, before, rules) => {
        const { placements } = outcomeOf(fleetWords, before);
        const more = { ...fleetWords, services: { ...fleetWords.services, newcomer: rules } };
        const fits = Object.keys(more.computes).some((compute) => {
          return (
            seatBreaches(more, [...placements, { service: 'newcomer', instance: 1, compute }]).length === 0
          );
        });
        fc.pre(fits);
        const outcome = place(fleet(more), placements, POLICY);
        const there = outcome.placements.filter(({ kept }) => !kept).map(({ service }) => service);
        expect(there).toEqual(['newcomer']);
        expect(outcome.placements.length).toBe(placements.length + 1);
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

/** Lists the reasons that are not true. */
function untruths(
  fleetWords: FleetWords,
  placements: readonly PlannedPlacement[],
  service: string,
  rejected: readonly Rejection[],
): string[] {
  return rejected
    .filter(({ compute, reason }) => !holds(fleetWords, placements, { service, compute }, reason))
    .map(({ compute, reason }) => `${service} is not on ${compute}: ${reason}`);
}

/** A service all of whose replicas are placed is explained as though there were to be one more. */
function withOneMore(fleetWords: FleetWords, service: string, placements: readonly Placement[]): FleetWords {
  const rules = fleetWords.services?.[service];
  const placed = placements.filter((seat) => seat.service === service).length;
  const replicas = rules?.state === 'inactive' ? 0 : (rules?.replicas ?? 1);
  const asked = { ...rules, replicas: Math.max(replicas, placed + Number(replicas <= placed)) };
  return { ...fleetWords, services: { ...fleetWords.services, [service]: asked } };
}

function figures({ placements }: PlacementOutcome): string[] {
  return placements.map(({ service, instance, compute, granted, score, pinned }) => {
    return `${service}/${instance}@${compute} ${JSON.stringify(granted)} ${score} ${pinned}`;
  });
}

/** An instance that has no place is not recorded, so the next plan may number it anew. */
function whyNot({ unplaced }: PlacementOutcome): string[] {
  return unplaced.map(({ service, rejected }) => `${service} ${JSON.stringify(rejected)}`).sort();
}
