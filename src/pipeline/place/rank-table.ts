import { NOWHERE } from './instance.ts';
import type { Layout } from './layout.ts';

/** The rank of a compute that a hard rule forbids. */
export const FORBIDDEN = -1;
/** A position takes as long to forget as so many nodes, where all are forgotten at once. */
const REACH = 32;

/** One rank for each position of a layout, a tree of the best of them for each segment, and a count for each. */
export class RankTable {
  layout!: Layout;
  /** The highest rank below each node of the layout's trees; the last of a tree are the positions. */
  #ranks = new Int32Array(0);
  /** How many positions of each segment are not forbidden. */
  #counts = new Int32Array(0);
  /** The positions that have been shown, and how many they are. */
  readonly #shown: Int32Array;
  #showing = 0;

  /** Makes room for layouts of up to so many computes. */
  constructor(size: number) {
    this.#shown = new Int32Array(size);
  }

  /** Forgets everything: all positions are forbidden. */
  clear(layout: Layout): void {
    if (this.#showing * REACH > this.#ranks.length) this.#ranks.fill(FORBIDDEN);
    else for (let nth = 0; nth < this.#showing; nth++) this.#write(this.#shown[nth] as number, FORBIDDEN);
    this.#showing = 0;
    if (this.#ranks.length < layout.nodes) this.#ranks = new Int32Array(layout.nodes).fill(FORBIDDEN);
    const { length } = layout.roots;
    if (this.#counts.length < length) this.#counts = new Int32Array(length);
    this.#counts.fill(0, 0, length);
    this.layout = layout;
  }

  /** Counts positions that are not shown though they are not forbidden. */
  add(segment: number, count: number): void {
    this.#counts[segment]! += count;
  }

  /** Ranks a position that was counted and not shown. */
  show(position: number, rank: number): void {
    this.#shown[this.#showing++] = position;
    this.#write(position, rank);
  }

  rankAt(position: number): number {
    const { segmentOf, roots, widths, segments } = this.layout;
    const segment = segmentOf[position] as number;
    const nth = position - (segments[segment] as number);
    return this.#ranks[(roots[segment] as number) + (widths[segment] as number) + nth] as number;
  }

  /** Ranks a position that is shown, or forbids it. */
  set(position: number, rank: number): void {
    const change = Number(rank !== FORBIDDEN) - Number(this.rankAt(position) !== FORBIDDEN);
    if (change !== 0) this.#counts[this.layout.segmentOf[position] as number]! += change;
    this.#write(position, rank);
  }

  /** Finds in the segments that are open the highest rank, and of equals the first by name. */
  best(isOpen: (segment: number) => boolean): number {
    const { order, roots } = this.layout;
    let best = NOWHERE;
    let highest = FORBIDDEN;
    for (let segment = 0; segment < roots.length; segment++) {
      const rank = this.#ranks[(roots[segment] as number) + 1] as number;
      if (rank === FORBIDDEN || rank < highest || !isOpen(segment)) continue;
      const position = this.#bestOf(segment);
      if (rank === highest && (order[position] as number) > (order[best] as number)) continue;
      best = position;
      highest = rank;
    }
    return best;
  }

  /** Counts what is not forbidden in the segments that are open. */
  count(isOpen: (segment: number) => boolean): number {
    let count = 0;
    for (let segment = 0; segment < this.layout.roots.length; segment++) {
      if (isOpen(segment)) count += this.#counts[segment] as number;
    }
    return count;
  }

  #bestOf(segment: number): number {
    const { roots, widths, segments } = this.layout;
    const root = roots[segment] as number;
    const width = widths[segment] as number;
    const rank = this.#ranks[root + 1];
    let node = 1;
    while (node < width) node = this.#ranks[root + 2 * node] === rank ? 2 * node : 2 * node + 1;
    return (segments[segment] as number) + node - width;
  }

  #write(position: number, rank: number): void {
    const { segmentOf, roots, widths, segments } = this.layout;
    const ranks = this.#ranks;
    const segment = segmentOf[position] as number;
    const root = roots[segment] as number;
    let node = (widths[segment] as number) + position - (segments[segment] as number);
    let highest = rank;
    for (;;) {
      if (ranks[root + node] === highest) return;
      ranks[root + node] = highest;
      if (node === 1) return;
      const other = ranks[root + (node ^ 1)] as number;
      if (other > highest) highest = other;
      node >>= 1;
    }
  }
}
