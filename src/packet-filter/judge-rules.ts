import type { Family } from './box.ts';
import type { FilterRule } from './filter-rule.ts';
import type { FamilyVerdict } from './judge-rule.ts';
import { judgeRule } from './judge-rule.ts';
import type { Meeting, RuleVerdict } from './rule-verdict.ts';
import { RulesOfFamily } from './rules-of-family.ts';

/** Verdicts on rules, and what they cost. */
export interface Judgement {
  /** In the order in which the rules are tried. */
  readonly verdicts: readonly RuleVerdict[];
  /** How many rules were looked at, over all questions. */
  readonly visits: number;
}

const FAMILIES: readonly Family[] = [4, 6];

/** Holds every rule against all others; `ordered` is in the order in which they are tried. */
export function judgeRules(ordered: readonly FilterRule[]): Judgement {
  const parts = new Map<FilterRule, NamedVerdict[]>();
  let visits = 0;
  for (const family of FAMILIES) {
    const rules = new RulesOfFamily(family, ordered);
    const decisions = rules.rules.map((_, number) => rules.left(number, rules.before(number)));
    for (const [number, rule] of rules.rules.entries()) {
      const named = withRules(judgeRule(rules, number, decisions), rules.rules);
      const list = parts.get(rule);
      if (list) list.push(named);
      else parts.set(rule, [named]);
    }
    visits += rules.grid.visits;
  }
  return { verdicts: ordered.map((rule) => together(rule, parts.get(rule) ?? [])), visits };
}

type NamedVerdict = Omit<RuleVerdict, 'rule'>;

function withRules(verdict: FamilyVerdict, rules: readonly FilterRule[]): NamedVerdict {
  const named = (number: number): FilterRule => rules[number] as FilterRule;
  const meeting = ({ rule, packets }: { rule: number; packets: Meeting['packets'] }): Meeting => ({
    rule: named(rule),
    packets,
  });
  return {
    ...verdict,
    hiddenBy: verdict.hiddenBy.map(named),
    sparedBy: verdict.sparedBy.map(named),
    ties: verdict.ties.map(meeting),
    correlated: verdict.correlated && meeting(verdict.correlated),
  };
}

/** A rule is hidden, or can be spared, where that is so in each of its families. */
function together(rule: FilterRule, parts: readonly NamedVerdict[]): RuleVerdict {
  const decides = parts.map((part) => part.decides).find((packets) => packets !== null) ?? null;
  const living = parts.filter((part) => part.decides !== null);
  const spared = living.length > 0 && living.every(({ sparedBy }) => sparedBy.length > 0);
  return {
    rule,
    decides,
    hiddenBy: decides ? [] : distinct(parts.flatMap(({ hiddenBy }) => hiddenBy)),
    opposed: decides === null && parts.some(({ opposed }) => opposed),
    ties: parts
      .flatMap(({ ties }) => ties)
      .filter((tie, at, all) => all.findIndex((other) => other.rule === tie.rule) === at),
    correlated: parts.map(({ correlated }) => correlated).find((meeting) => meeting !== null) ?? null,
    sparedBy: spared ? distinct(living.flatMap(({ sparedBy }) => sparedBy)) : [],
  };
}

function distinct(rules: readonly FilterRule[]): FilterRule[] {
  return [...new Set(rules)];
}
