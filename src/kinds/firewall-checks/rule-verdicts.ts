import type { Graph } from '../../model/graph.ts';
import { ruleSetsOf } from '../../model/rule-sets.ts';
import type { Box } from '../../packet-filter/box.ts';
import { boxesOverlap } from '../../packet-filter/box.ts';
import type { Policy } from '../../packet-filter/policy.ts';
import { policyFrom } from '../../packet-filter/policy.ts';
import { readRule } from '../../packet-filter/read-rule.ts';
import type { RuleVerdict } from '../../packet-filter/rule-verdict.ts';
import { scalesOf } from '../../packet-filter/scales.ts';

const JUDGED = new WeakMap<Graph, ReadonlyMap<string, readonly RuleVerdict[]>>();
const NONE: readonly RuleVerdict[] = [];

/** What becomes of a rule, by its name: one verdict for each set of rules that holds somewhere and has it. */
export function verdictsOn(rule: string, graph: Graph): readonly RuleVerdict[] {
  let judged = JUDGED.get(graph);
  if (!judged) JUDGED.set(graph, (judged = judge(graph)));
  return judged.get(rule) ?? NONE;
}

function judge(graph: Graph): ReadonlyMap<string, readonly RuleVerdict[]> {
  const judged = new Map<string, RuleVerdict[]>();
  const scales = scalesOf(graph.all('FirewallRule').flatMap((rule) => readRule(rule) ?? []));
  for (const { rules } of ruleSetsOf(graph).all) {
    for (const direction of ['in', 'out'] as const) {
      for (const [name, verdict] of policyFrom(rules, direction).judged(scales)) {
        const others = judged.get(name);
        if (others) others.push(verdict);
        else judged.set(name, [verdict]);
      }
    }
  }
  return judged;
}

/** Tells whether a rule is hidden wherever it holds, and somewhere by rules that act otherwise. */
export function isShadowed(verdicts: readonly RuleVerdict[]): boolean {
  return (
    verdicts.every(({ decides, ties }) => decides === null && ties.length === 0) &&
    verdicts.some(({ opposed }) => opposed)
  );
}

/** Tells whether a mistake in the order of rules, which is reported by itself, is about some packets. */
export function isMisordered(packets: Box, { rules }: Policy, graph: Graph): boolean {
  return rules.some(({ name, boxes }) => {
    if (!boxes.some((box) => boxesOverlap(box, packets))) return false;
    const verdicts = verdictsOn(name, graph);
    return isShadowed(verdicts) || verdicts.some(({ ties }) => ties.length > 0);
  });
}
