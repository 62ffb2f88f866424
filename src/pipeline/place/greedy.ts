import { WIDTH } from './amounts.ts';
import { Candidates } from './candidates.ts';
import type { Fleet } from './fleet.ts';
import type { Instance } from './instance.ts';
import { byUrgency } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/** Puts each instance on its best compute: high priority first, then what is hard to place, then by name. */
export function greedy(occupancy: Occupancy, waiting: readonly Instance[]): void {
  const scarcity = scarcityOf(occupancy.fleet);
  const order = [...waiting].sort(
    (a, b) =>
      b.workload.priority - a.workload.priority ||
      (scarcity[b.workload.index] as number) - (scarcity[a.workload.index] as number) ||
      byUrgency(a, b),
  );
  let workload: Workload | undefined;
  let candidates: Candidates | undefined;
  for (const instance of order) {
    if (instance.workload !== workload) {
      workload = instance.workload;
      candidates = new Candidates(occupancy, workload);
    }
    candidates?.seat(instance);
  }
}

/** Rates how hard each service is to place: its largest share of the fleet ÷ the computes that may take it. */
function scarcityOf({ capacity, workloads }: Fleet): Float64Array {
  const total = new Float64Array(WIDTH);
  for (const [at, amount] of capacity.entries()) total[at % WIDTH]! += amount;
  return Float64Array.from(workloads, ({ min, eligibility }) => {
    const shares = min.map((amount, r) => (amount === 0 ? 0 : amount / (total[r] as number)));
    return Math.max(...shares) / eligibility.computes.length;
  });
}
