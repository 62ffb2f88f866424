import { WIDTH } from './amounts.ts';
import type { Occupancy } from './occupancy.ts';

/** How steeply what is scarce is worth more than what is not. */
const STEEPNESS = 20;

/**
 * Says what one thousandth of each resource is worth where it is free, laid out as the fleet's amounts: most
 * where computes of that capacity are fullest. What an average instance asks for is worth about one.
 */
export function worthOf({ fleet, used }: Occupancy): Float64Array {
  const { size, shapes, capacity } = fleet;
  const usedBy = new Float64Array(WIDTH * shapes.count);
  const hadBy = new Float64Array(WIDTH * shapes.count);
  for (let compute = 0; compute < size; compute++) {
    for (let r = 0; r < WIDTH; r++) {
      const at = r * shapes.count + (shapes.of[compute] as number);
      usedBy[at]! += used[r * size + compute] as number;
      hadBy[at]! += capacity[r * size + compute] as number;
    }
  }
  const steep = usedBy.map((amount, at) =>
    hadBy[at] === 0 ? 0 : (amount / (hadBy[at] as number)) ** STEEPNESS,
  );
  const average = Float64Array.from({ length: WIDTH }, (_, r) => averageOf(fleet.workloads, r));
  const worth = new Float64Array(WIDTH * size);
  for (let compute = 0; compute < size; compute++) {
    const shape = shapes.of[compute] as number;
    let total = 0;
    for (let r = 0; r < WIDTH; r++) total += steep[r * shapes.count + shape] as number;
    if (total === 0) continue;
    for (let r = 0; r < WIDTH; r++) {
      const share = (steep[r * shapes.count + shape] as number) / total;
      worth[r * size + compute] = share / (average[r] as number);
    }
  }
  return worth;
}

/** Averages over the instances that ask for a resource; Infinity where none does. */
function averageOf(workloads: Occupancy['fleet']['workloads'], r: number): number {
  let sum = 0;
  let count = 0;
  for (const { min, replicas } of workloads) {
    if ((min[r] as number) === 0) continue;
    sum += (min[r] as number) * replicas;
    count += replicas;
  }
  return count === 0 ? Infinity : sum / count;
}
