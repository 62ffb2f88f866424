import type { Box, Family, Span } from './box.ts';
import { DIMENSIONS } from './box.ts';
import type { Edges } from './edges.ts';
import { edgesOf, placeOf } from './edges.ts';

const SIDES = DIMENSIONS.length;

/**
 * Boxes of one family on a grid of their own edges. Within one cell of the grid no box has an edge, so small integers do
 * for addresses of 128 bits, and what holds for one packet of a cell holds for all of it.
 */
export class Grid {
  readonly family: Family;
  /** How many boxes were looked at, over all questions: what an answer costs, alike on every machine. */
  visits = 0;
  readonly #edges: readonly Edges[];
  /** For each box the first and the last step in each dimension. */
  readonly #steps: Int32Array;

  constructor(family: Family, boxes: readonly Box[]) {
    this.family = family;
    this.#edges = DIMENSIONS.map((_, side) => edgesOf(boxes, side));
    this.#steps = new Int32Array(boxes.length * SIDES * 2);
    let at = 0;
    for (const { spans } of boxes) {
      for (const [side, { first, last }] of spans.entries()) {
        const edges = this.#edges[side] as Edges;
        this.#steps[at++] = placeOf(first, edges);
        this.#steps[at++] = placeOf(last + 1n, edges) - 1;
      }
    }
  }

  /** The first step of a box in one dimension. */
  first(box: number, side: number): number {
    return this.#steps[(box * SIDES + side) * 2] as number;
  }

  /** The last step of a box in one dimension. */
  last(box: number, side: number): number {
    return this.#steps[(box * SIDES + side) * 2 + 1] as number;
  }

  overlap(a: number, b: number): boolean {
    this.visits++;
    for (let side = 0; side < SIDES; side++) {
      if (this.first(a, side) > this.last(b, side) || this.first(b, side) > this.last(a, side)) return false;
    }
    return true;
  }

  contains(outer: number, inner: number): boolean {
    for (let side = 0; side < SIDES; side++) {
      if (this.first(outer, side) > this.first(inner, side)) return false;
      if (this.last(outer, side) < this.last(inner, side)) return false;
    }
    return true;
  }

  /** The packets of one cell, by its step in each dimension. */
  cell(steps: readonly number[]): Box {
    const spans = steps.map((step, side): Span => {
      const [first = 0, next = 1] = this.#edges[side]?.slice(step, step + 2) ?? [];
      return { first: BigInt(first), last: BigInt(next) - 1n };
    });
    const [protocol, source, destination, port] = spans as [Span, Span, Span, Span];
    return { family: this.family, spans: [protocol, source, destination, port] };
  }
}
