import type { Graph } from '../../model/graph.ts';
import type { Box } from '../../packet-filter/box.ts';
import type { FilterRule } from '../../packet-filter/filter-rule.ts';
import { compareRules } from '../../packet-filter/filter-rule.ts';
import { verdictsOn } from './rule-verdicts.ts';

/** A rule of another action and the same priority, and packets that both match. */
export interface Tie {
  readonly rule: FilterRule;
  readonly packets: Box;
}

type Ties = ReadonlyMap<string, readonly [Tie, ...Tie[]]>;

const TIES = new WeakMap<Graph, Ties>();

/** The rules that tie with each rule, tried before it or after it, in the order in which they are tried; found once. */
export function ruleTies(graph: Graph): Ties {
  let ties = TIES.get(graph);
  if (!ties) TIES.set(graph, (ties = find(graph)));
  return ties;
}

function find(graph: Graph): Ties {
  const found = new Map<string, Map<string, Tie>>();
  const add = (name: string, tie: Tie): void => {
    const others = found.get(name) ?? new Map<string, Tie>();
    found.set(name, others);
    if (!others.has(tie.rule.name)) others.set(tie.rule.name, tie);
  };
  for (const { metadata } of graph.all('FirewallRule')) {
    for (const { rule: later, ties } of verdictsOn(metadata.name, graph)) {
      for (const { rule: earlier, packets } of ties) {
        add(later.name, { rule: earlier, packets });
        add(earlier.name, { rule: later, packets });
      }
    }
  }
  const inOrder = ({ rule: a }: Tie, { rule: b }: Tie): number => compareRules(a, b);
  return new Map(
    [...found].map(([name, others]) => [name, [...others.values()].sort(inOrder) as [Tie, ...Tie[]]]),
  );
}
