import type { Enrolled } from './greedy.ts';
import { scarcityOf, seatInOrder } from './greedy.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { Snapshot } from './snapshot.ts';
import { tollsOn } from './tolls.ts';

/** How many times as dear one must be to leave for another. */
const MARGIN = 1.25;

/**
 * Chooses anew who is let in where not everybody is: of the newcomers of each priority that lacks places, and of
 * those below it, first those for whom there is room in sum, the hardest to place first, and then the others, the
 * most modest first. What was there before stays where it is. Kept only where it places more, priority by
 * priority.
 */
export function letIn(occupancy: Occupancy, enrolled: readonly Enrolled[]): void {
  const waiting = enrolled.filter(({ instances }) => instances.some(({ placed, pin }) => !placed && !pin));
  const first = Math.max(...waiting.map(({ workload }) => workload.priority));
  const affected = enrolled.flatMap(({ workload, instances }) => {
    if (workload.priority > first) return [];
    const newcomers = instances.filter(({ from, pin }) => from === undefined && !pin);
    return newcomers.length === 0 ? [] : [{ workload, instances: newcomers }];
  });
  if (affected.length === 0) return;
  const all = affected.flatMap(({ instances }) => instances);
  if (!all.some(({ placed }) => placed)) return;
  const before = new Snapshot(occupancy, all);
  const old = countsOf(all);
  for (const instance of all) if (instance.placed) occupancy.take(instance);
  const scarcity = scarcityOf(occupancy.fleet, enrolled);
  const priorities = [...old.keys()].sort((a, b) => b - a);
  for (const priority of priorities) {
    const level = affected.filter(({ workload }) => workload.priority === priority);
    const tolls = tollsOn(
      occupancy,
      level.map(({ workload, instances }) => ({ workload, count: instances.length })),
    );
    const tollOf = ({ workload }: Enrolled): number => tolls.get(workload.class) as number;
    const order = [...level].sort((a, b) => {
      const [one, other] = [tollOf(a), tollOf(b)];
      const [late, later] = [one >= 1, other >= 1];
      if (late !== later) return Number(late) - Number(later);
      const harder = (scarcity[b.workload.class] as number) - (scarcity[a.workload.class] as number);
      return (
        (late ? one - other : harder) ||
        a.workload.class - b.workload.class ||
        a.workload.index - b.workload.index
      );
    });
    seatInOrder(occupancy, order);
    trade(occupancy, level, tollOf);
  }
  const now = countsOf(all);
  const decisive = priorities.find((priority) => now.get(priority) !== old.get(priority));
  if (decisive !== undefined && (now.get(decisive) as number) > (old.get(decisive) as number)) return;
  before.restore();
}

/**
 * Gives up the dearest of those placed for as many of the cheapest without a place as that may make room for, and
 * lets them come back where there is room left.
 */
function trade(occupancy: Occupancy, level: readonly Enrolled[], tollOf: (group: Enrolled) => number): void {
  const rising = [...level].sort(
    (a, b) =>
      tollOf(a) - tollOf(b) || a.workload.class - b.workload.class || a.workload.index - b.workload.index,
  );
  const entering = new Set<Enrolled>();
  const leaving = new Set<Enrolled>();
  let dear = rising.length;
  let paid = 0;
  for (const group of rising) {
    const waiting = group.instances.filter(({ placed }) => !placed).length;
    if (waiting === 0) continue;
    const toll = tollOf(group);
    while (paid < toll * waiting && dear > 0) {
      const other = rising[--dear] as Enrolled;
      if (tollOf(other) < MARGIN * toll) dear = 0;
      else {
        leaving.add(other);
        paid += tollOf(other) * other.instances.filter(({ placed }) => placed).length;
      }
    }
    if (paid < toll * waiting) break;
    paid -= toll * waiting;
    entering.add(group);
  }
  for (const { instances } of leaving) {
    for (const instance of instances) if (instance.placed) occupancy.take(instance);
  }
  seatInOrder(occupancy, [...entering].reverse());
  seatInOrder(
    occupancy,
    rising.filter((group) => !entering.has(group)),
  );
}

/** Counts those placed of each priority. */
function countsOf(instances: readonly Instance[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { placed, workload } of instances) {
    counts.set(workload.priority, (counts.get(workload.priority) ?? 0) + Number(placed));
  }
  return counts;
}
