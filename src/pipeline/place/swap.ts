import { admits } from './admission.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Ranking } from './ranking.ts';
import { rankOf } from './scores/score.ts';

/** The rank that a compute would have, or what stands in the way of an eviction. */
export type Answer = number | 'no room even then' | 'nowhere to go';

/** Tries to let a newcomer onto a compute by evicting others, and takes it back. */
export function trySwap(
  occupancy: Occupancy,
  ranking: Ranking,
  newcomer: Instance,
  compute: number,
  evicted: readonly Instance[],
): Answer {
  const before = evicted.map(({ candidates }) => candidates);
  for (const instance of evicted) occupancy.take(instance);
  let answer: Answer = 'no room even then';
  if (admits(occupancy, newcomer.workload, compute)) {
    occupancy.put(newcomer, compute);
    const { mean, hottest, fleet } = occupancy;
    answer = evicted.every((instance) => ranking.seat(instance, compute))
      ? rankOf(mean[compute] as number, hottest[compute] as number, fleet.policy)
      : 'nowhere to go';
    occupancy.take(newcomer);
  }
  for (const [nth, instance] of evicted.entries()) {
    if (instance.placed) occupancy.take(instance);
    occupancy.put(instance, compute);
    instance.candidates = before[nth] as number;
  }
  return answer;
}

/** Evicts for good; `trySwap` must have answered with a rank. */
export function swap(
  occupancy: Occupancy,
  ranking: Ranking,
  newcomer: Instance,
  compute: number,
  evicted: readonly Instance[],
): void {
  for (const instance of evicted) occupancy.take(instance);
  occupancy.put(newcomer, compute);
  newcomer.candidates = 0;
  for (const instance of evicted) ranking.seat(instance, compute);
}
