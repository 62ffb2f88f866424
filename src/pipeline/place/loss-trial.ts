import type { Graph } from '../../model/graph.ts';
import type { Placement, PlacementPolicy } from '../../model/placement.ts';
import { closeComputes, eligibilitiesOf, leavesEveryValue } from './close-computes.ts';
import { compile } from './compile.ts';
import type { Enrolled } from './greedy.ts';
import { greedy } from './greedy.ts';
import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { Ranking } from './ranking.ts';
import { repair } from './repair.ts';
import type { Standing } from './standing.ts';
import { standingOf, waitingOf } from './standing.ts';
import type { Eligibility } from './workload.ts';

/** What a loss does to those who had a place. */
export interface LossEffect {
  readonly moves: number;
  /** By service name, then number. */
  readonly unplaced: readonly { readonly service: string; readonly instance: number }[];
}

/** On a fleet with fewer pairs of an instance and a compute, repair looks at everything and a plan takes no time. */
const FEW_PAIRS = 50_000;

/**
 * Tries what happens when computes are lost, one loss after the other, on a fleet that is compiled and seated once.
 *
 * Only those who stood on what is lost, and others of their services, look for a place. For anybody else who had
 * none, there is none now: every rule but the topology key looks at one compute, on each that is left just as
 * much is used as before, and the shares of a topology key change only with the own service's instances or with
 * the values there are. Repair found no way for them when there was more room, and is not asked again.
 *
 * Where all who stood there find room, that is what the whole plan does. Where they do not, and moving others does
 * not help all of them, a whole plan may still place a few more or fewer: its search begins with everybody.
 */
export class LossTrial {
  readonly #standing: Standing;
  /** Everybody, and where each stands; `NOWHERE` for those without a place. */
  readonly #instances: readonly Instance[];
  readonly #homes: Int32Array;
  readonly #eligibilities: readonly Eligibility[];
  readonly #possible: boolean;

  /** Takes a fleet and where the plan for it puts everybody. */
  constructor(graph: Graph, placements: readonly Placement[], policy: PlacementPolicy) {
    this.#standing = standingOf(compile(graph, policy), placements);
    const { occupancy, enrolled } = this.#standing;
    this.#instances = enrolled.flatMap(({ instances }) => instances);
    this.#homes = Int32Array.from(this.#instances, ({ compute }) => compute);
    this.#eligibilities = eligibilitiesOf(occupancy.fleet);
    this.#possible =
      placements.length * occupancy.fleet.size >= FEW_PAIRS &&
      this.#instances.filter(({ placed }) => placed).length === placements.length &&
      nobodyFits(occupancy, waitingOf(enrolled));
  }

  /** Tries the loss of computes; undefined where the whole fleet must be placed again to know. */
  lose(names: readonly string[]): LossEffect | undefined {
    const { occupancy } = this.#standing;
    const computes = names.flatMap((name) => occupancy.fleet.sites.indexOf(name) ?? []);
    if (!this.#possible || !leavesEveryValue(this.#eligibilities, computes)) return undefined;
    const leaving = computes.flatMap((compute) => [...occupancy.on(compute)]);
    const reopen = closeComputes(occupancy.fleet, this.#eligibilities, computes);
    occupancy.vacancies.forget();
    for (const instance of leaving) occupancy.take(instance);
    const concerned = this.#groupsOf(leaving);
    greedy(occupancy, concerned);
    const stuck = leaving.some(({ placed }) => !placed);
    const waiting = waitingOf(concerned);
    if (waiting.length > 0) repair(occupancy, waiting);
    const effect = this.#effect();
    reopen();
    occupancy.vacancies.forget();
    this.#restore();
    // That moving others helps is for a whole plan to say: it may come to another answer.
    return stuck && effect.unplaced.length === 0 ? undefined : effect;
  }

  #groupsOf(instances: readonly Instance[]): Enrolled[] {
    const services = new Set(instances.map(({ workload }) => workload.index));
    return this.#standing.enrolled.filter(({ workload }) => services.has(workload.index));
  }

  #effect(): LossEffect {
    const unplaced: Instance[] = [];
    let moves = 0;
    for (const nth of this.#strayed()) {
      if (this.#homes[nth] === NOWHERE) continue;
      const instance = this.#instances[nth] as Instance;
      if (instance.placed) moves++;
      else unplaced.push(instance);
    }
    unplaced.sort((a, b) => a.workload.index - b.workload.index || a.number - b.number);
    const names = unplaced.map(({ workload, number }) => ({ service: workload.name, instance: number }));
    return { moves, unplaced: names };
  }

  #restore(): void {
    const { occupancy } = this.#standing;
    const strayed = this.#strayed();
    for (const nth of strayed) {
      const instance = this.#instances[nth] as Instance;
      if (instance.placed) occupancy.take(instance);
    }
    for (const nth of strayed) {
      const home = this.#homes[nth] as number;
      if (home !== NOWHERE) occupancy.put(this.#instances[nth] as Instance, home);
    }
  }

  #strayed(): number[] {
    const strayed: number[] = [];
    for (let nth = 0; nth < this.#homes.length; nth++) {
      if (this.#instances[nth]?.compute !== this.#homes[nth]) strayed.push(nth);
    }
    return strayed;
  }
}

/** Tells whether all who wait do so for want of a place. */
function nobodyFits(occupancy: Occupancy, waiting: readonly Instance[]): boolean {
  const ranking = new Ranking(occupancy);
  const workloads = new Set(waiting.map(({ workload }) => workload));
  return [...workloads].every((workload) => {
    ranking.turnTo(workload);
    return ranking.count === 0;
  });
}
