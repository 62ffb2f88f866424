import { WIDTH } from './amounts.ts';
import { groupsIn, groupsOf } from './groups.ts';
import type { Occupancy } from './occupancy.ts';
import type { Eligibility, Workload } from './workload.ts';

/** So many instances of a service that ask for a place. */
export interface Demand {
  readonly workload: Workload;
  readonly count: number;
}

const ROUNDS = 60;
/** How strongly tolls answer to what is asked for, in the first round and in the last. */
const HASTE = 0.5;
const CALM = 0.02;
/** How much a service may cost more or less than another, or than 1, and still be taken for its like. */
const SOFT = 0.5;
const SHARP = 0.02;
const LEAST = 1e-9;

/**
 * Says what it would cost to let in one instance of each service, if there were a toll on what is scarce: such
 * that as many as possible cost less than 1, and these ask for no more than is free. By class; room is counted in
 * sum, for all computes together that the same services may use. A rule of thumb.
 */
export function tollsOn(occupancy: Occupancy, demands: readonly Demand[]): Map<number, number> {
  const { fleet, free } = occupancy;
  const classes = new Map<number, { workload: Workload; count: number }>();
  for (const { workload, count } of demands) {
    const known = classes.get(workload.class);
    if (known) known.count += count;
    else classes.set(workload.class, { workload, count });
  }
  const groups = groupsOf(fleet.sites, new Set(demands.map(({ workload }) => workload.eligibility)));
  const offered = new Float64Array(groups.count * WIDTH);
  for (let compute = 0; compute < fleet.size; compute++) {
    const group = groups.of[compute] as number;
    if (group < 0) continue;
    for (let r = 0; r < WIDTH; r++) {
      offered[group * WIDTH + r]! += Math.max(0, free[r * fleet.size + compute] as number);
    }
  }
  const open = new Map<Eligibility, readonly number[]>();
  const wants = [...classes.values()].map((one) => {
    const { eligibility } = one.workload;
    if (!open.has(eligibility)) open.set(eligibility, groupsIn(groups, eligibility));
    return { ...one, open: open.get(eligibility) as readonly number[] };
  });

  const total = new Float64Array(WIDTH);
  for (const { workload, count } of wants) {
    for (const r of workload.asked) total[r]! += count * (workload.min[r] as number);
  }
  const all = wants.reduce((sum, { count }) => sum + count, 0);
  // At first what an average instance asks for costs 1 in all.
  const tolls = offered.map((_, at) => {
    const asked = total[at % WIDTH] as number;
    return asked === 0 ? 0 : all / asked / WIDTH;
  });
  const taken = new Float64Array(tolls.length);
  const costs = new Float64Array(groups.count);
  for (let round = 0; round < ROUNDS; round++) {
    taken.fill(0);
    const softness = SOFT * (SHARP / SOFT) ** (round / ROUNDS);
    const strength = HASTE * (CALM / HASTE) ** (round / ROUNDS);
    for (const want of wants) {
      const { workload, count } = want;
      const least = cheapest(want, tolls, costs);
      const chance = 1 / (1 + Math.exp((least - 1) / softness));
      if (chance < LEAST) continue;
      let weights = 0;
      for (const group of want.open) {
        costs[group] =
          Math.exp((least - (costs[group] as number)) / softness) * weightOf(workload, offered, group);
        weights += costs[group];
      }
      if (weights === 0) continue;
      for (const group of want.open) {
        const part = (count * chance * (costs[group] as number)) / weights;
        for (const r of workload.asked) taken[group * WIDTH + r]! += part * (workload.min[r] as number);
      }
    }
    for (let at = 0; at < tolls.length; at++) {
      const load = (taken[at] as number) / Math.max(1, offered[at] as number);
      tolls[at]! *= Math.min(4, Math.max(0.25, load ** strength));
      if ((tolls[at] as number) < LEAST * 1e-6) tolls[at] = 0;
    }
  }
  return new Map(wants.map((want) => [want.workload.class, cheapest(want, tolls, costs)]));
}

/** Works out what each open group costs, and the least of that. */
function cheapest(
  { workload: { asked, min }, open }: { workload: Workload; open: readonly number[] },
  tolls: Float64Array,
  costs: Float64Array,
): number {
  let least = Infinity;
  for (const group of open) {
    let cost = 0;
    for (const r of asked) cost += (min[r] as number) * (tolls[group * WIDTH + r] as number);
    costs[group] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

/** Of groups that cost the same, the larger one takes more. */
function weightOf({ asked }: Workload, offered: Float64Array, group: number): number {
  const first = asked[0];
  return first === undefined ? 1 : (offered[group * WIDTH + first] as number);
}
