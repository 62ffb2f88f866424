import { allows } from '../../../model/allows.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { FilterRule } from '../../../packet-filter/filter-rule.ts';
import { compareRules } from '../../../packet-filter/filter-rule.ts';
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
    const byOther = new Map<string, [Spare, ...Spare[]]>();
    for (const manifest of manifests) {
      const verdicts = verdictsOn(manifest.metadata.name, graph);
      const [verdict] = verdicts;
      // Of many that are told at the rule that makes them needless, each may still be allowed for itself.
      if (!verdict || !verdicts.every(isSpare) || allows(manifest, 'fw.redundant')) continue;
      const { rule, hiddenBy, sparedBy } = verdict;
      const others = hiddenBy.length > 0 ? hiddenBy : sparedBy;
      const key = others.length === 1 ? `by ${others[0]?.name}` : rule.name;
      const spare = { manifest, rule, others, isBefore: hiddenBy.length > 0 };
      const alike = byOther.get(key);
      if (alike) alike.push(spare);
      else byOther.set(key, [spare]);
    }
    for (const spares of byOther.values())
      yield* spares.length === 1 ? [needless(spares[0], graph)] : needlessBeside(spares, graph);
  },
  page: {
    meaning: `Every packet would fare as it does without this rule. Either earlier rules already match all of it and act
alike, or it lets something in that later rules let in too, with no denial between. It reads as if it mattered, and the
day somebody deletes it to close a port, the port stays open.

Where one rule makes several needless, as a wide permission does, that is one warning, at that rule; the annotation
that silences it may stand there, or on each rule that is to stay for its own sake.

A denial that is repeated by a later denial of everything else is not reported: it is often written for its own sake.
A rule is reported only if that is so on every compute where it holds.`,
    fails: example('10.20.0.0/16'),
    passes: example('10.30.0.0/16'),
  },
};

/** A rule that changes nothing, and the others that do the same. */
interface Spare {
  readonly manifest: Manifest<'FirewallRule'>;
  readonly rule: FilterRule;
  readonly others: readonly FilterRule[];
  /** Whether the others are tried before it. */
  readonly isBefore: boolean;
}

function needless({ manifest, others, isBefore }: Spare, graph: Graph): Finding {
  const verb = others.length === 1 ? 'does' : 'together do';
  const when = isBefore ? 'is tried before it' : 'is tried after it';
  return {
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

/** One wide rule makes many needless: that is one mistake, or one decision. */
function* needlessBeside(spares: readonly [Spare, ...Spare[]], graph: Graph): Iterable<Finding> {
  const [wide] = spares[0].others;
  const manifest = wide && graph.get('FirewallRule', wide.name);
  if (!manifest) return;
  const rules = spares.map(({ rule }) => rule).sort(compareRules);
  yield {
    manifest,
    pointer: '/spec/action',
    message: `the rule makes ${rules.length} others needless: it does the same as ${ruleNames(rules)} for all they would decide`,
    hint: 'narrow it if it was not meant to cover them, or delete them with their assignments',
    related: rulesElsewhere(
      rules,
      graph,
      ({ action, priority }) => `${action}, priority ${priority}, changes nothing`,
    ),
  };
}

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
