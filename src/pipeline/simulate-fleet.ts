import { policyOf } from '../model/policy-of.ts';
import type { Simulation } from '../model/simulation.ts';
import type { ScenarioInputs } from './scenario.ts';
import { scenarioOf, simulationOf } from './scenario.ts';
import type { LossKind } from './simulate/read-loss.ts';
import { lossesOf } from './simulate/read-loss.ts';
import { tryEachLoss } from './try-each-loss.ts';

/** Everything a simulation follows from; the same inputs give the same simulation. */
export interface SimulationInputs extends ScenarioInputs {
  /** Tries every single loss of this kind on top; null tries none. */
  readonly each: Exclude<LossKind, 'Service'> | null;
}

/** Says what happens to a fleet if some of it is lost and other things are added. Throws `simulate.unknown`. */
export function simulateFleet(inputs: SimulationInputs): Simulation {
  const scenario = scenarioOf(inputs);
  const { remainder, outcome } = scenario;
  const { each, project } = inputs;
  return {
    ...simulationOf(inputs, scenario, { graph: remainder, outcome, closed: new Set() }),
    each: each && tryEachLoss(lossesOf(each, remainder), remainder, outcome, policyOf(project)),
  };
}
