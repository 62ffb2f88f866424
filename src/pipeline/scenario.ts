import { addressOfManifest } from '../model/address.ts';
import type { Graph } from '../model/graph.ts';
import type { Placement, PlacementOutcome } from '../model/placement.ts';
import { policyOf } from '../model/policy-of.ts';
import type { Project } from '../model/project.ts';
import type { Baseline, Simulation } from '../model/simulation.ts';
import { placeFleet } from './place-fleet.ts';
import { consequencesOf } from './simulate/consequences.ts';
import { monthlyCents } from './simulate/monthly-cents.ts';
import type { Loss } from './simulate/read-loss.ts';
import { readLoss } from './simulate/read-loss.ts';
import { Remainder } from './simulate/remainder.ts';
import { situationOf } from './simulate/situation.ts';
import { useOf } from './simulate/use-of.ts';

/** What happens to a fleet. */
export interface ScenarioInputs {
  readonly project: Project;
  /** The fleet as it is. */
  readonly graph: Graph;
  /** The fleet with what is added; the same graph where nothing is. */
  readonly extended: Graph;
  readonly recorded: readonly Placement[];
  /** `Compute/x`, `Service/x`, `region/x` or `provider/x`. */
  readonly without: readonly string[];
}

/** A fleet before and after losses. */
export interface Scenario {
  readonly losses: readonly Loss[];
  readonly baseline: Baseline;
  readonly before: readonly Placement[];
  /** What the next plan does if nothing is lost or added. */
  readonly otherwise: PlacementOutcome;
  /** The fleet without what is lost. */
  readonly remainder: Graph;
  /** What the next plan does with it. */
  readonly outcome: PlacementOutcome;
}

/** Plans a fleet with and without what is lost. Throws `simulate.unknown`. */
export function scenarioOf({ graph, extended, project, recorded, without }: ScenarioInputs): Scenario {
  const policy = policyOf(project);
  const losses = without.map((address) => readLoss(address, extended));
  const otherwise = placeFleet(new Remainder(graph, []), recorded, policy);
  const baseline = recorded.length > 0 ? 'recorded' : 'planned';
  const before = baseline === 'recorded' ? recorded : otherwise.placements;
  const remainder = new Remainder(extended, losses);
  const changed = losses.length > 0 || extended !== graph;
  const outcome = changed ? placeFleet(remainder, before, policy) : otherwise;
  return { losses, baseline, before, otherwise, remainder, outcome };
}

/** Where a scenario ends. */
export interface Ending {
  /** What is left of the fleet. */
  readonly graph: Graph;
  readonly outcome: PlacementOutcome;
  /** The names of computes that are given back on top of what is lost. */
  readonly closed: ReadonlySet<string>;
}

/** Writes down how a scenario ends. */
export function simulationOf(
  { graph, extended, project }: ScenarioInputs,
  { losses, baseline, before, otherwise }: Scenario,
  end: Ending,
): Simulation {
  const { currency } = project.spec;
  const lost = new Set(losses.flatMap(({ computes }) => computes));
  const gone = new Set([...lost, ...end.closed]);
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
    ...consequencesOf(situationOf(before, otherwise), end.outcome),
    monthlyCost: {
      before: monthlyCents(graph, currency, new Set()) / 100,
      after: monthlyCents(extended, currency, gone) / 100,
      currency,
    },
    utilisation: { before: useOf(graph, before), after: useOf(end.graph, end.outcome.placements) },
    each: null,
    consolidation: null,
  };
}
