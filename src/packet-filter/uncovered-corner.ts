import type { Grid } from './grid.ts';
import type { Place } from './place.ts';

/**
 * The last place of a box, if no box of a list covers it, or null, which says nothing of the other places. Much of what
 * is left of a large rule is there, at addresses, ports and protocols that no other names, and looking takes one pass.
 */
export function uncoveredCorner(grid: Grid, box: number, boxes: readonly number[]): Place | null {
  const corner = [grid.last(box, 0), grid.last(box, 1), grid.last(box, 2), grid.last(box, 3)];
  for (const other of boxes) {
    grid.visits++;
    if (grid.holds(other, corner)) return null;
  }
  return corner;
}
