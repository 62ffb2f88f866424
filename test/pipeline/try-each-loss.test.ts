import { describe, expect, test } from '@jest/globals';
import type { PlacementOutcome } from '../../src/model/placement.ts';
import type { Graph } from '../../src/model/graph.ts';
import type { SurvivedOrNot } from '../../src/model/simulation.ts';
import { place } from '../../src/pipeline/place/place.ts';
import { harmOf } from '../../src/pipeline/simulate/harm.ts';
import { lossesOf } from '../../src/pipeline/simulate/read-loss.ts';
import { Remainder } from '../../src/pipeline/simulate/remainder.ts';
import { situationOf } from '../../src/pipeline/simulate/situation.ts';
import { tryEachLoss } from '../../src/pipeline/try-each-loss.ts';
import { randomFrom } from '../../src/packing/random.ts';
import type { ComputeWords, ServiceWords } from '../support/fleet.ts';
import { fleet } from '../support/fleet.ts';
import { POLICY } from './place/policy.ts';

const COMPUTES = 110;
const SERVICES = 92;
const REPLICAS = 5;

/** A fleet large enough not to be planned anew for each loss, whose services ask for so much of its cores. */
function largeFleet(seed: number, fill: number): Graph {
  const random = randomFrom(seed);
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
  const computes: Record<string, ComputeWords> = {};
  for (let nth = 0; nth < COMPUTES; nth++) {
    const cores = pick([8, 16, 32]);
    computes[`c${nth}`] = { cores, memory: cores * 4096, region: pick(['fsn1', 'nbg1', 'hel1']) };
  }
  const offered = Object.values(computes).reduce((sum, { cores = 0 }) => sum + cores, 0);
  const mean = (offered * fill) / (SERVICES * REPLICAS);
  const services: Record<string, ServiceWords> = {};
  for (let nth = 0; nth < SERVICES; nth++) {
    const cores = Math.round(mean * pick([0.5, 0.75, 1, 1.75]) * 10) / 10;
    services[`s${nth}`] = {
      cores,
      memory: Math.round(cores * pick([1024, 2048, 4096])),
      replicas: REPLICAS,
      priority: pick([0, 0, 5]),
      ...(random() < 0.1 ? { topologyKey: 'stowage/region' } : {}),
      ...(random() < 0.2 ? { spreadMax: 2 } : {}),
    };
  }
  return fleet({ computes, services });
}

/** Plans the fleet anew without each of some computes. */
function planAnew(graph: Graph, outcome: PlacementOutcome, tried: readonly SurvivedOrNot[]): SurvivedOrNot[] {
  const situation = situationOf(outcome.placements, outcome);
  return tried.map(({ address }) => {
    const loss = { address, computes: [address.replace('Compute/', '')], services: [] };
    const after = place(new Remainder(graph, [loss]), outcome.placements, POLICY);
    return { address, ...harmOf(situation, after) };
  });
}

/** Tries the loss of one compute in so many. */
function trial(seed: number, fill: number, every: number) {
  const graph = largeFleet(seed, fill);
  const outcome = place(graph, [], POLICY);
  const losses = lossesOf('Compute', graph).filter((_, nth) => nth % every === 0);
  return { graph, outcome, tried: tryEachLoss(losses, graph, outcome, POLICY) };
}

describe('trying each loss on a large fleet', () => {
  test.each([1, 2])('says what planning it anew would where there is room (fleet %i)', (seed) => {
    const { graph, outcome, tried } = trial(seed, 0.6, 5);
    expect(outcome.placements.length * COMPUTES).toBeGreaterThanOrEqual(50_000);
    expect(tried.some(({ moves }) => moves > 0)).toBe(true);
    expect(tried).toEqual(planAnew(graph, outcome, tried));
  });

  test('claims no survival where planning it anew leaves somebody without a place', () => {
    const { graph, outcome, tried } = trial(3, 0.96, 12);
    const said = tried.filter(({ survived }) => survived);
    expect(said.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThan(tried.length);
    expect(planAnew(graph, outcome, said).map(({ survived }) => survived)).toEqual(said.map(() => true));
  });
});
