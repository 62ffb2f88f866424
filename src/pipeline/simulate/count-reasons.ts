import type { Rejection } from '../../model/placement.ts';
import type { CountedReason } from '../../model/simulation.ts';

/** Says how many computes each reason rules out, amounts aside, most frequent first. */
export function countReasons(rejected: readonly Rejection[]): CountedReason[] {
  const counts = new Map<string, number>();
  for (const { reason } of rejected) {
    const sort = reason.replace(/ short by .*/, ' too short');
    counts.set(sort, (counts.get(sort) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, computes]) => ({ reason, computes }))
    .sort((a, b) => b.computes - a.computes || (a.reason < b.reason ? -1 : 1));
}
