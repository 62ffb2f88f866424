import { Bin } from './bin.ts';
import type { Market } from './market.ts';
import type { Allowance } from './packing.ts';
import type { Random } from './random.ts';

/** Packs loose instances: into the hosts there are, then into new ones. */
export class Recreation {
  readonly #market: Market;
  readonly #values: Float64Array;
  readonly #random: Random;
  readonly #rank: Float64Array;

  /** `values` say what an instance of each class is worth. */
  constructor(market: Market, values: Float64Array, random: Random) {
    this.#market = market;
    this.#values = values;
    this.#random = random;
    this.#rank = new Float64Array(market.classCount);
  }

  /** Replaces entries of `kept` that take something in, and returns the hosts it opens. */
  pack(kept: Bin[], pool: Int32Array, allowance: Allowance): Bin[] {
    const order = this.#order(pool);
    this.#fillKept(kept, pool, order);
    const opened: Bin[] = [];
    for (;;) {
      const bin = this.#open(pool, order, allowance);
      if (!bin) return opened;
      allowance.take(bin.offer);
      for (const c of bin.classes) pool[c]! -= bin.counts[c] as number;
      opened.push(bin);
    }
  }

  /** What is worth most first, a little shuffled. */
  #order(pool: Int32Array): number[] {
    const noise = this.#random() < 0.5 ? 0.2 : 1;
    const order: number[] = [];
    for (let c = 0; c < pool.length; c++) {
      if (pool[c] === 0) continue;
      this.#rank[c] = (this.#values[c] as number) * (1 + noise * (this.#random() - 0.5));
      order.push(c);
    }
    return order.sort((a, b) => (this.#rank[b] as number) - (this.#rank[a] as number) || a - b);
  }

  #fillKept(kept: Bin[], pool: Int32Array, order: readonly number[]): void {
    const market = this.#market;
    const own = new Set<number>();
    for (const c of order) {
      const from = Math.floor(this.#random() * kept.length);
      for (let n = 0; n < kept.length && (pool[c] as number) > 0; n++) {
        const nth = (from + n) % kept.length;
        const count = (kept[nth] as Bin).roomFor(market, c, pool[c] as number);
        if (count === 0) continue;
        if (!own.has(nth)) {
          kept[nth] = new Bin(market, (kept[nth] as Bin).offer, kept[nth]);
          own.add(nth);
        }
        (kept[nth] as Bin).add(market, c, count);
        pool[c]! -= count;
      }
    }
  }

  /** Opens the host whose content is worth most for its price; undefined where nothing is left or admitted. */
  #open(pool: Int32Array, order: readonly number[], allowance: Allowance): Bin | undefined {
    const { offerCount, price } = this.#market;
    let best: Bin | undefined;
    let bestRate = 0;
    for (let offer = 0; offer < offerCount; offer++) {
      if (!allowance.admits(offer)) continue;
      const bin = this.#fill(offer, pool, order);
      const rate = (bin.worth(this.#values) / (price[offer] as number)) * (1 + 0.1 * this.#random());
      if (bin.classes.length > 0 && (!best || rate > bestRate)) {
        best = bin;
        bestRate = rate;
      }
    }
    return best;
  }

  #fill(offer: number, pool: Int32Array, order: readonly number[]): Bin {
    const bin = new Bin(this.#market, offer);
    for (const c of order) {
      if (pool[c] === 0) continue;
      const count = bin.roomFor(this.#market, c, pool[c] as number);
      if (count > 0) bin.add(this.#market, c, count);
    }
    return bin;
  }
}
