import type { Box } from './box.ts';
import type { FilterRule } from './filter-rule.ts';

/** Two rules of different actions on the same packets. */
export interface Meeting {
  /** The rule that is tried earlier. */
  readonly rule: FilterRule;
  /** Packets that it takes from the later one. */
  readonly packets: Box;
}

/** What becomes of one rule among the others. */
export interface RuleVerdict {
  readonly rule: FilterRule;
  /** Packets on which it decides; null where earlier rules leave it none, so that it is hidden. */
  readonly decides: Box | null;
  /** Earlier rules that together hide it, none of which could be spared; empty where it decides. */
  readonly hiddenBy: readonly FilterRule[];
  /** It is hidden, and some of its packets are treated otherwise than it says. */
  readonly opposed: boolean;
  /** Rules of another action that only their name puts before it; the first few. */
  readonly ties: readonly Meeting[];
  /** The first rule of another action and an earlier priority that takes a part, and matches more than that part. */
  readonly correlated: Meeting | null;
  /** Later rules of the same action that would decide on everything it decides on; empty where it is needed. */
  readonly sparedBy: readonly FilterRule[];
}
