import { canonicalJson } from '../../model/canonical-json.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { labelsOf, selects } from '../../model/selector.ts';
import type { Box } from '../../packet-filter/box.ts';
import { boxesOverlap } from '../../packet-filter/box.ts';
import { readRule } from '../../packet-filter/read-rule.ts';

/** A FirewallAssignment that gives a rule where another gives it already. */
export interface Repeated {
  readonly manifest: Manifest<'FirewallAssignment'>;
  readonly first: Manifest<'FirewallAssignment'>;
}

/** What is given twice, and the rules that are given to nobody, of which one may have been meant. */
export interface RepeatedAssignments {
  readonly repeated: readonly Repeated[];
  readonly idle: readonly Manifest<'FirewallRule'>[];
}

const FOUND = new WeakMap<Graph, RepeatedAssignments>();

/** The FirewallAssignments of a fleet that repeat another; found once. */
export function repeatedAssignments(graph: Graph): RepeatedAssignments {
  let found = FOUND.get(graph);
  if (!found) FOUND.set(graph, (found = find(graph)));
  return found;
}

/** Tells whether a compute may lack a rule for some packets only because an assignment names another rule instead. */
export function isGivenAnother(compute: Manifest<'Compute'>, packets: Box, graph: Graph): boolean {
  const { repeated, idle } = repeatedAssignments(graph);
  return (
    repeated.some(({ manifest }) => isGivenTo(compute, manifest)) &&
    idle.some((rule) => {
      const boxes = readRule(rule)?.boxes ?? [];
      return rule.spec.action === 'ALLOW' && boxes.some((box) => boxesOverlap(box, packets));
    })
  );
}

function isGivenTo({ metadata, spec }: Manifest<'Compute'>, { spec: given }: Repeated['manifest']): boolean {
  if (given.computeSelector) return selects(given.computeSelector, labelsOf(metadata.name, spec));
  return given.compute === metadata.name;
}

function find(graph: Graph): RepeatedAssignments {
  const repeated: Repeated[] = [];
  const seen = new Map<string, Repeated['first']>();
  const given = new Set<string>();
  for (const manifest of graph.declared('FirewallAssignment')) {
    const { rule, compute, computeSelector } = manifest.spec;
    const key = `${rule} ${compute ?? canonicalJson(computeSelector)}`;
    const first = seen.get(key);
    if (first) repeated.push({ manifest, first });
    else seen.set(key, manifest);
    given.add(rule);
  }
  const idle = repeated.length === 0 ? [] : graph.declared('FirewallRule');
  return { repeated, idle: idle.filter(({ metadata }) => !given.has(metadata.name)) };
}
