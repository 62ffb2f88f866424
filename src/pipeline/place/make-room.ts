import type { Target } from './evictions.ts';
import { setsOf, targetsFor } from './evictions.ts';
import type { Instance } from './instance.ts';
import { Mobility } from './mobility.ts';
import type { Occupancy } from './occupancy.ts';
import { swap, trySwap } from './swap.ts';

/** How many evictions are carried out on trial for each newcomer and size of set. */
const TRIALS = 64;

/** A way to let a newcomer in. */
interface Option {
  readonly compute: number;
  readonly evicted: readonly Instance[];
  /** How many of the evicted were there before this plan. */
  readonly moves: number;
  readonly score: number;
}

/** Lets newcomers in by moving one or two others out of their way. */
export class MakeRoom {
  readonly #occupancy: Occupancy;
  readonly #mobility: Mobility;
  /** Services for which everything was tried since something last moved. */
  readonly #hopeless = new Set<number>();

  constructor(occupancy: Occupancy) {
    this.#occupancy = occupancy;
    this.#mobility = new Mobility(occupancy);
  }

  /** Places a newcomer with the fewest moves, then at the best score, then first by name; false if it cannot. */
  for(newcomer: Instance): boolean {
    const { index, name } = newcomer.workload;
    if (this.#hopeless.has(index)) return false;
    const targets = targetsFor(this.#occupancy, newcomer, this.#mobility);
    const single = this.#search(newcomer, targets, 1);
    const option = single?.moves === 0 ? single : (this.#search(newcomer, targets, 2, single) ?? single);
    if (!option) {
      this.#hopeless.add(index);
      return false;
    }
    for (const instance of option.evicted) {
      if (this.#lives(instance)) instance.moved = `moved from ${instance.from} to make room for ${name}`;
    }
    swap(this.#occupancy, newcomer, option.compute, option.evicted);
    this.#mobility.left(option.compute);
    this.#hopeless.clear();
    return true;
  }

  /** Finds the best set of one size; one that betters `limit` in moves, where that is given. */
  #search(newcomer: Instance, targets: readonly Target[], size: 1 | 2, limit?: Option): Option | undefined {
    let best: Option | undefined;
    let trials = 0;
    for (const { compute, movable } of targets) {
      for (const evicted of setsOf(movable, size)) {
        const moves = evicted.filter((instance) => this.#lives(instance)).length;
        if ((limit && moves >= limit.moves) || (best && moves > best.moves)) continue;
        const answer = trySwap(this.#occupancy, newcomer, compute, evicted);
        if (answer === 'no room even then') continue;
        const better = !best || moves < best.moves || (typeof answer === 'number' && answer > best.score);
        if (typeof answer === 'number' && better) best = { compute, evicted, moves, score: answer };
        if (++trials === TRIALS) return best;
      }
    }
    return best;
  }

  #lives({ from, compute }: Instance): boolean {
    return from === this.#occupancy.fleet.sites.nameOf(compute);
  }
}
