import type { Board } from './board.ts';
import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import type { Workload } from './workload.ts';

/** Lists who has no place on a board, one of each service: the others of it are no different. */
export function oneOfEach({ members, seat }: Board): number[] {
  const known = new Map<Workload, number>();
  for (const [member, host] of seat.entries()) {
    const { workload } = members[member] as Instance;
    if (host === NOWHERE && !known.has(workload)) known.set(workload, member);
  }
  return [...known.values()];
}
