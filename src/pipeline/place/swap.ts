import { admits } from './admission.ts';
import { Candidates } from './candidates.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { scoreOf } from './scores/score.ts';
import { measure, newUsage } from './scores/usage.ts';

/** The score that a compute would have, or what stands in the way of an eviction. */
export type Answer = number | 'no room even then' | 'nowhere to go';

/** Tries to let a newcomer onto a compute by evicting others, and takes it back. */
export function trySwap(
  occupancy: Occupancy,
  newcomer: Instance,
  compute: number,
  evicted: readonly Instance[],
): Answer {
  const before = evicted.map(({ candidates, usedAfter }) => ({ candidates, usedAfter }));
  for (const instance of evicted) occupancy.take(instance);
  let answer: Answer = 'no room even then';
  if (admits(occupancy, newcomer.workload, compute)) {
    occupancy.put(newcomer, compute);
    answer = relocate(occupancy, evicted, compute)
      ? scoreOf(measure(newUsage(), occupancy, compute), occupancy.fleet.policy)
      : 'nowhere to go';
    occupancy.take(newcomer);
  }
  for (const [nth, instance] of evicted.entries()) {
    if (instance.placed) occupancy.take(instance);
    occupancy.put(instance, compute);
    Object.assign(instance, before[nth]);
  }
  return answer;
}

/** Evicts for good; `trySwap` must have answered with a score. */
export function swap(
  occupancy: Occupancy,
  newcomer: Instance,
  compute: number,
  evicted: readonly Instance[],
): void {
  for (const instance of evicted) occupancy.take(instance);
  occupancy.put(newcomer, compute);
  newcomer.candidates = 1;
  newcomer.usedAfter = measure(newUsage(), occupancy, compute).mean;
  relocate(occupancy, evicted, compute);
}

function relocate(occupancy: Occupancy, evicted: readonly Instance[], from: number): boolean {
  return evicted.every((instance) => new Candidates(occupancy, instance.workload).seat(instance, from));
}
