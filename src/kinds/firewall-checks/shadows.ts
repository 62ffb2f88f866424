import type { Graph } from '../../model/graph.ts';
import type { FilterRule } from '../../packet-filter/filter-rule.ts';
import { compareRules } from '../../packet-filter/filter-rule.ts';
import type { RuleVerdict } from '../../packet-filter/rule-verdict.ts';
import { ruleTies } from './rule-ties.ts';
import { isShadowed, verdictsOn } from './rule-verdicts.ts';

/** Rules that never decide, since other rules do otherwise before them. */
export interface Shadows {
  /** Those whose place is wrong: one rule that hides several, or hides one and ties with others. */
  readonly cast: ReadonlyMap<FilterRule, readonly FilterRule[]>;
  /** Those that are hidden by themselves. */
  readonly alone: readonly RuleVerdict[];
}

const SHADOWS = new WeakMap<Graph, Shadows>();

/** Which rules are hidden, and whose mistake it is; found once. */
export function shadowsIn(graph: Graph): Shadows {
  let shadows = SHADOWS.get(graph);
  if (!shadows) SHADOWS.set(graph, (shadows = find(graph)));
  return shadows;
}

function find(graph: Graph): Shadows {
  const alone: RuleVerdict[] = [];
  const byHider = new Map<string, [RuleVerdict, ...RuleVerdict[]]>();
  for (const { metadata } of graph.declared('FirewallRule')) {
    const verdicts = verdictsOn(metadata.name, graph);
    const verdict = isShadowed(verdicts) ? verdicts.find(({ opposed }) => opposed) : undefined;
    if (!verdict) continue;
    const [hider, another] = verdict.hiddenBy;
    const others = hider && byHider.get(hider.name);
    if (!hider || another) alone.push(verdict);
    else if (others) others.push(verdict);
    else byHider.set(hider.name, [verdict]);
  }
  const cast = new Map<FilterRule, readonly FilterRule[]>();
  for (const [name, verdicts] of byHider) {
    const [hider] = verdicts[0].hiddenBy;
    if (!hider || (verdicts.length === 1 && !ruleTies(graph).has(name))) alone.push(verdicts[0]);
    else cast.set(hider, verdicts.map(({ rule }) => rule).sort(compareRules));
  }
  return { cast, alone };
}
