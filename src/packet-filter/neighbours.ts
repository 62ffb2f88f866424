import type { FilterRule } from './filter-rule.ts';
import { findUncovered } from './find-uncovered.ts';
import type { Grid } from './grid.ts';
import type { Place } from './place.ts';
import { regionOf } from './region.ts';
import { uncoveredCorner } from './uncovered-corner.ts';

/** The other rules of a family with which one has to do, by number, ascending. */
export interface Neighbours {
  /** Where the rule decides; null where earlier rules match all that it matches. */
  readonly decides: Place | null;
  /** Earlier rules that together match as much of it as all earlier ones do. */
  readonly covering: readonly number[];
  /** Earlier rules of its priority that act otherwise, match some of its packets and decide on something. */
  readonly tying: readonly number[];
  /** As `tying`, but of other priorities, and each matches something that this one does not. */
  readonly crossing: readonly number[];
  /** Later rules that match some of its packets, up to the first that matches all of them. */
  readonly after: readonly number[];
}

/**
 * Looks at each pair of rules once. What a rule covers for all that come later is forgotten where another one covers it as
 * well: an earlier one around it, or a later one that is not
 * hidden. So of rules each within the next only the last is kept.
 */
export function neighboursOf(rules: readonly FilterRule[], grid: Grid): readonly Neighbours[] {
  const found: (Neighbours & { readonly after: number[] })[] = [];
  const forgotten = new Uint8Array(rules.length);
  const closed = new Uint8Array(rules.length);
  for (const [number, { action, priority }] of rules.entries()) {
    let around = false;
    let covering: number[] = [];
    const [tying, crossing, open, inside]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let other = 0; other < number; other++) {
      const relation = grid.relation(number, other);
      if (relation === 'apart') continue;
      if (found[other]?.decides && rules[other]?.action !== action) {
        if (rules[other]?.priority === priority) tying.push(other);
        else if (relation === 'across') crossing.push(other);
      }
      if (closed[other] === 0) open.push(other);
      if (relation === 'within') {
        around = true;
        covering = [other];
        break;
      }
      if (forgotten[other] === 0) covering.push(other);
      if (relation !== 'around') continue;
      closed[other] = 1;
      if (forgotten[other] === 0) inside.push(other);
    }
    const decides =
      uncoveredCorner(grid, number, covering) ??
      findUncovered(grid, regionOf(grid, number, number), covering);
    for (const other of open) found[other]?.after.push(number);
    if (decides) for (const other of inside) forgotten[other] = 1;
    else if (around) forgotten[number] = 1;
    found.push({ decides, covering, tying, crossing, after: [] });
  }
  return found;
}
