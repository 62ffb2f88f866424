import { addressOfManifest } from '../model/address.ts';
import type { Graph } from '../model/graph.ts';
import type { Placement, PlacementOutcome, PlacementPolicy } from '../model/placement.ts';
import type { Project } from '../model/project.ts';
import type { Simulation, SurvivedOrNot } from '../model/simulation.ts';
import { place } from './place/place.ts';
import { consequencesOf } from './simulate/consequences.ts';
import { harmOf } from './simulate/harm.ts';
import { monthlyCents } from './simulate/monthly-cents.ts';
import type { Loss, LossKind } from './simulate/read-loss.ts';
import { lossesOf, readLoss } from './simulate/read-loss.ts';
import { Remainder } from './simulate/remainder.ts';
import type { Situation } from './simulate/situation.ts';
import { situationOf } from './simulate/situation.ts';
import { useOf } from './simulate/use-of.ts';

/** Everything a simulation follows from; the same inputs give the same simulation. */
export interface SimulationInputs {
  readonly project: Project;
  /** The fleet as it is. */
  readonly graph: Graph;
  /** The fleet with what is added; the same graph where nothing is. */
  readonly extended: Graph;
  readonly recorded: readonly Placement[];
  /** `Compute/x`, `Service/x`, `region/x` or `provider/x`. */
  readonly without: readonly string[];
  /** Tries every single loss of this kind on top; null tries none. */
  readonly each: Exclude<LossKind, 'Service'> | null;
}

/** Says what happens to a fleet if some of it is lost and other things are added. Throws `simulate.unknown`. */
export function simulateFleet(inputs: SimulationInputs): Simulation {
  const { graph, extended, project, recorded, each } = inputs;
  const { placement: policy, currency } = project.spec;
  const losses = inputs.without.map((address) => readLoss(address, extended));
  const lost = new Set(losses.flatMap(({ computes }) => computes));

  const otherwise = place(new Remainder(graph, []), recorded, policy);
  const baseline = recorded.length > 0 ? 'recorded' : 'planned';
  const before = baseline === 'recorded' ? recorded : otherwise.placements;
  const remainder = new Remainder(extended, losses);
  const changed = losses.length > 0 || extended !== graph;
  const after = changed ? place(remainder, before, policy) : otherwise;

  return {
    fleet: project.name,
    baseline,
    without: losses.map(({ address }) => address),
    added: extended.manifests
      .filter(({ kind, metadata }) => extended !== graph && !graph.get(kind, metadata.name))
      .map(addressOfManifest),
    lost: {
      computes: [...lost].sort(),
      services: [...new Set(losses.flatMap(({ services }) => services))].sort(),
    },
    ...consequencesOf(situationOf(before, otherwise), after),
    monthlyCost: {
      before: monthlyCents(graph, currency, NOTHING) / 100,
      after: monthlyCents(extended, currency, lost) / 100,
      currency,
    },
    utilisation: { before: useOf(graph, before), after: useOf(remainder, after.placements) },
    each: each && tryEach(lossesOf(each, remainder), remainder, after, policy),
  };
}

const NOTHING: ReadonlySet<string> = new Set();

/** What single losses are tried on. */
interface Base {
  readonly graph: Graph;
  readonly outcome: PlacementOutcome;
  readonly situation: Situation;
  /** Computes with an instance on them. */
  readonly inUse: ReadonlySet<string>;
  readonly policy: PlacementPolicy;
}

/** Tries losses one at a time, each on the fleet as it would be planned; worst first. */
function tryEach(
  losses: readonly Loss[],
  graph: Graph,
  outcome: PlacementOutcome,
  policy: PlacementPolicy,
): SurvivedOrNot[] {
  const situation = situationOf(outcome.placements, outcome);
  const inUse = new Set(outcome.placements.map(({ compute }) => compute));
  const base = { graph, outcome, situation, inUse, policy };
  return losses
    .filter(({ computes }) => computes.some((name) => isActive(graph, name)))
    .map((loss) => tryLoss(loss, base))
    .sort(byHarm);
}

function tryLoss(loss: Loss, base: Base): SurvivedOrNot {
  const { address, computes } = loss;
  const { graph, outcome, situation, inUse, policy } = base;
  // Nobody leaves a place where nobody is.
  if (!computes.some((name) => inUse.has(name))) return { address, survived: true, moves: 0, unplaced: [] };
  const after = place(new Remainder(graph, [loss]), outcome.placements, policy);
  return { address, ...harmOf(situation, after) };
}

function isActive(graph: Graph, compute: string): boolean {
  return graph.get('Compute', compute)?.spec.state === 'active';
}

function byHarm(a: SurvivedOrNot, b: SurvivedOrNot): number {
  return b.unplaced.length - a.unplaced.length || b.moves - a.moves || (a.address < b.address ? -1 : 1);
}
