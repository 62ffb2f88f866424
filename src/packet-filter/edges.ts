import type { Box, Span } from './box.ts';
import { DIMENSIONS } from './box.ts';

/** Where something starts, or the end before it: numbers as far as they are exact, which bigints are slower than. */
export type Edges = readonly number[] | readonly bigint[];

/** Every place in one dimension at which some box starts, or after which one ends, ascending. */
export function edgesOf(boxes: readonly Box[], side: number): Edges {
  return hasLargeNumbers(boxes, side) ? largeEdges(boxes, side) : smallEdges(boxes, side);
}

/** The place of a value among edges, which it is one of. */
export function placeOf(value: bigint, edges: Edges): number {
  const wanted = typeof edges[0] === 'bigint' ? value : Number(value);
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] as number | bigint) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hasLargeNumbers([box]: readonly Box[], side: number): boolean {
  const name = DIMENSIONS[side];
  return box?.family === 6 && (name === 'source' || name === 'destination');
}

function smallEdges(boxes: readonly Box[], side: number): number[] {
  const all = new Float64Array(boxes.length * 2);
  for (const [at, box] of boxes.entries()) {
    const { first, last } = box.spans[side] as Span;
    all[at * 2] = Number(first);
    all[at * 2 + 1] = Number(last) + 1;
  }
  return Array.from(all.sort().filter((edge, at, sorted) => edge !== sorted[at - 1]));
}

function largeEdges(boxes: readonly Box[], side: number): bigint[] {
  const all = boxes.flatMap((box) => {
    const { first, last } = box.spans[side] as Span;
    return [first, last + 1n];
  });
  return [...new Set(all)].sort((a, b) => (a < b ? -1 : 1));
}
