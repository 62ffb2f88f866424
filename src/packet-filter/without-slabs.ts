import type { Grid } from './grid.ts';
import type { Region, Steps } from './region.ts';
import { anyWithin, outside } from './region.ts';

/** A region, and boxes that meet it. */
export interface Rest {
  readonly region: Region;
  readonly boxes: readonly number[];
}

/**
 * Takes away from a region every box that leaves one piece of it, until nothing is left (null) or each box that meets
 * the rest is cut by it in two dimensions or more. `used`, where given, is filled with what was taken away.
 */
export function withoutSlabs(
  grid: Grid,
  whole: Region,
  among: readonly number[],
  used: Set<number> | undefined,
): Rest | null {
  let region = whole;
  let boxes = among;
  for (;;) {
    const kept: number[] = [];
    const slabs: number[][] = [[], [], [], []];
    let taken = 0;
    for (let at = 0; at < boxes.length; at++) {
      const box = boxes[at] as number;
      const cut = cutOf(grid, region, box);
      if (cut === APART) continue;
      if (cut === SEVERAL) kept.push(box);
      else if (cut === NONE) {
        used?.add(box);
        return null;
      } else taken = (slabs[cut] as number[]).push(box);
    }
    if (taken === 0) return { region, boxes: kept };
    region = region.map((steps, side) => withoutSlabsOf(grid, side, steps, slabs[side] as number[], used));
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
  const chosen: number[] = [];
  let reached = -1;
  for (const box of ordered) {
    if (grid.last(box, side) <= reached) continue;
    // Without the one before, where the one before that reaches this far.
    while (chosen.length > 1 && grid.last(chosen.at(-2) as number, side) >= grid.first(box, side) - 1)
      chosen.pop();
    chosen.push(box);
    reached = grid.last(box, side);
  }
  let next = 0;
  const stretches = chosen.map((box): [number, number] => {
    used?.add(box);
    const stretch: [number, number] = [Math.max(grid.first(box, side), next), grid.last(box, side)];
    next = stretch[1] + 1;
    return stretch;
  });
  return outside(steps, stretches);
}

const NONE = -1;
const SEVERAL = -2;
const APART = -3;

/** In which dimensions a box leaves some of a region: in none, in one (its number) or in several. */
function cutOf(grid: Grid, region: Region, box: number): number {
  grid.visits++;
  const { steps: all } = grid;
  let cut = NONE;
  // Ports are last and tell most boxes apart.
  for (let side = 3; side >= 0; side--) {
    const steps = region[side] as Steps;
    const first = all[box * 8 + side * 2] as number;
    const last = all[box * 8 + side * 2 + 1] as number;
    const low = steps[0] as number;
    const high = steps[steps.length - 1] as number;
    if (first > high || last < low) return APART;
    if (first <= low && last >= high) continue;
    if (steps.length > 2 && !anyWithin(steps, first, last)) return APART;
    cut = cut === NONE ? side : SEVERAL;
  }
  return cut;
}
