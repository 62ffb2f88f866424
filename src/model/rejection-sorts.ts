import { compareText } from './compare-text.ts';
import type { Rejection } from './placement.ts';

/** A reason without its amount, and how many computes it rules out. */
export interface RejectionSort {
  readonly reason: string;
  readonly computes: number;
}

/** Counts rejections by their reason, amounts of room aside, the most frequent first. */
export function sortsOfRejections(rejected: readonly Rejection[]): RejectionSort[] {
  const counts = new Map<string, number>();
  for (const { reason } of rejected) {
    const sort = reason.replace(/ short by .*/, ' too short');
    counts.set(sort, (counts.get(sort) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, computes]) => ({ reason, computes }))
    .sort((a, b) => b.computes - a.computes || compareText(a.reason, b.reason));
}
