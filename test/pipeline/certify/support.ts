import type { Infeasibility } from '../../../src/model/infeasibility.ts';
import type { Placement, PlacementOutcome } from '../../../src/model/placement.ts';
import type { Graph } from '../../../src/model/graph.ts';
import type { Budget } from '../../../src/packing/budget.ts';
import type { Offer } from '../../../src/pipeline/certify/offer.ts';
import { certify } from '../../../src/pipeline/certify/certify.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import type { Solver } from '../../../src/solver/solver.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';
import { POLICY } from '../place/policy.ts';

/** Time without end. */
export const PATIENT: Budget = {
  expired: () => false,
  left: () => Infinity,
  pause: () => Promise.resolve(),
  tell: () => undefined,
  signal: new AbortController().signal,
};

/** What of a certificate is out of the ordinary. */
export interface Around {
  readonly recorded?: readonly Placement[];
  readonly solver?: Solver;
  readonly buy?: (service: string, graph: Graph) => Offer;
  readonly tries?: { services: number; each: number };
  readonly budget?: Budget;
}

/** Certifies a fleet in words. */
export async function certified(words: FleetWords, around: Around = {}): Promise<Infeasibility> {
  const { recorded = [], solver = null, buy, tries = { services: 8, each: 500 }, budget = PATIENT } = around;
  const graph = fleet(words);
  const again = (other: Graph): PlacementOutcome => place(other, recorded, POLICY);
  return await certify({
    graph,
    recorded,
    outcome: again(graph),
    place: again,
    solver,
    budget,
    tries,
    currency: 'EUR',
    offersFor: (service) => (buy ? [() => Promise.resolve(buy(service, graph))] : []),
  });
}
