import type { Box } from './box.ts';
import type { Grid } from './grid.ts';
import type { Region, Steps } from './region.ts';
import { anyWithin, firstOf, lastOf, outside, within } from './region.ts';

/**
 * Finds packets of a region that no box of a list covers: one cell, or null where the boxes cover all of it. Exact.
 * `used`, where given, is filled with boxes of the list that cover the region by themselves, if it is covered.
 *
 * Boxes that span the region in all dimensions but one are taken away at once, in one piece. Of the others, the one
 * that covers most is taken away first, in at most four pieces, and each piece is asked again with the boxes it meets.
 */
export function findUncovered(
  grid: Grid,
  region: Region,
  boxes: readonly number[],
  used?: Set<number>,
): Box | null {
  const rest = withoutSlabs(grid, region, boxes, used);
  if (!rest) return null;
  if (rest.boxes.length === 0) return grid.cell(rest.region.map(firstOf));
  const pivot = largestIn(grid, rest.region, rest.boxes);
  used?.add(pivot);
  const others = rest.boxes.filter((box) => box !== pivot);
  const inside = [...rest.region];
  for (const [side, steps] of rest.region.entries()) {
    const [first, last] = [grid.first(pivot, side), grid.last(pivot, side)];
    const left = outside(steps, [[first, last]]);
    if (left.length === 0) continue;
    const piece = [...inside];
    piece[side] = left;
    const found = findUncovered(grid, piece, others, used);
    if (found) return found;
    inside[side] = within(steps, first, last);
  }
  return null;
}

interface Rest {
  readonly region: Region;
  /** Those that meet the region, each cut by it in two dimensions or more. */
  readonly boxes: readonly number[];
}

/** Takes away whatever leaves one piece, until nothing is left (null) or nothing more can be taken. */
function withoutSlabs(
  grid: Grid,
  whole: Region,
  among: readonly number[],
  used: Set<number> | undefined,
): Rest | null {
  let region = whole;
  let boxes = among;
  for (;;) {
    const kept: number[] = [];
    const slabs: number[][] = region.map(() => []);
    for (const box of boxes) {
      const cut = cutOf(grid, region, box);
      if (cut === SEVERAL) kept.push(box);
      else if (cut === NONE) {
        used?.add(box);
        return null;
      } else if (cut !== APART) slabs[cut]?.push(box);
    }
    if (slabs.every(({ length }) => length === 0)) return { region, boxes: kept };
    region = region.map((steps, side) => withoutSlabsOf(grid, side, steps, slabs[side] ?? [], used));
    if (region.some(({ length }) => length === 0)) return null;
    boxes = kept;
  }
}

/** Takes away from the steps of one dimension what boxes cover; those that add something count as used. */
function withoutSlabsOf(
  grid: Grid,
  side: number,
  steps: Steps,
  boxes: readonly number[],
  used: Set<number> | undefined,
): Steps {
  if (boxes.length === 0) return steps;
  const ordered = [...boxes].sort(
    (a, b) => grid.first(a, side) - grid.first(b, side) || grid.last(b, side) - grid.last(a, side),
  );
  let reached = -1;
  const stretches: [number, number][] = [];
  for (const box of ordered) {
    const last = grid.last(box, side);
    if (last <= reached) continue;
    stretches.push([Math.max(grid.first(box, side), reached + 1), last]);
    used?.add(box);
    reached = last;
  }
  return outside(steps, stretches);
}

const [NONE, SEVERAL, APART] = [-1, -2, -3];

/** In which dimensions a box leaves some of a region: in none, in one (its number) or in several. */
function cutOf(grid: Grid, region: Region, box: number): number {
  grid.visits++;
  let cut = NONE;
  for (let side = 0; side < region.length; side++) {
    const steps = region[side] as Steps;
    const [first, last] = [grid.first(box, side), grid.last(box, side)];
    const [low, high] = [firstOf(steps), lastOf(steps)];
    if (first > high || last < low) return APART;
    if (first <= low && last >= high) continue;
    if (!anyWithin(steps, first, last)) return APART;
    cut = cut === NONE ? side : SEVERAL;
  }
  return cut;
}

/** The box that covers most, gaps not counted: whichever is taken first, the answer is the same. */
function largestIn(grid: Grid, region: Region, boxes: readonly number[]): number {
  let [largest, size] = [boxes[0] as number, 0];
  for (const box of boxes) {
    let share = 1;
    for (const [side, steps] of region.entries()) {
      const [low, high] = [firstOf(steps), lastOf(steps)];
      const covered = Math.min(grid.last(box, side), high) - Math.max(grid.first(box, side), low) + 1;
      share *= covered / (high - low + 1);
    }
    if (share > size) [largest, size] = [box, share];
  }
  return largest;
}
