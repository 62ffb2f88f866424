import type { Placement, PlacementOutcome, UnplacedInstance } from '../../model/placement.ts';
import { RESOURCES } from '../../model/resources.ts';
import type { SimulatedArrival, SimulatedLoss, SimulatedMove, Simulation } from '../../model/simulation.ts';
import { countReasons } from './count-reasons.ts';
import { Seats } from './seats.ts';
import type { Situation } from './situation.ts';

/** What a change of the fleet does to its instances. */
export type Consequences = Pick<
  Simulation,
  'moves' | 'placed' | 'unplaced' | 'resized' | 'released' | 'pending' | 'unplacedAnyway'
>;

/** Tells what a change causes, apart from what the next plan does anyway. */
export function consequencesOf(
  situation: Situation,
  { placements, unplaced }: PlacementOutcome,
): Consequences {
  const { before, planned, homeless } = situation;
  const moves: SimulatedMove[] = [];
  const placed: SimulatedArrival[] = [];
  let resized = 0;
  let pending = 0;
  for (const placement of placements) {
    const { service, instance, compute, reason } = placement;
    const from = before.get(placement);
    const plan = planned.get(placement);
    if (from?.compute === compute) {
      if (!sameGrant(from, placement) && !(plan && sameGrant(plan, placement))) resized++;
    } else if (plan && plan.compute !== from?.compute) pending++;
    else if (from) moves.push({ service, instance, from: from.compute, to: compute, reason });
    else placed.push({ service, instance, compute, reason });
  }
  const left = unplaced.filter((instance) => !homeless.has(instance));
  const gone = before.missingIn(new Seats([...placements, ...unplaced]));
  const released = gone.filter((seat) => planned.has(seat) || homeless.has(seat)).length;
  return {
    moves,
    placed,
    unplaced: left.map((instance) => lossOf(instance, before.get(instance))),
    resized,
    released,
    pending: pending + gone.length - released,
    unplacedAnyway: unplaced.length - left.length,
  };
}

function lossOf(unplaced: UnplacedInstance, from: Placement | undefined): SimulatedLoss {
  const { service, instance, rejected } = unplaced;
  return { service, instance, from: from?.compute ?? null, reasons: countReasons(rejected) };
}

function sameGrant(a: Placement, b: Placement): boolean {
  return RESOURCES.every((resource) => a.granted[resource] === b.granted[resource]);
}
