import { worstShortage } from './filters/room.ts';
import type { Instance } from './instance.ts';
import { byUrgency } from './instance.ts';
import type { Mobility } from './mobility.ts';
import type { Occupancy } from './occupancy.ts';

/** How many computes are searched for each instance that found no place. */
const TARGETS = 64;

/** A compute, and the instances on it that might give way. */
export interface Target {
  readonly compute: number;
  readonly movable: readonly Instance[];
}

/** Lists the computes where least is missing for a newcomer and someone may give way to it. */
export function targetsFor(occupancy: Occupancy, { workload }: Instance, mobility: Mobility): Target[] {
  const mayLeave = (instance: Instance): boolean =>
    givesWay(instance.workload, workload) && mobility.canGo(instance);
  const near: { compute: number; missing: number }[] = [];
  for (const compute of mobility.computes) {
    if (workload.eligibility.mask[compute] !== 1 || !occupancy.on(compute).some(mayLeave)) continue;
    near.push({ compute, missing: worstShortage(occupancy, workload, compute).part });
  }
  near.sort((a, b) => a.missing - b.missing || a.compute - b.compute);
  // The order of those on it must not depend on who came first, or the next plan would find what this did not.
  return near.slice(0, TARGETS).map(({ compute }) => ({
    compute,
    movable: occupancy.on(compute).filter(mayLeave).sort(byUrgency).reverse(),
  }));
}

/** Lists the sets of so many instances that could leave together. */
export function* setsOf(movable: readonly Instance[], size: 1 | 2): Iterable<readonly Instance[]> {
  for (const [nth, first] of movable.entries()) {
    if (size === 1) yield [first];
    else for (const second of movable.slice(nth + 1)) yield [first, second];
  }
}

/** Nobody moves for someone of lower priority or for its own kind. */
function givesWay(guest: Instance['workload'], newcomer: Instance['workload']): boolean {
  return guest.priority <= newcomer.priority && guest.index !== newcomer.index;
}
