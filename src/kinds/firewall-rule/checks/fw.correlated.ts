import type { FilterRule } from '../../../packet-filter/filter-rule.ts';
import { packetText } from '../../../packet-filter/packet-text.ts';
import type { Meeting } from '../../../packet-filter/rule-verdict.ts';
import { exampleCompute, exampleRule } from '../../firewall-checks/example-fleet.ts';
import { ruleNames, rulesElsewhere } from '../../firewall-checks/other-rules.ts';
import { verdictsOn } from '../../firewall-checks/rule-verdicts.ts';
import type { Check } from '../../kind.ts';

/** Two rules of different actions match some packets in common, and each matches others: their order decides. */
export const fwCorrelated: Check<'FirewallRule'> = {
  id: 'fw.correlated',
  severity: 'warning',
  *run(manifests, { graph }) {
    const byEarlier = new Map<string, { meeting: Meeting; later: FilterRule[] }>();
    for (const { metadata } of manifests) {
      const verdicts = verdictsOn(metadata.name, graph);
      if (verdicts.some(({ ties }) => ties.length > 0)) continue;
      const verdict = verdicts.find(({ correlated }) => correlated !== null);
      if (!verdict?.correlated) continue;
      const earlier = verdict.correlated.rule.name;
      const others = byEarlier.get(earlier);
      if (others) others.later.push(verdict.rule);
      else byEarlier.set(earlier, { meeting: verdict.correlated, later: [verdict.rule] });
    }
    for (const [earlier, { meeting, later }] of byEarlier) {
      const manifest = graph.get('FirewallRule', earlier);
      if (!manifest) continue;
      const does = meeting.rule.action === 'DENY' ? 'denies' : 'allows';
      const [match, apart] =
        later.length === 1
          ? ['matches', 'neither covers the other']
          : ['match', 'it covers none of them, nor any of them it'];
      yield {
        manifest,
        pointer: '/spec/priority',
        message: `the rule ${does} part of what ${ruleNames(later)} ${match}, such as ${packetText(meeting.packets)}, and ${apart}`,
        hint: `if the order is meant, say why in the annotation stowage/allow; if not, swap the priorities or narrow one of them`,
        related: rulesElsewhere(later, graph, ({ priority }) => `priority ${priority} is tried after it`),
      };
    }
  },
  page: {
    meaning: `Two rules act differently on packets that both match, and each matches packets that the other does not. So
neither is an exception to the other, and what happens to the packets in common follows from the order alone: swapping
the priorities would change it. That may be meant, a list of networks to block before a port that is open to the world
being the usual case; then the annotation says so.

It is reported once at the rule that is tried first, however many later ones it crosses, with one packet that it and the
first of them match. Of the earlier rules that a later one crosses only the first is named.`,
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
