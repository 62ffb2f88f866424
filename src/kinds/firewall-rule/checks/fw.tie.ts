import { packetText } from '../../../packet-filter/packet-text.ts';
import { exampleCompute, exampleRule } from '../../firewall-checks/example-fleet.ts';
import { ruleNames, rulesElsewhere } from '../../firewall-checks/other-rules.ts';
import { ruleTies } from '../../firewall-checks/rule-ties.ts';
import { shadowsIn } from '../../firewall-checks/shadows.ts';
import type { Check } from '../../kind.ts';

/** Rules of one priority act differently on the same packets, so that their names decide. */
export const fwTie: Check<'FirewallRule'> = {
  id: 'fw.tie',
  severity: 'error',
  *run(_manifests, { graph }) {
    const hiding = new Set([...shadowsIn(graph).cast.keys()].map(({ name }) => name));
    const ties = [...ruleTies(graph)].filter(([name]) => !hiding.has(name));
    const told = new Set(hiding);
    // One rule may have been put among many: the mistake is told at the one that ties with most, and once.
    ties.sort(([, one], [, other]) => other.length - one.length);
    for (const [name, all] of ties) {
      const others = all.filter(({ rule }) => !told.has(rule.name));
      const [first] = others;
      const manifest = graph.get('FirewallRule', name);
      if (!first || !manifest) continue;
      told.add(name);
      const rules = others.map(({ rule }) => rule);
      yield {
        manifest,
        pointer: '/spec/priority',
        message: `${ruleNames(rules)} ${rules.length === 1 ? 'has' : 'have'} the same priority ${first.rule.priority} and the other action, for packets such as ${packetText(first.packets)}`,
        hint: 'give them different priorities; the lower number is tried first',
        related: rulesElsewhere(rules, graph, ({ action, name: other }) =>
          other < name
            ? `${action}, tried first only for its name`
            : `${action}, tried later only for its name`,
        ),
      };
    }
  },
  page: {
    meaning: `Two rules that hold on one compute have the same priority, match some of the same packets, and act
differently. Rules of one priority are tried in the order of their names, so the outcome is certain, but nobody chose it:
renaming a rule could open a port. A priority that is not given is 100. Where one rule ties with several, it is reported once, at that rule; where it also
hides others, \`fw.shadowed\` tells of both.

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
