import { WIDTH } from './amounts.ts';
import { clearBit, setBit } from './bits.ts';
import type { Fleet } from './fleet.ts';
import type { Eligibility } from './workload.ts';

/** Lets nobody onto some computes, as if they were not there, until the answer is called. */
export function closeComputes(
  fleet: Fleet,
  eligibilities: readonly Eligibility[],
  computes: readonly number[],
): () => void {
  const undo = computes.flatMap((compute) => [
    ...eligibilities
      .filter(({ mask }) => mask[compute] === 1)
      .map((eligibility) => narrow(eligibility, compute)),
    empty(fleet, compute),
  ]);
  return () => {
    for (const step of undo.reverse()) step();
  };
}

/** Tells whether every value of a topology key keeps a compute where some are lost: else the shares of all change. */
export function leavesEveryValue(
  eligibilities: readonly Eligibility[],
  computes: readonly number[],
): boolean {
  return eligibilities.every(({ topology }) => {
    if (!topology) return true;
    const left = topology.members.map(({ length }) => length);
    for (const compute of computes) {
      const value = topology.valueOf[compute] as number;
      if (value >= 0) left[value]!--;
    }
    return left.every((count) => count > 0);
  });
}

/** Lists the sets of computes that services with instances may run on. */
export function eligibilitiesOf({ workloads }: Fleet): Eligibility[] {
  const used = workloads.filter(({ replicas }) => replicas > 0);
  return [...new Set(used.map(({ eligibility }) => eligibility))];
}

function narrow(eligibility: Eligibility, compute: number): () => void {
  eligibility.mask[compute] = 0;
  clearBit(eligibility.bits, compute);
  eligibility.count--;
  return () => {
    eligibility.mask[compute] = 1;
    setBit(eligibility.bits, compute);
    eligibility.count++;
  };
}

function empty({ capacity, sites, size }: Fleet, compute: number): () => void {
  const active = sites.active[compute] as number;
  const amounts = Array.from({ length: WIDTH }, (_, r) => capacity[r * size + compute] as number);
  sites.active[compute] = 0;
  for (let r = 0; r < WIDTH; r++) capacity[r * size + compute] = 0;
  return () => {
    sites.active[compute] = active;
    for (const [r, amount] of amounts.entries()) capacity[r * size + compute] = amount;
  };
}
