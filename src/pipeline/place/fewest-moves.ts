import { admits, refusalOf } from './admission.ts';
import { WIDTH } from './amounts.ts';
import type { Fleet } from './fleet.ts';
import { homecoming } from './homecoming.ts';
import type { Instance } from './instance.ts';
import { byUrgency, NOWHERE } from './instance.ts';
import { Losses } from './losses.ts';
import type { Occupancy } from './occupancy.ts';
import type { Ranking } from './ranking.ts';
import { roomForbids } from './room-forbids.ts';
import type { Mover } from './search-moves.ts';
import { MoveSearch } from './search-moves.ts';

/** How many computes and sets are tried in all. */
const STEPS = 100_000;
/** The most pairs of an instance and a compute with which a search is begun. */
export const MOST_PAIRS = 4096;

/**
 * Betters what others found, on a small fleet, until it is proved that no answer loses less, priority by
 * priority, and none that loses as little moves less; or until the steps run out. Answers whether it is proved.
 */
export function fewestMoves(occupancy: Occupancy, ranking: Ranking, instances: readonly Instance[]): boolean {
  const { fleet } = occupancy;
  const homes = new Map(instances.map((instance) => [instance, homeOf(fleet, instance)]));
  const strayed = (): number => instances.filter((one) => isAway(one, homes.get(one) as number)).length;
  const isDone = (): boolean => instances.every(({ placed }) => placed) && strayed() === 0;
  if (isDone()) return true;

  const answer = new Answer(occupancy, instances);
  const stood = standTogether(occupancy, instances, homes);
  const claimOf = (one: Instance): number => (stood.has(one) ? 0 : one.from !== undefined ? 1 : 2);
  const movers = new Map(instances.map((one) => [one, moverOf(fleet, one, homes.get(one) as number, stood)]));
  const losses = new Losses(instances);
  const count = (): Int32Array => losses.count(instances, stood);
  const search = new MoveSearch(occupancy, losses, movers, alikeIn(fleet), STEPS);
  const begin = (): void => {
    for (const instance of instances) if (instance.placed) occupancy.take(instance);
    for (const [instance, home] of stood) occupancy.put(instance, home);
  };

  answer.restore();
  homecoming(occupancy, instances, claimOf);
  answer.keep();
  let best = count();
  let moves = strayed();
  let changed = false;
  const causes = new Map<Instance, string>();
  const adopt = (): void => {
    changed = true;
    const unsettled = instances.filter(({ placed }) => !placed).sort(byUrgency);
    for (const one of unsettled) {
      const home = homes.get(one) as number;
      if (home !== NOWHERE && admits(occupancy, one.workload, home)) occupancy.put(one, home);
      else ranking.seat(one);
    }
    homecoming(occupancy, instances, claimOf);
    answer.keep();
    best = count();
    moves = strayed();
    causes.clear();
    for (const [one, { name }] of search.causes) causes.set(one, name);
  };

  for (const [nth, priority] of losses.priorities.entries()) {
    const level = nth + 1;
    const among = instances.filter(({ workload }) => workload.priority >= priority);
    for (let most = 0; most < (best[level] as number); most++) {
      const limits = [...best].map((count_, at) => (at < level ? count_ : at === level ? most : Infinity));
      begin();
      if (roomForbids(occupancy, among, sum(limits.slice(1, level + 1)))) continue;
      if (search.find({ losses: limits, moves: Infinity, priority })) adopt();
    }
  }
  const lowest = losses.priorities.at(-1) ?? 0;
  for (let most = 0; most < moves; most++) {
    begin();
    if (search.find({ losses: best, moves: most, priority: lowest })) adopt();
  }
  answer.restore();
  if (changed) settle(occupancy, ranking, instances, homes, causes);
  return search.steps > 0;
}

/** Remembers where everybody is. */
class Answer {
  readonly #occupancy: Occupancy;
  readonly #instances: readonly Instance[];
  #computes: number[] = [];

  constructor(occupancy: Occupancy, instances: readonly Instance[]) {
    this.#occupancy = occupancy;
    this.#instances = instances;
    this.keep();
  }

