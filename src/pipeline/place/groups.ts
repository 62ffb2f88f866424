import type { Sites } from './sites.ts';
import type { Eligibility } from './workload.ts';

/** Beyond so many groups, computes stay together though some rule tells them apart. */
const MOST_GROUPS = 24;

/** Computes that the same services may use, as far as they are told apart. */
export interface Groups {
  readonly count: number;
  /** The group of each compute; -1 for one that takes nobody. */
  readonly of: Int32Array;
}

/** Tells computes apart by the rules of services. */
export function groupsOf(sites: Sites, eligibilities: Iterable<Eligibility>): Groups {
  let of = Int32Array.from(sites.active, (active) => active - 1);
  let count = 1;
  for (const { mask } of eligibilities) {
    const known = new Map<number, number>();
    const finer = of.map((group, compute) => {
      if (group < 0) return group;
      const key = group * 2 + (mask[compute] as number);
      if (!known.has(key)) known.set(key, known.size);
      return known.get(key) as number;
    });
    if (known.size > MOST_GROUPS) continue;
    of = finer;
    count = known.size;
  }
  return { count, of };
}

/** Lists the groups in which somebody may be. */
export function groupsIn({ of }: Groups, { mask }: Eligibility): number[] {
  const found = new Set<number>();
  for (const [compute, group] of of.entries()) if (group >= 0 && mask[compute] === 1) found.add(group);
  return [...found].sort((a, b) => a - b);
}
