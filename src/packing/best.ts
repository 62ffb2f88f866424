import type { Budget } from './budget.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { better } from './packing.ts';
import { roundUp } from './price-step.ts';

/** The best packing so far and the highest bound; whoever waits is told when either improves. */
export class Best {
  readonly #market: Market;
  readonly #budget: Budget;
  packing: Packing;
  /** No packing of what was packed is cheaper. */
  lowerBound = 0;

  constructor(market: Market, budget: Budget, packing: Packing) {
    this.#market = market;
    this.#budget = budget;
    this.packing = packing;
    this.#tell();
  }

  /** Nothing is left to gain: everything is placed at the lowest possible cost. */
  get proved(): boolean {
    return this.packing.leftCount === 0 && this.packing.cost <= this.lowerBound * (1 + 1e-6);
  }

  get answer(): { packing: Packing; lowerBound: number } {
    return { packing: this.packing, lowerBound: this.lowerBound };
  }

  take(packing: Packing): void {
    if (!better(packing, this.packing)) return;
    this.packing = packing;
    this.#tell();
  }

  raise(bound: number): void {
    const next = Math.min(this.packing.cost, roundUp(this.#market, bound));
    if (next <= this.lowerBound) return;
    this.lowerBound = next;
    this.#tell();
  }

  #tell(): void {
    this.#budget.tell({ cost: this.packing.cost, lowerBound: this.lowerBound });
  }
}
