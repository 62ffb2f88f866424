import type { Instance } from './instance.ts';
import { byUrgency } from './instance.ts';
import type { Roster } from './roster.ts';

/** Orders instances: high priority first, then low numbers, then by service name. */
export function bySeniority(a: Instance, b: Instance): number {
  return b.workload.priority - a.workload.priority || a.number - b.number || byUrgency(a, b);
}

/** Lists what the last apply left by seniority; rosters come by priority and name, so that nothing need be compared. */
export function recordedBySeniority(rosters: readonly Roster[]): Instance[] {
  const all: Instance[] = [];
  for (let first = 0; first < rosters.length;) {
    const { priority } = (rosters[first] as Roster).workload;
    const byNumber = new Map<number, Instance[]>();
    for (; rosters[first]?.workload.priority === priority; first++) {
      for (const instance of (rosters[first] as Roster).recorded) {
        const list = byNumber.get(instance.number);
        if (list) list.push(instance);
        else byNumber.set(instance.number, [instance]);
      }
    }
    for (const number of [...byNumber.keys()].sort((a, b) => a - b)) {
      for (const instance of byNumber.get(number) ?? []) all.push(instance);
    }
  }
  return all;
}
