import type { Budget } from './budget.ts';
import type { Packing } from './packing.ts';

/** A search that shows the best so far now and then, and takes in return the share of the time that is used up. */
export type Search = Generator<Packing, Packing, number>;

/** Runs a search to its end, or until time is up: it gives way to timers, and tells of what it finds. */
export async function runPatiently(
  search: Search,
  budget: Budget,
  seen: (packing: Packing) => void,
): Promise<Packing> {
  const from = budget.left();
  let step = search.next(0);
  while (!step.done) {
    seen(step.value);
    await budget.pause();
    const timed = Number.isFinite(from) && from > 0 ? 1 - budget.left() / from : 0;
    step = search.next(budget.expired() ? 1 : timed);
  }
  seen(step.value);
  return step.value;
}

/** Runs a search to its end at once. */
export function runAtOnce(search: Search): Packing {
  let step = search.next(0);
  while (!step.done) step = search.next(0);
  return step.value;
}
