import type { Demand, Want } from './aggregate.ts';
import { aggregateOf } from './aggregate.ts';
import { WIDTH } from './amounts.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

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
export function tollsOn({ fleet, free }: Occupancy, demands: readonly Demand[]): Map<number, number> {
  const { groups, offered, wants } = aggregateOf(fleet, demands, free);
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
  { workload: { asked, min }, open }: Want,
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
