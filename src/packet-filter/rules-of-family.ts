import type { Box, Family } from './box.ts';
import type { FilterRule } from './filter-rule.ts';
import { findUncovered } from './find-uncovered.ts';
import { Grid } from './grid.ts';
import type { Neighbours } from './neighbours.ts';
import { neighboursOf } from './neighbours.ts';
import type { Place } from './place.ts';
import { regionOf } from './region.ts';
import type { Scale } from './scale.ts';

/** The rules that match packets of one family, in the order in which they are tried, by their number in it. */
export class RulesOfFamily {
  readonly rules: readonly FilterRule[];
  readonly grid: Grid;
  readonly #neighbours: readonly Neighbours[];

  constructor(family: Family, ordered: readonly FilterRule[], scale: Scale) {
    const rules: FilterRule[] = [];
    const boxes: Box[] = [];
    for (const rule of ordered) {
      const box = rule.boxes.find((own) => own.family === family);
      if (!box) continue;
      rules.push(rule);
      boxes.push(box);
    }
    this.rules = rules;
    this.grid = new Grid(scale, boxes);
    this.#neighbours = neighboursOf(rules, this.grid);
  }

  rule(number: number): FilterRule {
    return this.rules[number] as FilterRule;
  }

  near(number: number): Neighbours {
    return this.#neighbours[number] as Neighbours;
  }

  /** Earlier rules that match packets of one rule, up to the first that matches all of them: nobody comes after that. */
  before(number: number): number[] {
    const found: number[] = [];
    for (let other = 0; other < number; other++) {
      const relation = this.grid.relation(number, other);
      if (relation !== 'apart') found.push(other);
      if (relation === 'within') break;
    }
    return found;
  }

  /** Those of some rules that act as one does, or those that act otherwise. */
  acting(alike: boolean, as: number, among: readonly number[]): number[] {
    const { action } = this.rule(as);
    return among.filter((other) => (this.rule(other).action === action) === alike);
  }

  /** Where an earlier rule decides on packets of a later one. */
  taken(earlier: number, later: number): Place | null {
    const { decides, covering } = this.near(earlier);
    if (!decides || this.grid.holds(later, decides)) return decides;
    return this.shared(earlier, later, covering);
  }

  /** Where two rules match and none of some others does; `used` as in `findUncovered`. */
  shared(a: number, b: number, others: readonly number[], used?: Set<number>): Place | null {
    return findUncovered(this.grid, regionOf(this.grid, a, b), others, used);
  }

  /** Where one rule matches and none of some others does; `used` as in `findUncovered`. */
  left(number: number, others: readonly number[], used?: Set<number>): Place | null {
    return this.shared(number, number, others, used);
  }
}
