import { clearBit, setBit, wordsFor } from './bits.ts';
import type { Fleet } from './fleet.ts';
import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import { RoomIndex } from './room-index.ts';
import { Spread } from './spread.ts';
import { Vacancies } from './vacancies.ts';
import type { Workload } from './workload.ts';

const NOWHERE_YET: ReadonlyMap<number, number> = new Map();

/** Who is where, and what that leaves. It enforces no rule; filters ask it. Amounts lie as those of the fleet do. */
export class Occupancy {
  readonly fleet: Fleet;
  /** The sum of mins, compute by compute. */
  readonly used: Float64Array;
  /** The highest buffer that anyone on the compute asks for. */
  readonly buffer: Float64Array;
  /** What is neither used nor kept as a buffer. */
  readonly free: Float64Array;
  /** What is used, as a share of the capacity. */
  readonly share: Float64Array;
  /** The mean of those shares over the resources that the compute has. */
  readonly mean: Float64Array;
  /** The highest of them. */
  readonly hottest: Float64Array;
  /** The computes with at least one instance. */
  readonly inUse: Int32Array;
  /** The others, by group. */
  readonly vacancies: Vacancies;
  /** Which computes in use have room for what; of all where there are too many shapes to tell the empty ones by theirs. */
  readonly room: RoomIndex;
  /** How many instances of each service are somewhere, those that are pinned not counted. */
  readonly seated: Int32Array;
  /** Goes up whenever something changes. */
  version = 0;
  /** The index of room has the empty computes in it too. */
  readonly #indexed: boolean;
  readonly #instances: Instance[][];
  /** How many instances are on which compute, for each service of which somebody may ask. */
  readonly #homes: (Map<number, number> | undefined)[];
  readonly #spreads = new Map<number, Spread>();

  constructor(fleet: Fleet) {
    this.fleet = fleet;
    this.used = new Float64Array(fleet.capacity.length);
    this.buffer = new Float64Array(fleet.capacity.length);
    this.free = fleet.capacity.slice();
    this.share = new Float64Array(fleet.capacity.length);
    this.mean = new Float64Array(fleet.size);
    this.hottest = new Float64Array(fleet.size);
    this.inUse = new Int32Array(wordsFor(fleet.size));
    this.vacancies = new Vacancies(fleet, this.inUse);
    this.room = new RoomIndex(this);
    this.#indexed = fleet.shapes.bits.length === 0;
    for (let compute = 0; this.#indexed && compute < fleet.size; compute++) this.room.add(compute);
    this.#instances = fleet.sites.names.map(() => []);
    this.seated = new Int32Array(fleet.workloads.length);
    this.#homes = fleet.workloads.map(({ avoids, spreadMax }) =>
      avoids.size > 0 || spreadMax !== Infinity ? new Map<number, number>() : undefined,
    );
  }

  /** The instances on a compute, in the order of arrival. */
  on(compute: number): readonly Instance[] {
    return this.#instances[compute] as Instance[];
  }

  /** The computes of a service that avoids others or has a spreadMax, and how many instances are on each. */
  homesOf(service: number): ReadonlyMap<number, number> {
    return this.#homes[service] ?? NOWHERE_YET;
  }

  /** How a service with a topology key is spread; undefined where no compute is eligible. */
  spreadOf({ index, replicas, eligibility: { topology } }: Workload): Spread | undefined {
    if (topology === undefined || topology.values.length === 0) return undefined;
    let spread = this.#spreads.get(index);
    if (!spread) this.#spreads.set(index, (spread = new Spread(topology.values.length, replicas)));
    return spread;
  }

  put(instance: Instance, compute: number): void {
    const { workload } = instance;
    instance.compute = compute;
    if (!instance.pin) this.seated[workload.index]!++;
    const count = (this.#instances[compute] as Instance[]).push(instance);
    const homes = this.#homes[workload.index];
    if (homes) homes.set(compute, (homes.get(compute) ?? 0) + 1);
    if (workload.buffered) this.#raiseBuffer(workload, compute);
    this.#add(workload, 1, compute);
    if (count === 1) this.#use(compute);
    if (count > 1 || this.#indexed) this.room.update(compute, workload.asked);
    const { topology } = workload.eligibility;
    if (topology) this.spreadOf(workload)?.add(topology.valueOf[compute] as number);
  }

  take(instance: Instance): void {
    const { workload, compute } = instance;
    const instances = this.#instances[compute] as Instance[];
    instance.compute = NOWHERE;
    if (!instance.pin) this.seated[workload.index]!--;
    instances.splice(instances.lastIndexOf(instance), 1);
    const homes = this.#homes[workload.index];
    const left = (homes?.get(compute) ?? 1) - 1;
    if (left === 0) homes?.delete(compute);
    else homes?.set(compute, left);
    if (workload.buffered) this.#lowerBuffer(workload, compute);
    this.#add(workload, -1, compute);
    if (instances.length === 0) this.#vacate(compute);
    if (instances.length > 0 || this.#indexed) this.room.update(compute, workload.asked);
    this.spreadOf(workload)?.remove(workload.eligibility.topology?.valueOf[compute] as number);
  }

  #use(compute: number): void {
    setBit(this.inUse, compute);
    this.vacancies.note(compute);
    if (!this.#indexed) this.room.add(compute);
  }

  #vacate(compute: number): void {
    clearBit(this.inUse, compute);
    this.vacancies.note(compute);
    if (!this.#indexed) this.room.remove(compute);
  }

  #lowerBuffer({ asked }: Workload, compute: number): void {
    for (const r of asked) this.buffer[r * this.fleet.size + compute] = 0;
    for (const { workload } of this.on(compute)) if (workload.buffered) this.#raiseBuffer(workload, compute);
  }

  #raiseBuffer({ buffer, asked }: Workload, compute: number): void {
    for (const r of asked) {
      const at = r * this.fleet.size + compute;
      if ((buffer[r] as number) > (this.buffer[at] as number)) this.buffer[at] = buffer[r] as number;
    }
  }

  /**
   * Adds amounts, or takes them away, and works out what follows from the sums, which are exact, so that it does not
   * matter who came first. What is not asked for stays as it is.
   */
  #add({ min, asked }: Workload, sign: number, compute: number): void {
    const { size, shapes, capacity } = this.fleet;
    const { used, free, share, buffer } = this;
    const shape = shapes.of[compute] as number;
    for (let nth = 0; nth < asked.length; nth++) {
      const r = asked[nth] as number;
      const at = r * size + compute;
      const sum = (used[at] as number) + sign * (min[r] as number);
      used[at] = sum;
      share[at] = sum * (shapes.perCapacity[r * shapes.count + shape] as number);
      free[at] = (capacity[at] as number) - sum - (buffer[at] as number);
    }
    let sum = 0;
    let hottest = 0;
    for (let at = compute; at < share.length; at += size) {
      const one = share[at] as number;
      sum += one;
      if (one > hottest) hottest = one;
    }
    this.mean[compute] = sum * (shapes.perResource[shape] as number);
    this.hottest[compute] = hottest;
    this.version++;
  }
}
