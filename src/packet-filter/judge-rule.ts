import type { Box } from './box.ts';
import { hidingRules } from './hiding-rules.ts';
import type { RulesOfFamily } from './rules-of-family.ts';

/** How many ties of one rule are told. */
const FEW = 3;

/** Rules of a family that meet, by the earlier one's number. */
interface NumberedMeeting {
  readonly rule: number;
  readonly packets: Box;
}

/** A RuleVerdict for one family, with rules by their number. */
export interface FamilyVerdict {
  readonly decides: Box | null;
  readonly hiddenBy: readonly number[];
  readonly opposed: boolean;
  readonly ties: readonly NumberedMeeting[];
  readonly correlated: NumberedMeeting | null;
  readonly sparedBy: readonly number[];
}

/** Holds one rule against all others of its family; `decisions` says on what each of them decides. */
export function judgeRule(
  family: RulesOfFamily,
  number: number,
  decisions: readonly (Box | null)[],
): FamilyVerdict {
  const before = family.before(number);
  const decides = decisions[number] ?? null;
  const { opposed, by } = decides ? { opposed: false, by: [] } : hidingRules(family, number, decisions);
  const others = family.acting(false, number, before);
  const { priority } = family.rule(number);
  const ties = others.filter((other) => family.rule(other).priority === priority);
  const crossing = others.filter(
    (other) => family.rule(other).priority !== priority && !family.grid.contains(number, other),
  );
  return {
    decides,
    hiddenBy: by,
    opposed,
    ties: meetings(family, number, before, ties, FEW),
    correlated: decides ? (meetings(family, number, before, crossing, 1)[0] ?? null) : null,
    sparedBy: decides ? sparedBy(family, number, decisions) : [],
  };
}

/** The first of some earlier rules that take packets from a later one. */
function meetings(
  family: RulesOfFamily,
  number: number,
  before: readonly number[],
  among: readonly number[],
  most: number,
): NumberedMeeting[] {
  const found: NumberedMeeting[] = [];
  for (const rule of among) {
    if (found.length === most) break;
    const packets = family.shared(
      rule,
      number,
      before.filter((other) => other < rule),
    );
    if (packets) found.push({ rule, packets });
  }
  return found;
}

/**
 * Later rules that would decide alike without this one. Only of what lets packets in: what is denied before a denial of
 * the rest is often named for its own sake.
 */
function sparedBy(family: RulesOfFamily, number: number, decisions: readonly (Box | null)[]): number[] {
  if (family.rule(number).action === 'DENY') return [];
  const before = family.before(number);
  // A hidden rule is a mistake of its own, and may be hidden by this one.
  const after = family.after(number).filter((other) => decisions[other]);
  const alike = family.acting(true, number, after);
  if (alike.length === 0) return [];
  const opposing = family.acting(false, number, after);
  const stops = opposing.some((other) => {
    const earlier = [...before, ...alike.filter((one) => one < other)];
    return family.shared(other, number, earlier) !== null;
  });
  if (stops) return [];
  const used = new Set<number>();
  if (family.left(number, [...before, ...alike], used)) return [];
  return [...used].filter((one) => one > number).sort((a, b) => a - b);
}
