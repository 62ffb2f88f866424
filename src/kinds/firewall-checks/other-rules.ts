import type { Elsewhere } from '../../model/finding.ts';
import type { Graph } from '../../model/graph.ts';
import type { FilterRule } from '../../packet-filter/filter-rule.ts';

/** The names of some rules in a sentence; of many, the first ones and how many more. */
export function ruleNames(rules: readonly FilterRule[]): string {
  const names = rules.map(({ name }) => name);
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} others`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Where some rules are declared, as the other ends of a finding; of many, the first ones. */
export function rulesElsewhere(
  rules: readonly FilterRule[],
  graph: Graph,
  message: (rule: FilterRule) => string,
): Elsewhere[] {
  return rules.slice(0, 10).flatMap((rule) => {
    const manifest = graph.get('FirewallRule', rule.name);
    return manifest ? [{ manifest, pointer: '/spec/action', message: message(rule) }] : [];
  });
}
