import { canonicalJson } from './canonical-json.ts';
import { compareText } from './compare-text.ts';
import type { Graph } from './graph.ts';
import type { Manifest } from './manifest.ts';
import { SelectorIndex } from './selector-index.ts';
import type { Selector } from './spec/definitions.ts';

/** Computes on which the same firewall rules hold. */
export interface RuleSet {
  /** By name; none where no rule holds. */
  readonly rules: readonly Manifest<'FirewallRule'>[];
  readonly computes: readonly Manifest<'Compute'>[];
}

/** Which firewall rules hold where. */
export interface RuleSets {
  readonly all: readonly RuleSet[];
  /** By the name of a compute. */
  readonly ofCompute: ReadonlyMap<string, RuleSet>;
  /** By the name of a rule; none for a rule that holds nowhere. */
  readonly ofRule: ReadonlyMap<string, readonly RuleSet[]>;
}

const BUILT = new WeakMap<Graph, RuleSets>();

/** Brings together the computes on which the same rules hold, by enabled FirewallAssignments; once for each graph. */
export function ruleSetsOf(graph: Graph): RuleSets {
  let sets = BUILT.get(graph);
  if (!sets) BUILT.set(graph, (sets = build(graph)));
  return sets;
}

function build(graph: Graph): RuleSets {
  const rules = graph.all('FirewallRule').sort((a, b) => compareText(a.metadata.name, b.metadata.name));
  const computesOf = new Map<string, Set<string>>();
  const selected = selectedBy(graph);
  for (const { spec } of graph.all('FirewallAssignment')) {
    if (!spec.enabled) continue;
    const computes = computesOf.get(spec.rule) ?? new Set<string>();
    computesOf.set(spec.rule, computes);
    if (spec.compute !== undefined) computes.add(spec.compute);
    if (spec.computeSelector) for (const name of selected(spec.computeSelector)) computes.add(name);
  }
  const held = new Map<string, number[]>();
  for (const [number, { metadata }] of rules.entries()) {
    for (const compute of computesOf.get(metadata.name) ?? []) {
      const numbers = held.get(compute);
      if (numbers) numbers.push(number);
      else held.set(compute, [number]);
    }
  }
  return grouped(graph.all('Compute'), held, rules);
}

/** Many assignments choose by the same selector, which is asked once. */
function selectedBy(graph: Graph): (selector: Selector) => readonly string[] {
  const index = new SelectorIndex(graph.all('Compute'));
  const known = new Map<string, readonly string[]>();
  return (selector) => {
    const key = canonicalJson(selector);
    let names = known.get(key);
    if (!names) known.set(key, (names = index.selected(selector).map(({ metadata }) => metadata.name)));
    return names;
  };
}

function grouped(
  computes: readonly Manifest<'Compute'>[],
  held: ReadonlyMap<string, readonly number[]>,
  rules: readonly Manifest<'FirewallRule'>[],
): RuleSets {
  const groups = new Map<string, { numbers: readonly number[]; computes: Manifest<'Compute'>[] }>();
  for (const compute of computes) {
    const numbers = held.get(compute.metadata.name) ?? [];
    const key = numbers.join();
    const group = groups.get(key);
    if (group) group.computes.push(compute);
    else groups.set(key, { numbers, computes: [compute] });
  }
  const all = [...groups.values()].map(({ numbers, computes: members }) => ({
    rules: numbers.flatMap((number) => rules[number] ?? []),
    computes: members,
  }));
  const ofCompute = new Map(
    all.flatMap((set) => set.computes.map(({ metadata }) => [metadata.name, set] as const)),
  );
  const ofRule = new Map<string, RuleSet[]>();
  for (const set of all) {
    for (const { metadata } of set.rules) {
      const sets = ofRule.get(metadata.name);
      if (sets) sets.push(set);
      else ofRule.set(metadata.name, [set]);
    }
  }
  return { all, ofCompute, ofRule };
}
