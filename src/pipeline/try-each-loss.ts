import type { Graph } from '../model/graph.ts';
import type { PlacementOutcome, PlacementPolicy } from '../model/placement.ts';
import type { SurvivedOrNot } from '../model/simulation.ts';
import { LossTrial } from './place/loss-trial.ts';
import { place } from './place/place.ts';
import { harmOf } from './simulate/harm.ts';
import type { Loss } from './simulate/read-loss.ts';
import { Remainder } from './simulate/remainder.ts';
import { situationOf } from './simulate/situation.ts';

/** Tries losses one at a time, each on the fleet as it would be planned; worst first. */
export function tryEachLoss(
  losses: readonly Loss[],
  graph: Graph,
  outcome: PlacementOutcome,
  policy: PlacementPolicy,
): SurvivedOrNot[] {
  const situation = situationOf(outcome.placements, outcome);
  const inUse = new Set(outcome.placements.map(({ compute }) => compute));
  const trial = new LossTrial(graph, outcome.placements, policy);

  const tried = (loss: Loss): SurvivedOrNot => {
    const { address, computes } = loss;
    // Nobody leaves a place where nobody is.
    if (!computes.some((name) => inUse.has(name))) return { address, survived: true, moves: 0, unplaced: [] };
    const effect = trial.lose(computes);
    if (effect) return { address, survived: effect.unplaced.length === 0, ...effect };
    return { address, ...harmOf(situation, place(new Remainder(graph, [loss]), outcome.placements, policy)) };
  };
  return losses
    .filter(({ computes }) => computes.some((name) => isActive(graph, name)))
    .map(tried)
    .sort(byHarm);
}

function isActive(graph: Graph, compute: string): boolean {
  return graph.get('Compute', compute)?.spec.state === 'active';
}

function byHarm(a: SurvivedOrNot, b: SurvivedOrNot): number {
  return b.unplaced.length - a.unplaced.length || b.moves - a.moves || (a.address < b.address ? -1 : 1);
}
