import type { Box, Family } from './box.ts';
import type { FilterRule } from './filter-rule.ts';
import { findUncovered } from './find-uncovered.ts';
import { Grid } from './grid.ts';
import type { Region } from './region.ts';
import { regionOf } from './region.ts';

/** The rules that match packets of one family, in the order in which they are tried, by their number in it. */
export class RulesOfFamily {
  readonly rules: readonly FilterRule[];
  readonly grid: Grid;
  readonly #boxes: readonly Box[];
  readonly #before: (readonly number[] | undefined)[] = [];

  constructor(family: Family, ordered: readonly FilterRule[]) {
    const matching = ordered.flatMap((rule) => {
      const box = rule.boxes.find((own) => own.family === family);
      return box ? [{ rule, box }] : [];
    });
    this.rules = matching.map(({ rule }) => rule);
    this.#boxes = matching.map(({ box }) => box);
    this.grid = new Grid(family, this.#boxes);
  }

  rule(number: number): FilterRule {
    return this.rules[number] as FilterRule;
  }

  /** Earlier rules that match packets of one rule, up to the first that matches all of them: nobody comes after that. */
  before(number: number): readonly number[] {
    return (this.#before[number] ??= this.#meetingBefore(number));
  }

  #meetingBefore(number: number): number[] {
    const found: number[] = [];
    for (let other = 0; other < number; other++) {
      if (!this.grid.overlap(other, number)) continue;
      found.push(other);
      if (this.grid.contains(other, number)) break;
    }
    return found;
  }

  /** Later rules that match packets of one rule, up to the first that matches all of them. */
  after(number: number): number[] {
    const found: number[] = [];
    for (let other = number + 1; other < this.rules.length; other++) {
      if (!this.grid.overlap(other, number)) continue;
      found.push(other);
      if (this.grid.contains(other, number)) break;
    }
    return found;
  }

  /** Those of some rules that act as one does, or those that act otherwise. */
  acting(alike: boolean, as: number, among: readonly number[]): number[] {
    const { action } = this.rule(as);
    return among.filter((other) => (this.rule(other).action === action) === alike);
  }

  /** Packets that two rules match and none of some others does. */
  shared(a: number, b: number, others: readonly number[]): Box | null {
    return findUncovered(this.grid, this.#common(a, b), others);
  }

  /** Packets that one rule matches and none of some others does; `used` as in `findUncovered`. */
  left(number: number, others: readonly number[], used?: Set<number>): Box | null {
    if (others.length === 0) return this.#boxes[number] as Box;
    return findUncovered(this.grid, this.#common(number, number), others, used);
  }

  #common(a: number, b: number): Region {
    return regionOf(this.grid, a, b);
  }
}
