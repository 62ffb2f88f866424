import { exampleCompute, exampleRule } from '../../firewall-checks/example-fleet.ts';
import { ruleNames, rulesElsewhere } from '../../firewall-checks/other-rules.ts';
import { verdictsOn } from '../../firewall-checks/rule-verdicts.ts';
import type { RuleVerdict } from '../../../packet-filter/rule-verdict.ts';
import type { Check } from '../../kind.ts';

/** Without the rule every packet would fare as it does. */
export const fwRedundant: Check<'FirewallRule'> = {
  id: 'fw.redundant',
  severity: 'warning',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const verdicts = verdictsOn(manifest.metadata.name, graph);
      if (verdicts.length === 0 || !verdicts.every(isSpare)) continue;
      const { hiddenBy = [], sparedBy = [] } = verdicts[0] ?? {};
      const others = hiddenBy.length > 0 ? hiddenBy : sparedBy;
      const [when, verb] = [
        hiddenBy.length > 0 ? 'is tried before it' : 'is tried after it',
        others.length === 1 ? 'does' : 'together do',
      ];
      yield {
        manifest,
        pointer: '/metadata/name',
        message: `the rule changes nothing: ${ruleNames(others)} ${verb} the same for all it would decide`,
        hint: 'delete it with its assignments, or narrow the other rule if that one was not meant to cover it',
        related: rulesElsewhere(
          others,
          graph,
          ({ action, priority }) => `${action}, priority ${priority}, ${when}`,
        ),
      };
    }
  },
  page: {
    meaning: `Every packet would fare as it does without this rule. Either earlier rules already match all of it and act
alike, or it lets something in that later rules let in too, with no denial between. It reads as if it mattered, and the
day somebody deletes it to close a port, the port stays open.

A denial that is repeated by a later denial of everything else is not reported: it is often written for its own sake.
A rule is reported only if that is so on every compute where it holds.`,
    fails: example('10.20.0.0/16'),
    passes: example('10.30.0.0/16'),
  },
};

function isSpare({ decides, opposed, ties, sparedBy }: RuleVerdict): boolean {
  return ties.length === 0 && !opposed && (decides === null || sparedBy.length > 0);
}

function example(source: string): string {
  return [
    exampleRule(
      'allow-exporters',
      ...[
        'action: ALLOW',
        'protocol: tcp',
        'source: 10.20.0.0/16',
        'portStart: 9100',
        'portEnd: 9199',
        'priority: 10',
      ],
    ).slice(4),
    exampleRule(
      'allow-node-exporter',
      ...['action: ALLOW', 'protocol: tcp', `source: ${source}`, 'portStart: 9100', 'priority: 20'],
    ),
    exampleCompute('fsn1-db-01', 'allow-exporters', 'allow-node-exporter'),
  ].join('');
}
