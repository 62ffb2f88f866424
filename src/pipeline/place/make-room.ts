import type { Target } from './evictions.ts';
import { isAtHome, setsFor, targetsFor } from './evictions.ts';
import type { Instance } from './instance.ts';
import { LeftOver } from './left-over.ts';
import type { Mobility } from './mobility.ts';
import type { Occupancy } from './occupancy.ts';
import type { Ranking } from './ranking.ts';
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
  readonly #ranking: Ranking;
  readonly #leftOver: LeftOver;
  /** Who could go elsewhere, found anew now and then. */
  mobility!: Mobility;
  /** How many computes were looked at. */
  looks = 0;

  constructor(occupancy: Occupancy, ranking: Ranking) {
    this.#occupancy = occupancy;
    this.#ranking = ranking;
    this.#leftOver = new LeftOver(occupancy);
  }

  /** Places a newcomer with the fewest moves, then at the best score, then first by name; false if it cannot. */
  for(newcomer: Instance): boolean {
    const { workload } = newcomer;
    if (!this.#leftOver.wouldDo(workload)) return false;
    this.looks += workload.eligibility.count;
    const targets = targetsFor(this.#occupancy, workload, this.mobility);
    const single = this.#search(newcomer, targets, 1);
    const option = single?.moves === 0 ? single : (this.#search(newcomer, targets, 2, single) ?? single);
    if (!option) return false;
    for (const instance of option.evicted) {
      if (isAtHome(this.#occupancy, instance)) {
        instance.moved = `moved from ${instance.from} to make room for ${workload.name}`;
      }
    }
    swap(this.#occupancy, this.#ranking, newcomer, option.compute, option.evicted);
    for (const { compute } of [newcomer, ...option.evicted]) this.mobility.refresh(compute);
    return true;
  }

  /** Finds the best set of one size; one that betters `limit` in moves, where that is given. */
  #search(newcomer: Instance, targets: readonly Target[], size: 1 | 2, limit?: Option): Option | undefined {
    let best: Option | undefined;
    let trials = 0;
    for (const target of targets) {
      this.looks += target.movable.length ** size;
      for (const evicted of setsFor(this.#occupancy, newcomer.workload, target, size)) {
        const { compute } = target;
        const moves = evicted.filter((instance) => isAtHome(this.#occupancy, instance)).length;
        if ((limit && moves >= limit.moves) || (best && moves > best.moves)) continue;
        const answer = trySwap(this.#occupancy, this.#ranking, newcomer, compute, evicted);
        if (answer === 'no room even then') continue;
        this.looks += this.#occupancy.fleet.size;
        const better = !best || moves < best.moves || (typeof answer === 'number' && answer > best.score);
        if (typeof answer === 'number' && better) best = { compute, evicted, moves, score: answer };
        if (++trials === TRIALS) return best;
      }
    }
    return best;
  }
}
