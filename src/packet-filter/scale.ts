import type { Box, Family, Span } from './box.ts';
import { DIMENSIONS } from './box.ts';
import type { Edges } from './edges.ts';
import { edgesOf, placeOf } from './edges.ts';

const SIDES = DIMENSIONS.length;

/**
 * The edges of boxes of one family, numbered in each dimension. Between two edges that follow each other, a step, no box
 * begins or ends: what holds for one packet there holds for all, and small integers do for addresses of 128 bits.
 */
export class Scale {
  readonly family: Family;
  readonly #edges: readonly Edges[];
  readonly #steps = new Map<Box, Int32Array>();

  constructor(family: Family, boxes: readonly Box[]) {
    this.family = family;
    this.#edges = DIMENSIONS.map((_, side) => edgesOf(boxes, side));
  }

  /** The first and the last step of a box in each dimension, one pair after the other; an edge must be of the scale. */
  stepsOf(box: Box): Int32Array {
    let steps = this.#steps.get(box);
    if (!steps) this.#steps.set(box, (steps = this.#measure(box)));
    return steps;
  }

  /** What lies between two edges of each dimension, by their numbers. */
  box(between: readonly (readonly [edge: number, next: number])[]): Box {
    const spans = between.map(([edge, next], side): Span => {
      const edges = this.#edges[side] as Edges;
      return { first: BigInt(edges[edge] as number), last: BigInt(edges[next] as number) - 1n };
    });
    const [protocol, source, destination, port] = spans as [Span, Span, Span, Span];
    return { family: this.family, spans: [protocol, source, destination, port] };
  }

  #measure({ spans }: Box): Int32Array {
    const steps = new Int32Array(SIDES * 2);
    for (const [side, { first, last }] of spans.entries()) {
      const edges = this.#edges[side] as Edges;
      steps[side * 2] = placeOf(first, edges);
      steps[side * 2 + 1] = placeOf(last + 1n, edges) - 1;
    }
    return steps;
  }
}
