import { WIDTH } from './amounts.ts';
import { clearBit, setBit, wordsFor } from './bits.ts';
import type { Fleet } from './fleet.ts';
import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import { RoomIndex } from './room-index.ts';
import { Spread } from './spread.ts';
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
  /** Which computes have room for what. */
  readonly room: RoomIndex;
  /** Goes up whenever something changes. */
  version = 0;
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
    this.room = new RoomIndex(this);
    this.#instances = fleet.sites.names.map(() => []);
    this.#homes = fleet.workloads.map(({ avoids, rules }) =>
      avoids.size > 0 || rules.spreadMax !== undefined ? new Map<number, number>() : undefined,
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
    (this.#instances[compute] as Instance[]).push(instance);
    setBit(this.inUse, compute);
    const homes = this.#homes[workload.index];
    homes?.set(compute, (homes.get(compute) ?? 0) + 1);
    this.#add(workload.min, 1, compute);
    if (workload.buffered) this.#raiseBuffer(workload, compute);
    this.#measure(compute);
    this.spreadOf(workload)?.add(workload.eligibility.topology?.valueOf[compute] as number);
  }

  take(instance: Instance): void {
    const { workload, compute } = instance;
    const instances = this.#instances[compute] as Instance[];
    instance.compute = NOWHERE;
    instances.splice(instances.lastIndexOf(instance), 1);
    if (instances.length === 0) clearBit(this.inUse, compute);
    const homes = this.#homes[workload.index];
    const left = (homes?.get(compute) ?? 1) - 1;
    if (left === 0) homes?.delete(compute);
    else homes?.set(compute, left);
    this.#add(workload.min, -1, compute);
    if (workload.buffered) {
      for (let r = 0; r < WIDTH; r++) this.buffer[r * this.fleet.size + compute] = 0;
      for (const other of instances) if (other.workload.buffered) this.#raiseBuffer(other.workload, compute);
    }
    this.#measure(compute);
    this.spreadOf(workload)?.remove(workload.eligibility.topology?.valueOf[compute] as number);
  }

  #add(amount: Float64Array, sign: number, compute: number): void {
    const { size } = this.fleet;
    for (let r = 0; r < WIDTH; r++) this.used[r * size + compute]! += sign * (amount[r] as number);
  }

  #raiseBuffer({ buffer }: Workload, compute: number): void {
    const { size } = this.fleet;
    for (let r = 0; r < WIDTH; r++) {
      const at = r * size + compute;
      if ((buffer[r] as number) > (this.buffer[at] as number)) this.buffer[at] = buffer[r] as number;
    }
  }

  /** Works everything out from the sums, which are exact, so that it does not matter who came first. */
  #measure(compute: number): void {
    const { size, shapes, capacity } = this.fleet;
    const shape = shapes.of[compute] as number;
    let sum = 0;
    let hottest = 0;
    for (let r = 0, at = compute; r < WIDTH; r++, at += size) {
      const used = this.used[at] as number;
      const share = used * (shapes.perCapacity[r * shapes.count + shape] as number);
      this.free[at] = (capacity[at] as number) - used - (this.buffer[at] as number);
      this.share[at] = share;
      sum += share;
      if (share > hottest) hottest = share;
    }
    this.mean[compute] = sum * (shapes.perResource[shape] as number);
    this.hottest[compute] = hottest;
    this.room.update(compute);
    this.version++;
  }
}
