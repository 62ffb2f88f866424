import type { Grid } from './grid.ts';
import { piecesOf } from './pieces-of.ts';
import type { Place } from './place.ts';
import type { Region } from './region.ts';
import { firstOf } from './region.ts';
import { withoutSlabs } from './without-slabs.ts';

/**
 * Finds a place in a region that no box of a list covers, or null where the boxes cover all of it. Exact. `used`, where
 * given, is filled with boxes of the list that cover the region by themselves, if it is covered.
 *
 * Boxes that span the region in all dimensions but one are taken away at once, in one piece. What the others leave is cut
 * to pieces, and each is asked again with the boxes it meets.
 */
export function findUncovered(
  grid: Grid,
  region: Region,
  boxes: readonly number[],
  used?: Set<number>,
): Place | null {
  const rest = withoutSlabs(grid, region, boxes, used);
  if (!rest) return null;
  if (rest.boxes.length === 0) return rest.region.map(firstOf);
  for (const piece of piecesOf(grid, rest, used)) {
    const found = findUncovered(grid, piece.region, piece.boxes, used);
    if (found) return found;
  }
  return null;
}
