import type { Family } from './box.ts';
import type { FilterRule } from './filter-rule.ts';
import type { FamilyVerdict } from './judge-family.ts';
import { judgeFamily } from './judge-family.ts';
import type { Meeting, RuleVerdict } from './rule-verdict.ts';
import { RulesOfFamily } from './rules-of-family.ts';
import type { Scales } from './scales.ts';
import { withoutSpare } from './without-spare.ts';
import { scalesOf } from './scales.ts';

/** Verdicts on rules, and what they cost. */
export interface Judgement {
  /** In the order in which the rules are tried. */
  readonly verdicts: readonly RuleVerdict[];
  /** How many rules were looked at, over all questions. */
  readonly visits: number;
}

const FAMILIES: readonly Family[] = [4, 6];

/**
 * Holds every rule against all others; `ordered` is in the order in which they are tried. `scales` may be those of more
 * rules, of which several sets are judged.
 */
export function judgeRules(ordered: readonly FilterRule[], scales: Scales = scalesOf(ordered)): Judgement {
  const parts = new Map<FilterRule, NamedVerdict[]>();
  const families: RulesOfFamily[] = [];
  let visits = 0;
  // What is alike in both families, as it is where no rule names an address, is judged once.
  const alike = ordered.every(({ boxes }) => boxes.length === FAMILIES.length);
  for (const family of alike ? FAMILIES.slice(0, 1) : FAMILIES) {
    const rules = new RulesOfFamily(family, ordered, scales[family]);
    families.push(rules);
    for (const [number, verdict] of judgeFamily(rules).entries()) {
      const rule = rules.rule(number);
      const named = withRules(verdict, rules.rules);
      const list = parts.get(rule);
      if (list) list.push(named);
      else parts.set(rule, [named]);
    }
    visits += rules.grid.visits;
  }
  const verdicts = ordered.map((rule) => together(rule, parts.get(rule) ?? []));
  return { verdicts: verdicts.map((verdict) => withoutSpare(verdict, families)), visits };
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
  const [first, second] = parts;
  if (first && !second) return { rule, ...first };
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
