import { WIDTH } from './amounts.ts';
import type { Fleet } from './fleet.ts';
import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import { Spread } from './spread.ts';
import type { Workload } from './workload.ts';

/** Who is where, and what that leaves. It enforces no rule; filters ask it. */
export class Occupancy {
  readonly fleet: Fleet;
  /** The sum of mins, compute by compute. */
  readonly used: Float64Array;
  /** The highest buffer that anyone on the compute asks for. */
  readonly buffer: Float64Array;
  readonly #instances: Instance[][];
  /** The computes of each service's instances, one entry for each. */
  readonly #homes: number[][];
  readonly #spreads = new Map<number, Spread>();

  constructor(fleet: Fleet) {
    this.fleet = fleet;
    this.used = new Float64Array(fleet.capacity.length);
    this.buffer = new Float64Array(fleet.capacity.length);
    this.#instances = fleet.sites.names.map(() => []);
    this.#homes = fleet.workloads.map(() => []);
  }

  /** The instances on a compute, in the order of arrival. */
  on(compute: number): readonly Instance[] {
    return this.#instances[compute] as Instance[];
  }

  /** How many instances of a service are on a compute; looks at the guests or at the service, whichever are fewer. */
  count(service: number, compute: number): number {
    const homes = this.#homes[service] as number[];
    const guests = this.on(compute);
    let count = 0;
    if (homes.length < guests.length) {
      for (const home of homes) if (home === compute) count++;
    } else {
      for (const { workload } of guests) if (workload.index === service) count++;
    }
    return count;
  }

  /** How a service with a topology key is spread; undefined where no compute is eligible. */
  spreadOf({ index, replicas, eligibility }: Workload): Spread | undefined {
    const values = eligibility.topology?.values.length ?? 0;
    if (values === 0) return undefined;
    let spread = this.#spreads.get(index);
    if (!spread) this.#spreads.set(index, (spread = new Spread(values, replicas)));
    return spread;
  }

  put(instance: Instance, compute: number): void {
    const { workload } = instance;
    instance.compute = compute;
    this.#instances[compute]?.push(instance);
    this.#homes[workload.index]?.push(compute);
    for (let r = 0; r < WIDTH; r++) this.used[compute * WIDTH + r]! += workload.min[r] as number;
    this.#raiseBuffer(workload, compute);
    this.spreadOf(workload)?.add(workload.eligibility.topology?.valueOf[compute] as number);
  }

  take(instance: Instance): void {
    const { workload, compute } = instance;
    const instances = this.#instances[compute] as Instance[];
    instance.compute = NOWHERE;
    instances.splice(instances.indexOf(instance), 1);
    const homes = this.#homes[workload.index] as number[];
    homes.splice(homes.indexOf(compute), 1);
    for (let r = 0; r < WIDTH; r++) this.used[compute * WIDTH + r]! -= workload.min[r] as number;
    this.buffer.fill(0, compute * WIDTH, (compute + 1) * WIDTH);
    for (const other of instances) this.#raiseBuffer(other.workload, compute);
    this.spreadOf(workload)?.remove(workload.eligibility.topology?.valueOf[compute] as number);
  }

  #raiseBuffer({ buffer }: Workload, compute: number): void {
    for (let r = 0; r < WIDTH; r++) {
      const at = compute * WIDTH + r;
      if ((buffer[r] as number) > (this.buffer[at] as number)) this.buffer[at] = buffer[r] as number;
    }
  }
}
