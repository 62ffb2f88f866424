import type { Random } from '../../packing/random.ts';
import { randomFrom } from '../../packing/random.ts';
import { admits } from './admission.ts';
import { WIDTH } from './amounts.ts';
import type { Guest } from './draft.ts';
import { Draft } from './draft.ts';
import { isAtHome } from './evictions.ts';
import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { recreate } from './recreate.ts';
import { Ruin } from './ruin.ts';
import { worthOf } from './worth.ts';

/** The most computes that are filled anew at once. */
const MOST_COMPUTES = 3;
/** The most of those without a place that are considered at once. */
const POOL = 16;
/** A compute with more instances than this is left alone. */
const CROWD = 48;
/** How much worse the spare room may be used, at first, in squares of what an average instance needs. */
const TEMPERATURE = 0.1;

/**
 * Lets more instances in by filling a few computes anew, again and again. A change is kept where fewer are
 * without a place, the highest priority deciding, or as many and fewer have moved; where neither changes, it is
 * kept when the spare room is in fewer places than before, and at first also when it is not. Nobody who stood
 * loses the place. A rule of thumb: it proves nothing.
 */
export class RuinAndRecreate {
  readonly #occupancy: Occupancy;
  readonly #homeOf: (instance: Instance) => number;
  readonly #waiting: Instance[];
  readonly #random: Random;
  readonly #worth: Float64Array;
  readonly #ruin: Ruin;
  readonly #draft: Draft;
  readonly #sizes: Float64Array;
  readonly #sizeOf = ({ instance }: Guest): number => this.#sizes[instance.workload.index] as number;

  /** `homeOf` says where an instance stands whose leaving is a move; -1 for one that is new. */
  constructor(
    occupancy: Occupancy,
    waiting: readonly Instance[],
    homeOf: (instance: Instance) => number,
    seed = 0,
  ) {
    this.#occupancy = occupancy;
    this.#homeOf = homeOf;
    this.#waiting = [...waiting];
    this.#random = randomFrom(seed + 1);
    this.#worth = worthOf(occupancy);
    this.#ruin = new Ruin(occupancy, this.#worth, this.#random);
    this.#draft = new Draft(occupancy, this.#worth, MOST_COMPUTES);
    this.#sizes = sizesOf(occupancy, this.#worth);
  }

  /** Those without a place. */
  get waiting(): readonly Instance[] {
    return this.#waiting;
  }

  /** Tries so many changes; answers how many bettered the outcome. */
  run(rounds: number): number {
    let better = 0;
    for (let round = 0; round < rounds && this.#waiting.length > 0; round++) {
      if (this.#try(TEMPERATURE * (1 - round / rounds))) better++;
    }
    return better;
  }

  #try(temperature: number): boolean {
    const wanted = this.#draw();
    const computes = this.#ruin.choose(wanted.workload, this.#random() < 0.5 ? 2 : MOST_COMPUTES);
    if (computes.some((compute) => this.#occupancy.on(compute).length > CROWD)) return false;
    const guests = this.#draft.begin(computes, this.#homeOf);
    for (const instance of this.#poolWith(wanted)) {
      guests.push({ instance, before: NOWHERE, home: NOWHERE, stood: false, turn: 0, seat: NOWHERE });
    }
    recreate(this.#draft, guests, this.#sizeOf, this.#random);
    const gain = gainOf(guests, computes);
    if (gain < 0) return false;
    if (gain === 0) {
      let change = 0;
      for (let nth = 0; nth < computes.length; nth++) {
        change += this.#draft.spare(nth) ** 2 - this.#ruin.spare(computes[nth] as number) ** 2;
      }
      if (change <= temperature * Math.log(this.#random() + Number.MIN_VALUE)) return false;
    }
    return this.#carryOut(guests, wanted) && gain > 0;
  }

  /** Does what was drafted, or nothing where a rule forbids it that the draft does not know. */
  #carryOut(guests: readonly Guest[], wanted: Instance): boolean {
    const { computes } = this.#draft;
    const moving = guests.filter(({ seat, before }) => (computes[seat] ?? NOWHERE) !== before);
    const leaving = moving.filter(({ instance }) => isAtHome(this.#occupancy, instance));
    for (const { instance } of moving) if (instance.placed) this.#occupancy.take(instance);
    const allowed = moving.every(({ instance, seat }) => {
      if (seat === NOWHERE) return true;
      const compute = computes[seat] as number;
      if (!admits(this.#occupancy, instance.workload, compute)) return false;
      this.#occupancy.put(instance, compute);
      return true;
    });
    if (!allowed) {
      for (const { instance } of moving) if (instance.placed) this.#occupancy.take(instance);
      for (const { instance, before } of moving)
        if (before !== NOWHERE) this.#occupancy.put(instance, before);
      return false;
    }
    for (const { instance, before } of moving) {
      if (before === NOWHERE) this.#waiting.splice(this.#waiting.indexOf(instance), 1);
      else if (!instance.placed) this.#waiting.push(instance);
      instance.candidates = 0;
    }
    for (const { instance } of leaving) {
      instance.moved = `moved from ${instance.from} to make room for ${wanted.workload.name}`;
    }
    for (const compute of computes) this.#ruin.refresh(compute);
    return true;
  }

  #poolWith(wanted: Instance): Iterable<Instance> {
    if (this.#waiting.length <= POOL) return this.#waiting;
    const pool = new Set([wanted]);
    while (pool.size < POOL) pool.add(this.#draw());
    return pool;
  }

  #draw(): Instance {
    return this.#waiting[Math.floor(this.#random() * this.#waiting.length)] as Instance;
  }
}

/** Rates every service by what an instance needs, at the average worth. */
function sizesOf({ fleet }: Occupancy, worth: Float64Array): Float64Array {
  const average = Float64Array.from({ length: WIDTH }, (_, r) => {
    return (
      worth.subarray(r * fleet.size, (r + 1) * fleet.size).reduce((sum, one) => sum + one, 0) / fleet.size
    );
  });
  return Float64Array.from(fleet.workloads, ({ asked, min }) => {
    let total = 0;
    for (const r of asked) total += (min[r] as number) * (average[r] as number);
    return total;
  });
}

/**
 * Compares a draft with before: positive where more have a place at the highest priority where that differs, or
 * as many and fewer have moved; -Infinity where somebody loses a place who stood. Takes guests by priority.
 */
function gainOf(guests: readonly Guest[], computes: readonly number[]): number {
  let decided = 0;
  let more = 0;
  let moves = 0;
  let priority = Infinity;
  for (const { instance, before, home, stood, seat } of guests) {
    if (stood && seat === NOWHERE) return -Infinity;
    if (instance.workload.priority !== priority) {
      decided ||= more;
      more = 0;
      ({ priority } = instance.workload);
    }
    more += Number(seat !== NOWHERE) - Number(before !== NOWHERE);
    if (home !== NOWHERE) moves += Number(computes[seat] !== home) - Number(before !== home);
  }
  return decided || more || -moves;
}
