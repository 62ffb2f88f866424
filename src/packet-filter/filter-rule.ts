import type { Box } from './box.ts';

export type Action = 'ALLOW' | 'DENY';

/** A rule as packets meet it. */
export interface FilterRule {
  readonly name: string;
  /** The rule with the lower number is tried first. */
  readonly priority: number;
  readonly action: Action;
  /** What it matches: one box for each family. */
  readonly boxes: readonly Box[];
}

/** The order in which rules are tried: by priority, and those of one priority by name. */
export function compareRules(a: FilterRule, b: FilterRule): number {
  return a.priority - b.priority || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
