import type { Draft } from './draft.ts';
import type { Market } from './market.ts';
import type { Random } from './random.ts';

/** How many offers are tried for a new host, about: enough to find a good one, few enough to be quick. */
const TRIED = 6;

/** Packs what is pending: into the hosts there are, then into new ones. */
export class Recreation {
  readonly #market: Market;
  readonly #values: Float64Array;
  readonly #random: Random;
  readonly #rank: Float64Array;
  readonly #free: Float64Array;
  readonly #kept: Float64Array;
  /** The least that anyone pending needs. */
  readonly #least: Float64Array;
  /** The fill that is tried, and the best so far: class and count by turns. */
  #trial: number[] = [];
  #best: number[] = [];

  /** `values` say what an instance of each class is worth. */
  constructor(market: Market, values: Float64Array, random: Random) {
    this.#market = market;
    this.#values = values;
    this.#random = random;
    this.#rank = new Float64Array(market.classCount);
    this.#free = new Float64Array(market.width);
    this.#kept = new Float64Array(market.width);
    this.#least = new Float64Array(market.width);
  }

  /** Returns the slots of the hosts it opens. */
  pack(draft: Draft): number[] {
    const order = this.#order(draft.pending);
    this.#fill(draft, order);
    const opened: number[] = [];
    for (;;) {
      const slot = this.#open(draft, order);
      if (slot < 0) return opened;
      opened.push(slot);
    }
  }

  /** What is worth most first, a little shuffled. */
  #order(pending: Int32Array): number[] {
    const random = this.#random;
    const noise = random() < 0.5 ? 0.2 : 1;
    const order: number[] = [];
    for (let c = 0; c < pending.length; c++) {
      if ((pending[c] as number) <= 0) continue;
      this.#rank[c] = (this.#values[c] as number) * (1 + noise * (random() - 0.5));
      order.push(c);
    }
    return order.sort((a, b) => (this.#rank[b] as number) - (this.#rank[a] as number) || a - b);
  }

  #fill(draft: Draft, order: readonly number[]): void {
    const { pending } = draft;
    const roomy = this.#roomy(draft, order);
    for (const c of order) {
      const from = Math.floor(this.#random() * roomy.length);
      for (let n = 0; n < roomy.length && (pending[c] as number) > 0; n++) {
        const slot = roomy[from + n < roomy.length ? from + n : from + n - roomy.length] as number;
        const count = draft.room(slot, c, pending[c] as number);
        if (count > 0) draft.put(slot, c, count);
      }
    }
  }

  /** The hosts that have room for the least that anyone needs: few, once hosts are full. */
  #roomy({ open, free }: Draft, order: readonly number[]): number[] {
    const { width, need } = this.#market;
    const least = this.#least.fill(Infinity);
    for (const c of order) {
      for (let r = 0; r < width; r++) least[r] = Math.min(least[r] as number, need[c * width + r] as number);
    }
    return open.filter((slot) => {
      for (let r = 0; r < width; r++)
        if ((free[slot * width + r] as number) < (least[r] as number)) return false;
      return true;
    });
  }

  /** Opens the host whose content is worth most for its price; -1 where nothing is left or admitted. */
  #open(draft: Draft, order: readonly number[]): number {
    if (!order.some((c) => (draft.pending[c] as number) > 0)) return -1;
    const chosen = this.#choose(draft, order);
    if (chosen < 0) return -1;
    const slot = draft.add(chosen);
    const best = this.#best;
    for (let at = 0; at < best.length; at += 2) draft.put(slot, best[at] as number, best[at + 1] as number);
    return slot;
  }

  /** Tries every offer, or where there are many, some at random; all of them if none of these holds anything. */
  #choose(draft: Draft, order: readonly number[]): number {
    const { offerCount, price } = this.#market;
    const random = this.#random;
    let chosen = -1;
    let bestRate = 0;
    const consider = (offer: number): void => {
      if (!draft.allowance.admits(offer)) return;
      const worth = this.#tryFill(draft.pending, offer, order);
      const rate = (worth / (price[offer] as number)) * (1 + 0.1 * random());
      if (this.#trial.length === 0 || (chosen >= 0 && rate <= bestRate)) return;
      chosen = offer;
      bestRate = rate;
      [this.#trial, this.#best] = [this.#best, this.#trial];
    };
    if (offerCount > 2 * TRIED) for (let n = 0; n < TRIED; n++) consider(this.#anyOffer(draft));
    if (chosen < 0) for (let offer = 0; offer < offerCount; offer++) consider(offer);
    return chosen;
  }

  /** Half the time one that is bought already and may be again: what is of use is tried more often. */
  #anyOffer({ open, offer, allowance }: Draft): number {
    const random = this.#random;
    if (open.length > 0 && random() < 0.5) {
      const bought = offer[open[Math.floor(random() * open.length)] as number] as number;
      if (allowance.admits(bought)) return bought;
    }
    return Math.floor(random() * this.#market.offerCount);
  }

  /** Fills an offer greedily and returns what the content is worth. */
  #tryFill(pending: Int32Array, offer: number, order: readonly number[]): number {
    const { width, need, buffer, capacity, fits, classCount, most, avoids } = this.#market;
    const [free, kept, trial] = [this.#free, this.#kept.fill(0), this.#trial];
    trial.length = 0;
    for (let r = 0; r < width; r++) free[r] = capacity[offer * width + r] as number;
    let worth = 0;
    for (const c of order) {
      if (fits[offer * classCount + c] !== 1) continue;
      let room = Math.min(pending[c] as number, most[c] as number);
      for (let r = 0; r < width && room > 0; r++) {
        const each = need[c * width + r] as number;
        const left = (free[r] as number) - Math.max(kept[r] as number, buffer[c * width + r] as number);
        if (left < 0) room = 0;
        else if (each * room > left) room = Math.floor(left / each);
      }
      if (room <= 0 || meets(trial, avoids[c] as readonly number[])) continue;
      trial.push(c, room);
      worth += room * (this.#values[c] as number);
      for (let r = 0; r < width; r++) {
        free[r]! -= (need[c * width + r] as number) * room;
        kept[r] = Math.max(kept[r] as number, buffer[c * width + r] as number);
      }
    }
    return worth;
  }
}

/** Whether one of some classes is in a fill. */
function meets(fill: readonly number[], classes: readonly number[]): boolean {
  if (classes.length === 0) return false;
  for (let at = 0; at < fill.length; at += 2) if (classes.includes(fill[at] as number)) return true;
  return false;
}
