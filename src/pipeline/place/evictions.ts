import { topologyShare } from './filters/topology-share.ts';
import { shortage, worstShortage } from './filters/room.ts';
import { spreadMax } from './filters/spread-max.ts';
import type { Instance } from './instance.ts';
import { byUrgency } from './instance.ts';
import type { Mobility } from './mobility.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/** How many computes are searched for each instance that found no place. */
const TARGETS = 64;

/** A compute, and the instances on it that might give way. */
export interface Target {
  readonly compute: number;
  readonly movable: readonly Instance[];
}

/** Lists the computes where least is missing for a newcomer and those who may give way to it use enough. */
export function targetsFor(occupancy: Occupancy, workload: Workload, mobility: Mobility): Target[] {
  const near: { compute: number; missing: number }[] = [];
  for (let compute = 0; compute < occupancy.fleet.size; compute++) {
    if (workload.eligibility.mask[compute] !== 1) continue;
    if (!couldDo(occupancy, workload, compute, mobility)) continue;
    if (!mobility.moversOn(compute).some((guest) => givesWay(occupancy, guest, workload))) continue;
    near.push({ compute, missing: worstShortage(occupancy, workload, compute).part });
  }
  near.sort((a, b) => a.missing - b.missing || a.compute - b.compute);
  // The order of those on it must not depend on who came first, or the next plan would find what this did not.
  return near.slice(0, TARGETS).map(({ compute }) => ({
    compute,
    movable: mobility
      .moversOn(compute)
      .filter((guest) => givesWay(occupancy, guest, workload))
      .sort(byUrgency)
      .reverse(),
  }));
}

/** Lists the sets of so many instances that could leave together and whose leaving would make enough room. */
export function* setsFor(
  occupancy: Occupancy,
  workload: Workload,
  { compute, movable }: Target,
  size: 1 | 2,
): Iterable<readonly Instance[]> {
  const { asked } = workload;
  const kept = occupancy.buffer;
  const missing = asked.map((r) => {
    // The buffer may be one that leaves with its service.
    const at = r * occupancy.fleet.size + compute;
    const forgone = Math.max(0, (kept[at] as number) - (workload.buffer[r] as number));
    return shortage(occupancy, workload, compute, r) - forgone;
  });
  const enough = (first: Instance, second?: Instance): boolean =>
    asked.every((r, nth) => {
      const freed = (first.workload.min[r] as number) + (second?.workload.min[r] ?? 0);
      return freed >= (missing[nth] as number);
    });
  for (const [nth, first] of movable.entries()) {
    if (size === 1) {
      if (enough(first)) yield [first];
      continue;
    }
    for (const second of movable.slice(nth + 1)) if (enough(first, second)) yield [first, second];
  }
}

/** Tells whether an instance is where the last apply left it, so that its leaving would be a move. */
export function isAtHome({ fleet }: Occupancy, { from, compute }: Instance): boolean {
  return from === fleet.sites.nameOf(compute);
}

/** Nobody moves for someone of lower priority; nobody at all gives way to its own kind. */
function givesWay(occupancy: Occupancy, guest: Instance, { priority, index }: Workload): boolean {
  if (guest.workload.index === index) return false;
  return guest.workload.priority <= priority || !isAtHome(occupancy, guest);
}

/** Tells whether a compute would do if everyone left who could; may say so of one that would not. */
function couldDo(occupancy: Occupancy, workload: Workload, compute: number, { gain }: Mobility): boolean {
  for (const r of workload.asked) {
    const at = r * occupancy.fleet.size + compute;
    if ((occupancy.free[at] as number) + (gain[at] as number) < (workload.min[r] as number)) return false;
  }
  // Its own kind does not give way, so that what they forbid remains forbidden.
  return ![spreadMax, topologyShare].some(
    (rule) => rule.concerns(workload) && rule.rejects(occupancy, workload, compute),
  );
}
