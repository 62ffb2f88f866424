import type { PlannedPlacement } from '../../model/placement.ts';
import type { Stay } from './stay.ts';
import type { Cargo, Yard } from './yard.ts';

/** Whether each value of a topology key keeps its number of instances, or may have any. */
export type Spread = 'as it is' | 'free';

/** Instances of one service that are interchangeable, and the computes that may hold them. */
export interface Group {
  readonly cargo: Cargo;
  readonly seats: readonly PlannedPlacement[];
  readonly admitted: Uint8Array;
}

/** Groups what moves by service and, where it spreads and that is to stay, by the value of its topology key. */
export function groupsOf(
  yard: Yard,
  moving: readonly PlannedPlacement[],
  staying: ReadonlyMap<number, Stay>,
  spread: Spread,
): Group[] {
  const byService = new Map<string, Map<number, PlannedPlacement[]>>();
  const cargo = new Map(yard.workloads.map((workload) => [workload.name, workload]));
  for (const placement of moving) {
    const compute = yard.sites.indexOf(placement.compute) as number;
    const topology = spread === 'as it is' ? cargo.get(placement.service)?.eligibility.topology : undefined;
    const value = topology?.valueOf[compute] ?? 0;
    let values = byService.get(placement.service);
    if (!values) byService.set(placement.service, (values = new Map<number, PlannedPlacement[]>()));
    const seats = values.get(value);
    if (seats) seats.push(placement);
    else values.set(value, [placement]);
  }
  return [...byService].flatMap(([service, values]) => {
    const workload = cargo.get(service) as Cargo;
    return [...values].map(([value, seats]): Group => {
      const { mask } = workload.eligibility;
      const topology = spread === 'as it is' ? workload.eligibility.topology : undefined;
      const admitted = mask.map((may, compute) =>
        may === 1 && (topology?.valueOf[compute] ?? 0) === value ? 1 : 0,
      );
      for (const [compute, { counts }] of staying) {
        const full = (counts.get(workload.index) ?? 0) >= (workload.rules.spreadMax ?? Infinity);
        if (full || [...workload.avoids].some((other) => counts.has(other))) admitted[compute] = 0;
      }
      return { cargo: workload, seats, admitted };
    });
  });
}
