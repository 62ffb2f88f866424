import type { ScoreTerm } from '../../../model/explanation.ts';
import type { PlacementPolicy } from '../../../model/placement.ts';
import { ceiling } from './ceiling.ts';
import { closeness } from './closeness.ts';
import { stranding } from './stranding.ts';
import type { Usage } from './usage.ts';

/** Closeness counts in ten-thousandths, stranding in thousandths: finer differences are none. */
const CLOSENESS_STEPS = 10_000;
const STRANDING_STEPS = 1000;
const PER_CLOSENESS = STRANDING_STEPS + 1;
const PER_CEILING = (CLOSENESS_STEPS + 1) * PER_CLOSENESS;

/** How many ranks there are: the highest is one less. */
export const RANKS = 2 * PER_CEILING;

/**
 * Rates how well a compute is used, as a whole number: whether it stays under the ceiling goes before how close
 * it is to the target, and that before how little it strands. Each only decides where those before it are equal.
 */
export function rankOf(mean: number, hottest: number, policy: PlacementPolicy): number {
  return (
    ceiling(mean, policy.ceiling) * PER_CEILING +
    rounded(closeness(mean, policy.target) * CLOSENESS_STEPS) * PER_CLOSENESS +
    rounded(stranding(mean, hottest) * STRANDING_STEPS)
  );
}

/** Rounds what is small and not negative; Math.round costs the scan of a fleet a third of its time. */
function rounded(amount: number): number {
  return (amount + 0.5) | 0;
}

/** Names the terms of a score, the one that goes before the others first. */
export function termsOf(mean: number, hottest: number, policy: PlacementPolicy): ScoreTerm[] {
  return [
    { name: 'ceiling', value: ceiling(mean, policy.ceiling) },
    { name: 'closeness', value: closeness(mean, policy.target) },
    { name: 'stranding', value: stranding(mean, hottest) },
  ];
}

/** Writes a rank as a score from 0 to 1; every compute under the ceiling has 0.5 or more. */
export function scoreOfRank(rank: number): number {
  return rank / (RANKS - 1);
}

/** Rates how well a compute is used, from 0 to 1. */
export function scoreOf({ mean, hottest }: Usage, policy: PlacementPolicy): number {
  return scoreOfRank(rankOf(mean, hottest, policy));
}
