import { KINDS } from '../../kinds/registry.ts';
import type { FirewallLine } from '../../model/capacity-report.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { labelsOf, selects } from '../../model/selector.ts';

/** Lists the firewall rules assigned to a compute in the order in which they are tried, those switched off included. */
export function firewallLines({ metadata, spec }: Manifest<'Compute'>, graph: Graph): FirewallLine[] {
  const labels = labelsOf(metadata.name, spec);
  const lines = graph.all('FirewallAssignment').flatMap((assignment) => {
    const { rule: name, compute, computeSelector, enabled } = assignment.spec;
    const rule = graph.get('FirewallRule', name)?.spec;
    const meant =
      compute === undefined ? computeSelector && selects(computeSelector, labels) : compute === metadata.name;
    if (!rule || !meant) return [];
    const { direction, priority } = rule;
    const summary = KINDS.FirewallRule.summary(rule);
    return [{ rule: name, assignment: assignment.metadata.name, direction, priority, summary, enabled }];
  });
  return lines.sort(
    (a, b) =>
      (a.direction < b.direction ? -1 : a.direction > b.direction ? 1 : 0) ||
      a.priority - b.priority ||
      (a.rule < b.rule ? -1 : 1),
  );
}
