import { packetText } from '../../../packet-filter/packet-text.ts';
import { exampleCompute, exampleRule } from '../../firewall-checks/example-fleet.ts';
import { ruleNames, rulesElsewhere } from '../../firewall-checks/other-rules.ts';
import { verdictsOn } from '../../firewall-checks/rule-verdicts.ts';
import type { Check } from '../../kind.ts';

/** Rules of one priority act differently on the same packets, so that their names decide. */
export const fwTie: Check<'FirewallRule'> = {
  id: 'fw.tie',
  severity: 'error',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const ties = verdictsOn(manifest.metadata.name, graph).flatMap((verdict) => verdict.ties);
      const [first] = ties;
      if (!first) continue;
      const others = [...new Map(ties.map(({ rule }) => [rule.name, rule])).values()];
      yield {
        manifest,
        pointer: '/spec/priority',
        message: `${ruleNames(others)} ${others.length === 1 ? 'has' : 'have'} the same priority ${first.rule.priority} and the other action, for packets such as ${packetText(first.packets)}`,
        hint: 'give them different priorities; the lower number is tried first',
        related: rulesElsewhere(others, graph, ({ action }) => `${action}, tried first only for its name`),
      };
    }
  },
  page: {
    meaning: `Two rules that hold on one compute have the same priority, match some of the same packets, and act
differently. Rules of one priority are tried in the order of their names, so the outcome is certain, but nobody chose it:
renaming a rule could open a port. A priority that is not given is 100.

Rules of one priority that act alike, or that match nothing in common, are in order.`,
    fails: example(''),
    passes: example('priority: 9000'),
  },
};

function example(priority: string): string {
  return [
    exampleRule(
      'allow-postgres',
      'action: ALLOW',
      'protocol: tcp',
      'source: 10.20.0.0/16',
      'portStart: 5432',
    ).slice(4),
    exampleRule('deny-rest', 'action: DENY', 'protocol: all', ...(priority ? [priority] : [])),
    exampleCompute('fsn1-db-01', 'allow-postgres', 'deny-rest'),
  ].join('');
}
