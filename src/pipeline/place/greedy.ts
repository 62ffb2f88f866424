import { WIDTH } from './amounts.ts';
import type { Fleet } from './fleet.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { Ranking } from './ranking.ts';
import type { Workload } from './workload.ts';

/** The instances of one service, by number. */
export interface Enrolled {
  readonly workload: Workload;
  readonly instances: readonly Instance[];
}

/**
 * Puts each instance without a place on its best compute: high priority first, then what is hard to place, then by name; services
 * of one class follow each other. Takes the services by priority and name.
 */
export function greedy(occupancy: Occupancy, enrolled: readonly Enrolled[]): void {
  const turns = turnsOf(scarcityOf(occupancy.fleet, enrolled));
  const order: Enrolled[] = [];
  for (let first = 0; first < enrolled.length; first = order.length) {
    const { priority } = (enrolled[first] as Enrolled).workload;
    let end = first;
    while (enrolled[end]?.workload.priority === priority) end++;
    const count = end - first;
    // Sorting numbers is far quicker than comparing services.
    const keys = new Float64Array(count);
    for (let nth = 0; nth < count; nth++) {
      const { workload } = enrolled[first + nth] as Enrolled;
      keys[nth] = (turns[workload.class] as number) * count + nth;
    }
    for (const key of keys.sort()) order.push(enrolled[first + (key % count)] as Enrolled);
  }
  seatInOrder(occupancy, order);
}

/** Says for each class when its turn is: the hardest to place first. */
function turnsOf(scarcity: readonly number[]): Int32Array {
  const classes = scarcity.flatMap((_, id) => [id]);
  classes.sort((a, b) => (scarcity[b] as number) - (scarcity[a] as number) || a - b);
  const turns = new Int32Array(scarcity.length);
  for (const [turn, id] of classes.entries()) turns[id] = turn;
  return turns;
}

/** Puts each instance without a place on its best compute, service by service; one that has none bars the rest. */
export function seatInOrder(occupancy: Occupancy, order: readonly Enrolled[]): void {
  const ranking = new Ranking(occupancy);
  for (const { instances } of order) {
    for (const instance of instances) {
      if (!instance.placed && !instance.pin && !ranking.seat(instance)) break;
    }
  }
}

/** Rates how hard each class is to place: its largest share of the fleet ÷ the computes that may take it. */
export function scarcityOf({ capacity, size }: Fleet, enrolled: readonly Enrolled[]): number[] {
  const total = Float64Array.from({ length: WIDTH }, (_, r) => {
    return capacity.subarray(r * size, (r + 1) * size).reduce((sum, amount) => sum + amount, 0);
  });
  const scarcity: number[] = [];
  for (const { workload } of enrolled) {
    scarcity[workload.class] ??= dominantShare(workload, total) / workload.eligibility.count;
  }
  return scarcity;
}

/** The largest share of a total that one instance takes. */
function dominantShare({ min, asked }: Workload, total: Float64Array): number {
  let share = 0;
  for (const r of asked)
    share = Math.max(share, (min[r] as number) === 0 ? 0 : (min[r] as number) / (total[r] as number));
  return share;
}