  keep(): void {
    this.#computes = this.#instances.map(({ compute }) => compute);
  }

  restore(): void {
    for (const instance of this.#instances) if (instance.placed) this.#occupancy.take(instance);
    for (const [nth, instance] of this.#instances.entries()) {
      const compute = this.#computes[nth] as number;
      if (compute !== NOWHERE) this.#occupancy.put(instance, compute);
    }
  }
}

/** Finds where an instance was, if it may be there at all. */
function homeOf({ sites }: Fleet, { from, workload }: Instance): number {
  const home = from === undefined ? undefined : sites.indexOf(from);
  return home !== undefined && workload.eligibility.mask[home] === 1 ? home : NOWHERE;
}

function isAway({ compute }: Instance, home: number): boolean {
  return home !== NOWHERE && compute !== home;
}

/** Puts everybody home, and only those, whose compute can keep all who were there. */
function standTogether(
  occupancy: Occupancy,
  instances: readonly Instance[],
  homes: ReadonlyMap<Instance, number>,
): Map<Instance, number> {
  for (const instance of instances) if (instance.placed) occupancy.take(instance);
  // Whoever would not even have room alone is in nobody's way.
  const atHome = instances.filter((instance) => {
    const home = homes.get(instance) as number;
    return home !== NOWHERE && admits(occupancy, instance.workload, home);
  });
  for (const instance of atHome) occupancy.put(instance, homes.get(instance) as number);
  const crowded = new Set<number>();
  for (const instance of atHome) {
    const { compute } = instance;
    occupancy.take(instance);
    if (!admits(occupancy, instance.workload, compute)) crowded.add(compute);
    occupancy.put(instance, compute);
  }
  for (const instance of atHome) if (crowded.has(instance.compute)) occupancy.take(instance);
  return new Map(atHome.filter(({ placed }) => placed).map((instance) => [instance, instance.compute]));
}

function moverOf(
  { capacity, size }: Fleet,
  instance: Instance,
  home: number,
  stood: ReadonlyMap<Instance, number>,
): Mover {
  let largest = 0;
  for (const r of instance.workload.asked) {
    let sum = 0;
    for (let at = r * size; at < (r + 1) * size; at++) sum += capacity[at] as number;
    largest = Math.max(largest, (instance.workload.min[r] as number) / sum);
  }
  return { instance, home, stood: stood.has(instance), size: largest };
}

/** Finds for each compute the first that no rule of any service tells from it. */
function alikeIn({ capacity, size, workloads }: Fleet): Int32Array {
  const eligibilities = [...new Set(workloads.map(({ eligibility }) => eligibility))];
  const firsts = new Map<string, number>();
  return Int32Array.from({ length: size }, (_, compute) => {
    const amounts = Array.from({ length: WIDTH }, (__, r) => capacity[r * size + compute]);
    const rules = eligibilities.map(({ mask, topology }) => `${mask[compute]} ${topology?.valueOf[compute]}`);
    const key = `${amounts.join()} ${rules.join()}`;
    if (!firsts.has(key)) firsts.set(key, compute);
    return firsts.get(key) as number;
  });
}

/** Moves those who are free to choose to their best computes, and says of the others why they moved. */
function settle(
  occupancy: Occupancy,
  ranking: Ranking,
  instances: readonly Instance[],
  homes: ReadonlyMap<Instance, number>,
  causes: ReadonlyMap<Instance, string>,
): void {
  for (const instance of [...instances].sort(byUrgency)) {
    const home = homes.get(instance) as number;
    if (!instance.placed || instance.compute === home) continue;
    if (home !== NOWHERE) instance.moved = whyMoved(occupancy, instance, home, causes.get(instance));
    occupancy.take(instance);
    ranking.seat(instance);
  }
}

function whyMoved(
  occupancy: Occupancy,
  instance: Instance,
  home: number,
  cause?: string,
): string | undefined {
  if (cause !== undefined) return `moved from ${instance.from} to make room for ${cause}`;
  const refusal = refusalOf(occupancy, instance.workload, home);
  return instance.moved ?? `moved from ${instance.from}: ${refusal?.cause ?? 'others stay there'}`;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
