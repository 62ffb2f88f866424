import { KINDS } from '../../kinds/registry.ts';
import type { FirewallDefaults, FirewallLine } from '../../model/capacity-report.ts';
import { compareText } from '../../model/compare-text.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { ruleSetsOf } from '../../model/rule-sets.ts';
import { labelsOf, selects } from '../../model/selector.ts';
import type { Policy } from '../../packet-filter/policy.ts';
import { policyFrom } from '../../packet-filter/policy.ts';

/** Lists the firewall rules assigned to a compute in the order in which they are tried, those switched off included. */
export function firewallLines({ metadata, spec }: Manifest<'Compute'>, graph: Graph): FirewallLine[] {
  const labels = labelsOf(metadata.name, spec);
  const policies = policiesOf(metadata.name, graph);
  const lines = graph.all('FirewallAssignment').flatMap((assignment) => {
    const { rule: name, compute, computeSelector, enabled } = assignment.spec;
    const rule = graph.get('FirewallRule', name)?.spec;
    const meant =
      compute === undefined ? computeSelector && selects(computeSelector, labels) : compute === metadata.name;
    if (!rule || !meant) return [];
    const { direction, priority } = rule;
    const summary = KINDS.FirewallRule.summary(rule);
    const hiddenBy = enabled ? hidersOf(name, policies[direction]) : [];
    return [
      { rule: name, assignment: assignment.metadata.name, direction, priority, summary, enabled, hiddenBy },
    ];
  });
  return lines.sort(
    (a, b) => compareText(a.direction, b.direction) || a.priority - b.priority || compareText(a.rule, b.rule),
  );
}

/** What becomes of traffic that no rule of a compute matches. */
export function firewallDefaults({ metadata }: Manifest<'Compute'>, graph: Graph): FirewallDefaults {
  const policies = policiesOf(metadata.name, graph);
  return { in: policies.in.fallback, out: policies.out.fallback };
}

function policiesOf(compute: string, graph: Graph): Record<'in' | 'out', Policy> {
  const rules = ruleSetsOf(graph).ofCompute.get(compute)?.rules ?? [];
  return { in: policyFrom(rules, 'in'), out: policyFrom(rules, 'out') };
}

function hidersOf(rule: string, { verdicts }: Policy): string[] {
  return verdicts.get(rule)?.hiddenBy.map(({ name }) => name) ?? [];
}
