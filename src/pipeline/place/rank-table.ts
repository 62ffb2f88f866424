import { NOWHERE } from './instance.ts';
import type { Layout } from './layout.ts';

/** The rank of a compute that a hard rule forbids. */
export const FORBIDDEN = -1;

/** One rank for each position of a layout, with the best of each block and a count for each segment. */
export class RankTable {
  layout!: Layout;
  readonly #ranks: Int32Array;
  /** The best position of each block. */
  readonly #bests: Int32Array;
  /** How many positions of each segment are not forbidden. */
  readonly #counts: Int32Array;

  /** Makes room for layouts of up to so many computes; `fill` goes first. */
  constructor(size: number) {
    this.#ranks = new Int32Array(size);
    this.#bests = new Int32Array(size + 1);
    this.#counts = new Int32Array(size + 1);
  }

  /** Forgets everything: all positions are forbidden. */
  clear(layout: Layout): void {
    this.layout = layout;
    this.#ranks.fill(FORBIDDEN, 0, layout.order.length);
    this.#bests.fill(NOWHERE, 0, layout.blocks.length);
    this.#counts.fill(0, 0, layout.segments.length);
  }

  /** Counts positions that are not shown though they are not forbidden. */
  add(segment: number, count: number): void {
    this.#counts[segment]! += count;
  }

  /** Ranks a position that was counted and not shown. */
  show(position: number, rank: number): void {
    const block = this.layout.blockOf[position] as number;
    const best = this.#bests[block] as number;
    this.#ranks[position] = rank;
    const highest = best === NOWHERE ? FORBIDDEN : (this.#ranks[best] as number);
    if (rank > highest || (rank === highest && position < best)) this.#bests[block] = position;
  }

  rankAt(position: number): number {
    return this.#ranks[position] as number;
  }

  /** Ranks a position that is shown, or forbids it. */
  set(position: number, rank: number): void {
    const { blocks } = this.layout;
    const block = this.layout.blockOf[position] as number;
    const change = Number(rank !== FORBIDDEN) - Number(this.#ranks[position] !== FORBIDDEN);
    if (change !== 0) this.#counts[this.layout.segmentOf[block] as number]! += change;
    this.#ranks[position] = rank;
    let best = NOWHERE;
    let highest = FORBIDDEN;
    const end = blocks[block + 1] as number;
    for (let at = blocks[block] as number; at < end; at++) {
      if ((this.#ranks[at] as number) <= highest) continue;
      best = at;
      highest = this.#ranks[at] as number;
    }
    this.#bests[block] = best;
  }

  /** Finds in the segments that are open the highest rank, and of equals the first by name. */
  best(isOpen: (segment: number) => boolean): number {
    const { order, segments } = this.layout;
    let best = NOWHERE;
    let highest = FORBIDDEN;
    for (let segment = 0; segment < segments.length - 1; segment++) {
      if (this.#counts[segment] === 0 || !isOpen(segment)) continue;
      const end = segments[segment + 1] as number;
      for (let block = segments[segment] as number; block < end; block++) {
        const position = this.#bests[block] as number;
        if (position === NOWHERE) continue;
        const rank = this.#ranks[position] as number;
        if (rank < highest) continue;
        if (rank === highest && (order[position] as number) > (order[best] as number)) continue;
        best = position;
        highest = rank;
      }
    }
    return best;
  }

  /** Counts what is not forbidden in the segments that are open. */
  count(isOpen: (segment: number) => boolean): number {
    let count = 0;
    for (let segment = 0; segment < this.layout.segments.length - 1; segment++) {
      if (isOpen(segment)) count += this.#counts[segment] as number;
    }
    return count;
  }
}
