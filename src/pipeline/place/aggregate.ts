import { WIDTH } from './amounts.ts';
import type { Groups } from './groups.ts';
import { groupsIn, groupsOf } from './groups.ts';
import type { Fleet } from './fleet.ts';
import type { Eligibility, Workload } from './workload.ts';

/** So many instances of a service that ask for a place. */
export interface Demand {
  readonly workload: Workload;
  readonly count: number;
}

/** All that services of one class ask for. */
export interface Want {
  /** One of them. */
  readonly workload: Workload;
  readonly count: number;
  /** The groups in which they may be. */
  readonly open: readonly number[];
}

/** Room and demand in sum: a group's computes are taken for one large one, a class's services for one. */
export interface Aggregate {
  readonly groups: Groups;
  /** The room in each group: resource `r` of group `g` is at `g * WIDTH + r`. */
  readonly offered: Float64Array;
  readonly wants: readonly Want[];
}

/** Adds up demands, and the room that there is for them, laid out as the fleet's amounts. */
export function aggregateOf(fleet: Fleet, demands: readonly Demand[], room: Float64Array): Aggregate {
  const groups = groupsOf(fleet.sites, new Set(demands.map(({ workload }) => workload.eligibility)));
  const offered = new Float64Array(groups.count * WIDTH);
  for (let compute = 0; compute < fleet.size; compute++) {
    const group = groups.of[compute] as number;
    if (group < 0) continue;
    for (let r = 0; r < WIDTH; r++) {
      offered[group * WIDTH + r]! += Math.max(0, room[r * fleet.size + compute] as number);
    }
  }
  const classes = new Map<number, { workload: Workload; count: number }>();
  for (const { workload, count } of demands) {
    const known = classes.get(workload.class);
    if (known) known.count += count;
    else classes.set(workload.class, { workload, count });
  }
  const open = new Map<Eligibility, readonly number[]>();
  const wants = [...classes.values()].map((one) => {
    const { eligibility } = one.workload;
    if (!open.has(eligibility)) open.set(eligibility, groupsIn(groups, eligibility));
    return { ...one, open: open.get(eligibility) as readonly number[] };
  });
  return { groups, offered, wants };
}
