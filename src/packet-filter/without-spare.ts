import type { RuleVerdict } from './rule-verdict.ts';
import type { RulesOfFamily } from './rules-of-family.ts';

/** Of more rules than this nobody asks which could be spared. */
const MANY = 100;

/** What hides a rule in one family may cover it in the other as well: names none that could be spared in both. */
export function withoutSpare(verdict: RuleVerdict, families: readonly RulesOfFamily[]): RuleVerdict {
  const { rule, hiddenBy } = verdict;
  if (rule.boxes.length < 2 || families.length < 2) return verdict;
  if (hiddenBy.length < 2 || hiddenBy.length > MANY) return verdict;
  let kept = hiddenBy;
  for (const one of hiddenBy) {
    const rest = kept.filter((other) => other !== one);
    const covered = families.every((family) => {
      const numbers = rest.map((other) => family.rules.indexOf(other)).filter((number) => number >= 0);
      return family.left(family.rules.indexOf(rule), numbers) === null;
    });
    if (covered) kept = rest;
  }
  return { ...verdict, hiddenBy: kept };
}
