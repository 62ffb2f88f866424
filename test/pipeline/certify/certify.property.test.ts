import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Manifest } from '../../../src/model/manifest.ts';
import type { ConflictingRule, Edit, Infeasibility } from '../../../src/model/infeasibility.ts';
import type { Placement, PlacementOutcome } from '../../../src/model/placement.ts';
import { ChangedFleet } from '../../../src/pipeline/certify/changed-fleet.ts';
import type { Rewrite, Rule } from '../../../src/pipeline/certify/rule.ts';
import { rulesOf } from '../../../src/pipeline/certify/rules-of.ts';
import { missingBy, settling } from '../../../src/pipeline/certify/trials.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import type { Solver } from '../../../src/solver/solver.ts';
import { openHighsInProcess } from '../../../src/solver/highs/open-highs-in-process.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet, graphOf, manifestsOf } from '../../support/fleet.ts';
import { recorded, words } from '../place/any-fleet.ts';
import { POLICY } from '../place/policy.ts';
import { certified } from './support.ts';

/** Fleets of which something finds no place, with what is said of them. */
const infeasible = (runs: number, holds: (case_: Case) => void): Promise<void> =>
  fc.assert(
    fc.asyncProperty(words.map(narrowed), recorded, async (fleetWords, before) => {
      const outcome = place(fleet(fleetWords), before, POLICY);
      fc.pre(outcome.unplaced.length > 0);
      const infeasibility = await certified(fleetWords, { recorded: before });
      holds({ fleetWords, before, outcome, infeasibility });
    }),
    { numRuns: runs },
  );

/** What is left of a fleet that is tried a hundred times over. */
function narrowed({ computes, services = {}, pins = [] }: FleetWords): FleetWords {
  const few = Object.entries(services).slice(0, 2);
  return {
    computes: Object.fromEntries(Object.entries(computes).slice(0, 3)),
    services: Object.fromEntries(
      few.map(([name, { replicas = 1, ...rest }]) => [name, { ...rest, replicas: Math.min(replicas, 2) }]),
    ),
    pins: pins.filter(({ service }) => few.some(([name]) => name === service)),
  };
}

interface Case {
  readonly fleetWords: FleetWords;
  readonly before: readonly Placement[];
  readonly outcome: PlacementOutcome;
  readonly infeasibility: Infeasibility;
}

describe('whatever fits nowhere', () => {
  test('every way out, written into the manifests, places all of the service and unplaces no other', async () => {
    let tried = 0;
    await infeasible(20, ({ fleetWords, before, outcome, infeasibility }) => {
      for (const { service, waysOut } of infeasibility.services) {
        for (const { edits } of waysOut) {
          const after = place(graphOf(edited(manifestsOf(fleetWords), edits)), before, POLICY);
          const missing = missingBy(after);
          expect(missing.get(service)).toBeUndefined();
          for (const [other, count] of missing) {
            expect(missingBy(outcome).get(other) ?? 0).toBeGreaterThanOrEqual(count);
          }
          tried++;
        }
      }
    });
    expect(tried).toBeGreaterThan(3);
  });

  test('the rules in conflict leave no place by themselves, and no fewer rules do', async () => {
    let compared = 0;
    await infeasible(15, ({ fleetWords, before, outcome, infeasibility }) => {
      const graph = fleet(fleetWords);
      for (const { service, conflict } of infeasibility.services) {
        const rules = rulesOf(graph, graph.get('Service', service) as Manifest<'Service'>, () => []);
        const settled = settling(service, missingBy(outcome));
        const missingWith = (relaxed: readonly Rewrite[]) =>
          missingBy(place(new ChangedFleet(graph, [settled, ...relaxed]), before, POLICY));
        const then = missingWith([]);
        const fits = (kept: readonly Rule[]): boolean => {
          const missing = missingWith(
            rules.filter((rule) => !kept.includes(rule)).map((rule) => rule.relaxed),
          );
          const worse = [...missing].some(([other, count]) => count > (then.get(other) ?? 0));
          return !missing.has(service) && !worse;
        };
        const named = rules.filter((rule) => conflict?.rules.some((one) => isSame(one, rule)));
        expect(conflict?.smallest).toBe(true);
        expect(named).toHaveLength(conflict?.rules.length ?? -1);
        expect(fits(named)).toBe(false);
        for (const fewer of subsetsBelow(rules, named.length)) expect(fits(fewer)).toBe(true);
        compared++;
      }
    });
    expect(compared).toBeGreaterThan(2);
  });
});

describe('how many can be placed at the most', () => {
  let solver: Solver;
  beforeAll(async () => void (solver = await openHighsInProcess()));

  test('is never below what is placed, and what is proved is so', async () => {
    let proved = 0;
    await fc.assert(
      fc.asyncProperty(words.map(narrowed), recorded, async (fleetWords, before) => {
        fc.pre(place(fleet(fleetWords), before, POLICY).unplaced.length > 0);
        const { bound } = await certified(fleetWords, {
          recorded: before,
          solver,
          tries: { services: 0, each: 0 },
        });
        if (!bound) throw new Error('nothing was computed');
        expect(bound.most).toBeGreaterThanOrEqual(bound.placed);
        expect(bound.most).toBeLessThanOrEqual(bound.wanted);
        expect(bound.mostKeeping).toBeGreaterThanOrEqual(bound.placed);
        expect(bound.mostKeeping).toBeLessThanOrEqual(bound.most);
        expect(bound.proved !== null).toBe(bound.mostKeeping === bound.placed);
        if (bound.proved !== null) proved++;
      }),
      { numRuns: 60 },
    );
    expect(proved).toBeGreaterThan(8);
  });
});

function isSame(one: ConflictingRule, other: ConflictingRule): boolean {
  return one.rule === other.rule && one.text === other.text && one.at?.pointer === other.at?.pointer;
}

function subsetsBelow<T>(all: readonly T[], size: number): T[][] {
  return all
    .reduce<T[][]>((sets, element) => [...sets, ...sets.map((set) => [...set, element])], [[]])
    .filter((set) => set.length < size);
}

/** Carries out edits as a person would. */
function edited(manifests: readonly Manifest[], edits: readonly Edit[]): Manifest[] {
  return manifests.flatMap((manifest) => {
    const own = edits.filter(({ address }) => address === `${manifest.kind}/${manifest.metadata.name}`);
    if (own.some(({ pointer }) => pointer === '')) return [];
    const copy = structuredClone({ ...manifest, source: undefined });
    for (const { pointer, after } of own) {
      const names = pointer
        .split('/')
        .slice(1)
        .map((name) => name.replaceAll('~1', '/'));
      const last = names.pop() as string;
      let parent = copy as unknown as Record<string, unknown>;
      for (const name of names) parent = (parent[name] ??= {}) as Record<string, unknown>;
      if (after === undefined) delete parent[last];
      else parent[last] = after;
    }
    return [{ ...copy, source: manifest.source }];
  });
}
