import { packetText } from '../../../packet-filter/packet-text.ts';
import { exampleCompute, exampleRule } from '../../firewall-checks/example-fleet.ts';
import { rulesElsewhere } from '../../firewall-checks/other-rules.ts';
import { verdictsOn } from '../../firewall-checks/rule-verdicts.ts';
import type { Check } from '../../kind.ts';

/** Two rules of different actions match some packets in common, and each matches others: their order decides. */
export const fwCorrelated: Check<'FirewallRule'> = {
  id: 'fw.correlated',
  severity: 'warning',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const verdicts = verdictsOn(manifest.metadata.name, graph);
      if (verdicts.some(({ ties }) => ties.length > 0)) continue;
      const meeting = verdicts.map(({ correlated }) => correlated).find((found) => found !== null);
      if (!meeting) continue;
      const { rule, packets } = meeting;
      const does = rule.action === 'DENY' ? 'denies' : 'allows';
      yield {
        manifest,
        pointer: '/spec/priority',
        message: `${rule.name} ${does} part of what this rule matches, such as ${packetText(packets)}, and neither covers the other`,
        hint: `if the order is meant, say why in the annotation stowage/allow; if not, swap the priorities or narrow one of the two`,
        related: rulesElsewhere([rule], graph, ({ priority }) => `priority ${priority} is tried before it`),
      };
    }
  },
  page: {
    meaning: `Two rules act differently on packets that both match, and each matches packets that the other does not. So
neither is an exception to the other, and what happens to the packets in common follows from the order alone: swapping
the priorities would change it. That may be meant, a list of networks to block before a port that is open to the world
being the usual case; then the annotation says so.

Only the first such pair of each rule is shown, with one packet that both match.`,
    fails: example('10.20.7.0/24'),
    passes: example('10.30.7.0/24'),
  },
};

function example(denied: string): string {
  return [
    exampleRule('deny-guests', 'action: DENY', 'protocol: all', `source: ${denied}`, 'priority: 10').slice(4),
    exampleRule(
      'allow-postgres',
      ...['action: ALLOW', 'protocol: tcp', 'source: 10.20.0.0/16', 'portStart: 5432', 'priority: 20'],
    ),
    exampleCompute('fsn1-db-01', 'deny-guests', 'allow-postgres'),
  ].join('');
}
