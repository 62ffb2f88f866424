import { worstShortage } from './filters/room.ts';
import { byUrgency } from './instance.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';

/** How many computes are searched for each instance that found no place. */
const TARGETS = 64;

/** A compute, and the instances on it that might give way. */
export interface Target {
  readonly compute: number;
  readonly movable: readonly Instance[];
}

/** Lists the computes where least is missing for a newcomer and someone may give way to it. */
export function targetsFor(
  occupancy: Occupancy,
  newcomer: Instance,
  canGo: (instance: Instance) => boolean,
): Target[] {
  const { workload } = newcomer;
  const missing = (compute: number): number => worstShortage(occupancy, workload, compute).part;
  const nearest = Array.from(workload.eligibility.computes, (compute) => ({
    compute,
    part: missing(compute),
  }));
  nearest.sort((a, b) => a.part - b.part || a.compute - b.compute);
  const targets: Target[] = [];
  for (const { compute } of nearest) {
    const movable = occupancy
      .on(compute)
      .filter((instance) => givesWay(instance, newcomer) && canGo(instance));
    if (movable.length === 0) continue;
    // The order must not depend on who came first, or the next plan would find what this one did not.
    targets.push({ compute, movable: movable.sort(byUrgency).reverse() });
    if (targets.length === TARGETS) break;
  }
  return targets;
}

/** Lists the sets of so many instances that could leave together. */
export function* setsOf(movable: readonly Instance[], size: 1 | 2): Iterable<readonly Instance[]> {
  for (const [nth, first] of movable.entries()) {
    if (size === 1) yield [first];
    else for (const second of movable.slice(nth + 1)) yield [first, second];
  }
}

/** Pinned instances never move, and nobody moves for someone of lower priority or for its own kind. */
function givesWay({ pin, workload }: Instance, { workload: newcomer }: Instance): boolean {
  return !pin && workload.priority <= newcomer.priority && workload.index !== newcomer.index;
}
