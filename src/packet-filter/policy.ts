import type { Box } from './box.ts';
import type { Decision } from './decisions-on.ts';
import { decisionsOn } from './decisions-on.ts';
import type { Action, FilterRule } from './filter-rule.ts';
import { compareRules } from './filter-rule.ts';
import { judgeRules } from './judge-rules.ts';
import type { DeclaredRule } from './read-rule.ts';
import { readRule } from './read-rule.ts';
import type { RuleVerdict } from './rule-verdict.ts';
import type { Scales } from './scales.ts';

/**
 * What a set of rules does to traffic in one direction. The first rule that matches decides. Where a set has rules, what
 * none of them matches is denied; where it has none, everything passes.
 */
export class Policy {
  /** In the order in which they are tried. */
  readonly rules: readonly FilterRule[];
  /** What becomes of a packet that no rule matches. */
  readonly fallback: Action;
  /** Some rule has no clear meaning and was left out. */
  readonly incomplete: boolean;
  #verdicts: ReadonlyMap<string, RuleVerdict> | undefined;

  constructor(declared: readonly DeclaredRule[], direction: 'in' | 'out') {
    const own = declared.filter(({ spec }) => spec.direction === direction);
    const read = own.map(readRule);
    this.rules = read.filter((rule) => rule !== null).sort(compareRules);
    this.fallback = own.length > 0 ? 'DENY' : 'ALLOW';
    this.incomplete = read.includes(null);
  }

  /** What becomes of each rule among the others, by its name; computed once. */
  get verdicts(): ReadonlyMap<string, RuleVerdict> {
    return this.judged();
  }

  /** As `verdicts`; `scales`, of this policy's rules and of others, spare measuring them for each policy. */
  judged(scales?: Scales): ReadonlyMap<string, RuleVerdict> {
    return (this.#verdicts ??= new Map(
      judgeRules(this.rules, scales).verdicts.map((verdict) => [verdict.rule.name, verdict]),
    ));
  }

  /** Everyone who decides on some of a box's packets. */
  decisionsOn(box: Box): readonly Decision[] {
    return decisionsOn(this.rules, box, this.fallback);
  }
}

const POLICIES = { in: new WeakMap<object, Policy>(), out: new WeakMap<object, Policy>() };

/** The policy of a set of rules in one direction; the same for the same array. */
export function policyFrom(declared: readonly DeclaredRule[], direction: 'in' | 'out'): Policy {
  let policy = POLICIES[direction].get(declared);
  if (!policy) POLICIES[direction].set(declared, (policy = new Policy(declared, direction)));
  return policy;
}
