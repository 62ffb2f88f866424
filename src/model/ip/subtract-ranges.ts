import type { IpRange } from './ip-range.ts';

/** What is left of a range without some others, in order; others of another family take nothing away. */
export function subtractRanges(from: IpRange, others: readonly IpRange[]): IpRange[] {
  const { family, last } = from;
  const sorted = others
    .filter((other) => other.family === family && other.last >= from.first && other.first <= last)
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const left: IpRange[] = [];
  let next = from.first;
  for (const other of sorted) {
    if (other.first > next) left.push({ family, first: next, last: other.first - 1n });
    if (other.last >= next) next = other.last + 1n;
  }
  if (next <= last) left.push({ family, first: next, last });
  return left;
}
