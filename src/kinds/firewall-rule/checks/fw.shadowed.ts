import type { Finding } from '../../../model/finding.ts';
import type { Graph } from '../../../model/graph.ts';
import type { FilterRule } from '../../../packet-filter/filter-rule.ts';
import type { RuleVerdict } from '../../../packet-filter/rule-verdict.ts';
import type { Check } from '../../kind.ts';
import { exampleCompute } from '../../firewall-checks/example-fleet.ts';
import { ruleNames, rulesElsewhere } from '../../firewall-checks/other-rules.ts';
import { ruleTies } from '../../firewall-checks/rule-ties.ts';
import { shadowsIn } from '../../firewall-checks/shadows.ts';

/** Earlier rules leave a rule nothing, and do otherwise with what it matches. */
export const fwShadowed: Check<'FirewallRule'> = {
  id: 'fw.shadowed',
  severity: 'error',
  *run(_manifests, { graph }) {
    const { cast, alone } = shadowsIn(graph);
    for (const verdict of alone) yield* hiddenRule(verdict, graph);
    for (const [hiding, hidden] of cast) yield* hidingRule(hiding, hidden, graph);
  },
  page: {
    meaning: `The first rule that matches a packet decides. This one never does: rules that are tried before it, by
themselves or together, match every packet that it matches, and they do not do what it says. Whoever wrote it believes
that something is open, or closed, which is not. Where one rule hides several, as a denial of the rest does that is not the
last, it is reported once, at that rule, with those that have its very priority.

A rule is reported when it is hidden on every compute where it holds. One that a stricter rule hides on a few computes
only, say on a machine in quarantine, is in order; \`stowage report COMPUTE\` marks it there. The rules named are
enough to hide it, and none of them can be spared (beyond a hundred, nobody asks which can).`,
    fails: example(10, 20),
    passes: example(20, 10),
  },
};

function* hiddenRule({ rule, hiddenBy }: RuleVerdict, graph: Graph): Iterable<Finding> {
  const manifest = graph.get('FirewallRule', rule.name);
  if (!manifest) return;
  const verb = hiddenBy.length === 1 ? 'decides' : 'together decide';
  yield {
    manifest,
    pointer: '/spec/priority',
    message: `the rule never decides: ${ruleNames(hiddenBy)} ${verb} on all it matches, and not as it says`,
    hint: hintFor(Math.min(...hiddenBy.map(({ priority }) => priority))),
    related: rulesElsewhere(
      hiddenBy,
      graph,
      ({ action, priority }) => `${action}, priority ${priority}, is tried before it`,
    ),
  };
}

/** One rule in the wrong place hides many, or hides some and ties with others: that is one mistake. */
function* hidingRule(hiding: FilterRule, hidden: readonly FilterRule[], graph: Graph): Iterable<Finding> {
  const manifest = graph.get('FirewallRule', hiding.name);
  if (!manifest) return;
  const tied = (ruleTies(graph).get(hiding.name) ?? []).map(({ rule }) => rule);
  const last = Math.max(...[...hidden, ...tied].map(({ priority }) => priority));
  const [match, say, decide] =
    hidden.length === 1 ? ['matches', 'it says: it', 'decides'] : ['match', 'they say: they', 'decide'];
  const same =
    tied.length === 0 ? '' : `; ${ruleNames(tied)} ${tied.length === 1 ? 'has' : 'have'} its priority`;
  yield {
    manifest,
    pointer: '/spec/priority',
    message: `the rule decides on all that ${ruleNames(hidden)} ${match}, and not as ${say} never ${decide}${same}`,
    hint: `give it a higher number than ${last}, so that it is tried after them, or delete what was not meant`,
    related: [
      ...rulesElsewhere(
        hidden,
        graph,
        ({ action, priority }) => `${action}, priority ${priority}, is tried after it`,
      ),
      ...rulesElsewhere(
        tied,
        graph,
        ({ action, priority }) => `${action}, priority ${priority} as well: only their names decide`,
      ),
    ],
  };
}

function hintFor(first: number): string {
  return first === 0
    ? 'raise the numbers of those rules and give this one a lower number, or delete it'
    : `give it a lower number than ${first}, so that it is tried first, or delete it`;
}

function example(deny: number, allow: number): string {
  return `apiVersion: stowage/v1
kind: FirewallRule
metadata:
  name: deny-office
spec:
  action: DENY
  protocol: all
  source: 10.20.0.0/16
  priority: ${deny}
---
apiVersion: stowage/v1
kind: FirewallRule
metadata:
  name: allow-postgres
spec:
  action: ALLOW
  protocol: tcp
  source: 10.20.7.0/24
  portStart: 5432
  priority: ${allow}
${exampleCompute('fsn1-db-01', 'deny-office', 'allow-postgres')}`;
}
