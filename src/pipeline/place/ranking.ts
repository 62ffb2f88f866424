import { sparseFiltersFor } from './admission.ts';
import type { OccupancyFilter } from './filters/filter.ts';
import { room } from './filters/room.ts';
import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { FORBIDDEN, RankTable } from './rank-table.ts';
import { Rating } from './rating.ts';
import { Roomy } from './roomy.ts';
import type { Spread } from './spread.ts';
import type { Workload } from './workload.ts';

/** One compute that could take an instance, and how well. */
export interface Ranked {
  readonly compute: number;
  readonly rank: number;
}

/**
 * The computes that could take one more instance of a service, each with its rank. One scan serves all services
 * of a class that follow each other: after each instance only its compute is rated anew.
 */
export class Ranking {
  readonly #occupancy: Occupancy;
  readonly #table: RankTable;
  readonly #roomy: Roomy;
  readonly #rating: Rating;
  /** Positions forbidden to this service, though not to others of its class. */
  readonly #closed: number[] = [];
  #version = -1;
  #workload!: Workload;
  #spread: Spread | undefined;
  /** The rules that reject few computes, of those that concern the service. */
  #sparse: readonly OccupancyFilter[] = [];
  readonly #show = (compute: number): void => {
    this.#table.show(this.#table.layout.positions[compute] as number, this.#rating.rank(compute));
  };
  readonly #forbid = (compute: number): void => void this.#close(compute);
  readonly #isOpen = (segment: number): boolean => this.#spread === undefined || this.#spread.admits(segment);

  constructor(occupancy: Occupancy) {
    this.#occupancy = occupancy;
    this.#table = new RankTable(occupancy.fleet.size);
    this.#rating = new Rating(occupancy);
    this.#roomy = new Roomy(occupancy);
  }

  /** Turns to a service; scans only what may have changed. */
  turnTo(workload: Workload): void {
    const current = this.#version === this.#occupancy.version;
    if (current && workload === this.#workload) return;
    const sameClass = current && workload.class === this.#workload.class;
    this.#workload = workload;
    if (!sameClass) this.#scan();
    while (this.#closed.length > 0) this.#openLast();
    this.#spread = this.#occupancy.spreadOf(workload);
    this.#sparse = sparseFiltersFor(workload);
    for (let nth = 0; nth < this.#sparse.length; nth++) {
      this.#sparse[nth]?.rejected?.(this.#occupancy, workload, this.#forbid);
    }
    this.#version = this.#occupancy.version;
  }

  /** How many computes could take one more. */
  get count(): number {
    return this.#table.count(this.#isOpen);
  }

  /** Puts an instance on the best compute; false when there is none. */
  seat(instance: Instance, except = NOWHERE): boolean {
    this.turnTo(instance.workload);
    const closed = except !== NOWHERE && this.#close(except);
    const position = this.#table.best(this.#isOpen);
    const count = position === NOWHERE ? 0 : this.count;
    if (closed) this.#openLast();
    if (position === NOWHERE) return false;
    const compute = this.#table.layout.order[position] as number;
    this.#occupancy.put(instance, compute);
    instance.candidates = count;
    this.#rate(position);
    for (let nth = 0; nth < this.#sparse.length; nth++) {
      if (this.#sparse[nth]?.rejects(this.#occupancy, instance.workload, compute)) this.#close(compute);
    }
    this.#version = this.#occupancy.version;
    return true;
  }

  /** Lists the best computes for one more instance, best first. */
  top(limit: number): Ranked[] {
    const ranked: Ranked[] = [];
    while (ranked.length < limit) {
      const position = this.#table.best(this.#isOpen);
      if (position === NOWHERE) break;
      const compute = this.#table.layout.order[position] as number;
      ranked.push({ compute, rank: this.#table.rankAt(position) });
      this.#close(compute);
    }
    for (let nth = 0; nth < ranked.length; nth++) this.#openLast();
    return ranked;
  }

  #scan(): void {
    this.#rating.turnTo(this.#workload);
    this.#closed.length = 0;
    this.#table.clear(this.#workload.eligibility.layout);
    this.#roomy.turnTo(this.#workload, this.#show);
    for (let segment = 0; segment < this.#roomy.segments; segment++) {
      this.#table.add(segment, this.#roomy.countIn(segment));
    }
  }

  #rate(position: number): void {
    const compute = this.#table.layout.order[position] as number;
    const rejected = room.rejects(this.#occupancy, this.#workload, compute);
    this.#set(position, rejected ? FORBIDDEN : this.#rating.rank(compute));
  }

  /** Changes the rank of a compute; one like it that stood behind it then shows itself. */
  #set(position: number, rank: number): void {
    this.#table.set(position, rank);
    const next = this.#roomy.nextAfter(this.#table.layout.order[position] as number);
    if (next !== NOWHERE) this.#show(next);
  }

  /** Forbids a compute until the next service; false when it is forbidden already. */
  #close(compute: number): boolean {
    const position = this.#table.layout.positions[compute] as number;
    if (position === NOWHERE || this.#table.rankAt(position) === FORBIDDEN) return false;
    this.#set(position, FORBIDDEN);
    this.#closed.push(position);
    return true;
  }

  #openLast(): void {
    this.#rate(this.#closed.pop() as number);
  }
}
