import type { Family } from './box.ts';
import type { FilterRule } from './filter-rule.ts';
import { Scale } from './scale.ts';

/** A scale for each family. */
export type Scales = Readonly<Record<Family, Scale>>;

/** Scales on which all boxes of some rules can be placed. */
export function scalesOf(rules: readonly FilterRule[]): Scales {
  const of = (family: Family): Scale =>
    new Scale(
      family,
      rules.flatMap(({ boxes }) => boxes.filter((box) => box.family === family)),
    );
  return { 4: of(4), 6: of(6) };
}
