import type { Box } from './box.ts';
import type { Hiding } from './hiding-rules.ts';
import { hidingRules } from './hiding-rules.ts';
import type { RulesOfFamily } from './rules-of-family.ts';
import { sparingRules } from './sparing-rules.ts';

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

/** Holds every rule of a family against all others; in their order. */
export function judgeFamily(family: RulesOfFamily): FamilyVerdict[] {
  const hidden = new Map<number, Hiding>();
  return family.rules.map((_, number) => {
    const hiding = family.near(number).decides ? null : hidingRules(family, number, hidden);
    if (hiding) hidden.set(number, hiding);
    return judgeRule(family, number, hiding);
  });
}

function judgeRule(family: RulesOfFamily, number: number, hiding: Hiding | null): FamilyVerdict {
  const { decides, tying, crossing } = family.near(number);
  return {
    decides: decides && family.grid.packetsAt(decides),
    hiddenBy: hiding?.by ?? [],
    opposed: hiding?.opposed ?? false,
    ties: meetings(family, number, tying, FEW),
    correlated: decides ? (meetings(family, number, crossing, 1)[0] ?? null) : null,
    sparedBy: decides ? sparingRules(family, number) : [],
  };
}

/** The first of some earlier rules that take packets from a later one. */
function meetings(
  family: RulesOfFamily,
  number: number,
  among: readonly number[],
  most: number,
): NumberedMeeting[] {
  const found: NumberedMeeting[] = [];
  for (const rule of among) {
    if (found.length === most) break;
    const place = family.taken(rule, number);
    if (place) found.push({ rule, packets: family.grid.cellAt(place) });
  }
  return found;
}
