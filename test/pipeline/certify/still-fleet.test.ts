import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Manifest } from '../../../src/model/manifest.ts';
import { ChangedFleet } from '../../../src/pipeline/certify/changed-fleet.ts';
import type { Rule } from '../../../src/pipeline/certify/rule.ts';
import { rulesOf } from '../../../src/pipeline/certify/rules-of.ts';
import { StillFleet } from '../../../src/pipeline/certify/still-fleet.ts';
import { missingBy, settling } from '../../../src/pipeline/certify/trials.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';
import { words } from '../place/any-fleet.ts';
import { POLICY } from '../place/policy.ts';

function still(fleetWords: FleetWords, service: string) {
  const graph = fleet(fleetWords);
  const outcome = place(graph, [], POLICY);
  const found = new StillFleet(graph, outcome);
  if (!found.turnTo(service)) throw new Error(`${service} has Assignments`);
  const rules = rulesOf(graph, graph.get('Service', service) as Manifest<'Service'>, () => []);
  return { graph, outcome, found, rules };
}

const relaxing = (rules: readonly Rule[]) => ({
  rewrites: rules.map(({ relaxed }) => relaxed),
  roomless: rules.some(({ rule }) => rule === 'room'),
});

describe('with everybody else standing still', () => {
  test('a service finds the room that others leave, and no more', () => {
    const { found, rules } = still(
      {
        computes: { a: { cores: 8 }, b: { cores: 4 } },
        services: { api: { cores: 3, priority: 9 }, web: { cores: 4, replicas: 3 } },
      },
      'web',
    );
    expect(found.try({ rewrites: [] })).toEqual({ homes: ['a', 'b'], missing: 1, strayed: 0 });
    const room = rules.filter(({ rule }) => rule === 'room');
    expect(found.try(relaxing(room)).missing).toBe(0);
  });

  test('a buffer that others ask for is kept, where the service asks for something of it', () => {
    const { found } = still(
      {
        computes: { a: { cores: 8, memory: 4096 } },
        services: {
          api: { cores: 1, memory: 1024, buffer: { memory: 2048 }, priority: 9 },
          cpu: { cores: 4 },
          web: { cores: 1, memory: 2048 },
        },
      },
      'web',
    );
    expect(found.try({ rewrites: [] }).missing).toBe(1);
    found.turnTo('cpu');
    expect(found.try({ rewrites: [] }).missing).toBe(0);
  });

  test('a service with Assignments is not counted', () => {
    const graph = fleet({
      computes: { a: { cores: 8 } },
      services: { web: { cores: 1 } },
      pins: [{ service: 'web', compute: 'a' }],
    });
    expect(new StillFleet(graph, place(graph, [], POLICY)).turnTo('web')).toBe(false);
  });

  test('room on a new compute is contended where another waits that fits there', () => {
    const { graph, outcome, found } = still(
      { computes: { a: { cores: 2 } }, services: { api: { cores: 9 }, web: { cores: 4 } } },
      'web',
    );
    const withHost = (cores: number) =>
      fleet({
        computes: { a: { cores: 2 }, b: { cores } },
        services: { api: { cores: 9 }, web: { cores: 4 } },
      });
    const rivals = [...missingBy(outcome).keys()];
    expect(found.isContended({ rewrites: [], graph: withHost(8) }, rivals)).toBe(false);
    expect(found.isContended({ rewrites: [], graph: withHost(9) }, rivals)).toBe(true);
    expect(found.isContended({ rewrites: [], graph }, rivals)).toBe(false);
  });

  test('whatever is relaxed, what finds room by counting finds it by placing too', () => {
    let compared = 0;
    fc.assert(
      fc.property(words, fc.nat(), ({ computes, services }, choice) => {
        const graph = fleet({ computes, services });
        const outcome = place(graph, [], POLICY);
        const [service] = missingBy(outcome).keys();
        if (service === undefined) return;
        const found = new StillFleet(graph, outcome);
        expect(found.turnTo(service)).toBe(true);
        expect(found.try({ rewrites: [] }).missing).toBeGreaterThan(0);
        const rules = rulesOf(graph, graph.get('Service', service) as Manifest<'Service'>, () => []);
        const relaxed = rules.filter((rule, nth) => rule.rule !== 'room' && ((choice >> nth) & 1) === 1);
        const change = relaxing(relaxed);
        if (found.try(change).missing > 0) return;
        const settled = settling(service, missingBy(outcome));
        const changed = new ChangedFleet(graph, [settled, ...change.rewrites]);
        const after = missingBy(place(changed, outcome.placements, POLICY, { effort: 'quick' }));
        expect(after.get(service)).toBeUndefined();
        compared++;
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(10);
  });
});
