import type { ResourceVector } from '../../model/resources.ts';
import { vectorFrom, WIDTH } from './amounts.ts';
import type { Fleet } from './fleet.ts';
import type { Occupancy } from './occupancy.ts';

/** Adds up what the instances on a compute are granted. */
export function allocatedOn(occupancy: Occupancy, compute: number): ResourceVector {
  const sum = new Float64Array(WIDTH);
  for (const { granted } of occupancy.on(compute)) {
    for (let r = 0; r < WIDTH; r++) sum[r]! += granted[r] as number;
  }
  return vectorFrom(sum);
}

/** What services may use of a compute. */
export function totalOf({ capacity, size }: Fleet, compute: number): ResourceVector {
  return figuresAt(capacity, size, compute);
}

/** Reads the figures of one compute out of amounts that lie as those of a fleet do. */
export function figuresAt(amounts: Float64Array, size: number, compute: number): ResourceVector {
  const figures = new Float64Array(WIDTH);
  for (let r = 0; r < WIDTH; r++) figures[r] = amounts[r * size + compute] as number;
  return vectorFrom(figures);
}
