import { admits } from './admission.ts';
import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { Snapshot } from './snapshot.ts';
import type { Workload } from './workload.ts';

/**
 * Newcomers and the computes they could be on, by number and in flat arrays, so that many changes can be tried in
 * a short time. Nobody else leaves, comes, or keeps a buffer.
 */
export class Board {
  readonly members: readonly Instance[];
  readonly hosts: Int32Array;
  /** How many resources the members ask for. */
  readonly width: number;
  /** Resource `r` of host `h` is at `h * width + r`, here and in `worth`. */
  readonly free: Float64Array;
  readonly worth: Float64Array;
  /** What is free on a host, by what it is worth. */
  readonly spare: Float64Array;
  /** What member `m` needs of resource `r` is at `m * width + r`. */
  readonly needs: Float64Array;
  readonly priority: Int32Array;
  /** The host of each member; -1 for none. */
  readonly seat: Int32Array;
  /** The members on each host. */
  readonly guests: readonly number[][];
  /** Where in its list a member is. */
  readonly #slot: Int32Array;
  readonly #service: Int32Array;
  readonly #spreadMax: Int32Array;
  /** For the members of one eligibility, 1 for each host. */
  readonly #open: readonly Uint8Array[];
  /** How many others of a service with a spreadMax are on a host; key: service * hosts + host. */
  readonly #others = new Map<number, number>();
  readonly #occupancy: Occupancy;

  constructor(occupancy: Occupancy, members: readonly Instance[], hosts: Int32Array, worth: Float64Array) {
    const { fleet } = occupancy;
    const resources = [...new Set(members.flatMap(({ workload }) => workload.asked))].sort((a, b) => a - b);
    const numbers = new Int32Array(fleet.size).fill(NOWHERE);
    for (const [host, compute] of hosts.entries()) numbers[compute] = host;
    this.#occupancy = occupancy;
    this.members = members;
    this.hosts = hosts;
    this.width = resources.length;
    const lay = (amounts: Float64Array): Float64Array =>
      Float64Array.from({ length: hosts.length * resources.length }, (_, at) => {
        const r = resources[at % resources.length] as number;
        return amounts[r * fleet.size + (hosts[Math.floor(at / resources.length)] as number)] as number;
      });
    this.free = lay(occupancy.free);
    this.worth = lay(worth);
    this.spare = new Float64Array(hosts.length);
    for (let at = 0; at < this.free.length; at++) {
      this.spare[Math.floor(at / this.width)]! += (this.free[at] as number) * (this.worth[at] as number);
    }
    this.needs = new Float64Array(members.length * this.width);
    for (const [member, { workload }] of members.entries()) {
      for (const [r, resource] of resources.entries()) {
        this.needs[member * this.width + r] = workload.min[resource] as number;
      }
    }
    this.priority = Int32Array.from(members, ({ workload }) => workload.priority);
    this.seat = Int32Array.from(members, ({ compute, placed }) =>
      placed ? (numbers[compute] as number) : -1,
    );
    this.guests = Array.from(hosts, () => []);
    this.#slot = new Int32Array(members.length);
    for (const [member, host] of this.seat.entries()) if (host >= 0) this.#enter(member, host);
    this.#service = Int32Array.from(members, ({ workload }) => workload.index);
    this.#spreadMax = Int32Array.from(members, ({ workload }) => workload.rules.spreadMax ?? 0);
    const masks = new Map<object, Uint8Array>();
    this.#open = members.map(({ workload: { eligibility } }) => {
      let mask = masks.get(eligibility);
      if (!mask) {
        masks.set(
          eligibility,
          (mask = Uint8Array.from(hosts, (compute) => eligibility.mask[compute] as number)),
        );
      }
      return mask;
    });
    this.#countOthers();
  }

  /** Tells whether a host admits a member, as far as its rules go; room is another matter. */
  allows(member: number, host: number): boolean {
    if ((this.#open[member] as Uint8Array)[host] !== 1) return false;
    const most = this.#spreadMax[member] as number;
    if (most === 0) return true;
    const service = this.#service[member] as number;
    let alike = this.#others.get(service * this.hosts.length + host) ?? 0;
    for (const guest of this.guests[host] as number[]) if (this.#service[guest] === service) alike++;
    return alike < most;
  }

  /** What a member needs, by what that is worth on a host. */
  cost(member: number, host: number): number {
    let sum = 0;
    for (let r = 0; r < this.width; r++) {
      sum += (this.needs[member * this.width + r] as number) * (this.worth[host * this.width + r] as number);
    }
    return sum;
  }

  put(member: number, host: number): void {
    this.seat[member] = host;
    this.#enter(member, host);
    for (let r = 0; r < this.width; r++) {
      this.free[host * this.width + r]! -= this.needs[member * this.width + r] as number;
    }
    this.spare[host]! -= this.cost(member, host);
  }

  take(member: number): void {
    const host = this.seat[member] as number;
    const guests = this.guests[host] as number[];
    const last = guests.pop() as number;
    if (last !== member) {
      const slot = this.#slot[member] as number;
      guests[slot] = last;
      this.#slot[last] = slot;
    }
    this.seat[member] = NOWHERE;
    for (let r = 0; r < this.width; r++) {
      this.free[host * this.width + r]! += this.needs[member * this.width + r] as number;
    }
    this.spare[host]! += this.cost(member, host);
  }

  /** Does on the fleet what was done here; says who is elsewhere now. */
  carryOut(): Instance[] {
    const before = new Snapshot(this.#occupancy, this.members);
    const moving = [...this.members.keys()].filter((member) => {
      const host = this.seat[member] as number;
      return (this.hosts[host] ?? NOWHERE) !== this.members[member]?.compute;
    });
    for (const member of moving) {
      const instance = this.members[member] as Instance;
      if (instance.placed) this.#occupancy.take(instance);
    }
    const done = moving.every((member) => {
      const instance = this.members[member] as Instance;
      const compute = this.hosts[this.seat[member] as number];
      if (compute === undefined) return true;
      if (!admits(this.#occupancy, instance.workload, compute)) return false;
      this.#occupancy.put(instance, compute);
      return true;
    });
    if (!done) before.restore();
    return done ? moving.map((member) => this.members[member] as Instance) : [];
  }

  #enter(member: number, host: number): void {
    const guests = this.guests[host] as number[];
    this.#slot[member] = guests.length;
    guests.push(member);
  }

  #countOthers(): void {
    const own = new Set(this.members);
    const limited = new Set<Workload>(
      this.members.map(({ workload }) => workload).filter(({ rules }) => rules.spreadMax !== undefined),
    );
    for (const [host, compute] of this.hosts.entries()) {
      for (const guest of this.#occupancy.on(compute)) {
        if (own.has(guest) || !limited.has(guest.workload)) continue;
        const key = guest.workload.index * this.hosts.length + host;
        this.#others.set(key, (this.#others.get(key) ?? 0) + 1);
      }
    }
  }
}
