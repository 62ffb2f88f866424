import type { Grid } from './grid.ts';
import type { Region, Steps } from './region.ts';
import { firstOf, lastOf, outside, within } from './region.ts';
import type { Rest } from './without-slabs.ts';

/** A box that covers no less than this share of a region is worth cutting it by. */
const LARGE = 0.1;

const FEW = 16;

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Cuts a region to pieces that together with what one box covers are all of it: that box is the one that covers most, and
 * is used. Where even that is little, the region is cut in two.
 */
export function* piecesOf(grid: Grid, rest: Rest, used: Set<number> | undefined): Iterable<Rest> {
  const { box, share } = largestIn(grid, rest);
  if (share < LARGE && rest.boxes.length > 8) yield* halves(grid, rest);
  else {
    used?.add(box);
    yield* around(grid, rest, box);
  }
}

function* around(grid: Grid, { region, boxes }: Rest, pivot: number): Iterable<Rest> {
  const others = boxes.filter((box) => box !== pivot);
  const inside = [...region];
  for (const [side, steps] of region.entries()) {
    const [first, last] = [grid.first(pivot, side), grid.last(pivot, side)];
    const left = outside(steps, [[first, last]]);
    if (left.length === 0) continue;
    const piece = [...inside];
    piece[side] = left;
    yield { region: piece, boxes: others };
    inside[side] = within(steps, first, last);
  }
}

/** Cuts at the edge in the middle of those in the dimension in which the fewest boxes have one, as far as a few tell. */
function* halves(grid: Grid, { region, boxes }: Rest): Iterable<Rest> {
  let side = 0;
  let edges: number[] = [];
  for (let at = 0; at < region.length; at++) {
    const own = edgesWithin(grid, region, boxes, at);
    if (own.length > 0 && (edges.length === 0 || own.length * 2 < edges.length)) {
      side = at;
      edges = own;
    }
  }
  const middle = edges.sort((a, b) => a - b)[edges.length >> 1] as number;
  for (const [first, last] of [
    [0, middle - 1],
    [middle, Infinity],
  ] as const) {
    const half = [...region];
    half[side] = within(region[side] ?? [], first, last);
    yield { region: half, boxes };
  }
}

/** Edges of some of the boxes in one dimension, where they cut a region. */
function edgesWithin(grid: Grid, region: Region, boxes: readonly number[], side: number): number[] {
  const [low, high] = [firstOf(region[side] as Steps), lastOf(region[side] as Steps)];
  const found: number[] = [];
  // An even pace could keep step with the order in which somebody wrote the rules.
  for (let nth = 0; nth < FEW; nth++) {
    const box = boxes[Math.floor(((nth * GOLDEN) % 1) * boxes.length)] as number;
    const first = grid.first(box, side);
    const end = grid.last(box, side) + 1;
    if (first > low) found.push(first);
    if (end <= high) found.push(end);
  }
  return found;
}

/** The box that covers most, gaps not counted: whichever is taken first, the answer is the same. */
function largestIn(grid: Grid, { region, boxes }: Rest): { box: number; share: number } {
  const lows = region.map(firstOf);
  const highs = region.map(lastOf);
  const whole = region.map((_, side) => (highs[side] as number) - (lows[side] as number) + 1);
  const size = whole.reduce((product, length) => product * length);
  let largest = boxes[0] as number;
  let most = 0;
  for (let at = 0; at < boxes.length; at++) {
    const box = boxes[at] as number;
    let covered = 1;
    for (let side = 0; side < 4; side++) {
      const last = Math.min(grid.last(box, side), highs[side] as number);
      covered *= last - Math.max(grid.first(box, side), lows[side] as number) + 1;
    }
    if (covered > most) {
      largest = box;
      most = covered;
    }
  }
  return { box: largest, share: most / size };
}
