import { hasBit, lowestOf } from './bits.ts';
import type { Fleet } from './fleet.ts';
import { NOWHERE } from './instance.ts';
import { MOST_SETS } from './shapes.ts';
import type { Eligibility } from './workload.ts';

/**
 * The empty computes of an eligibility by group: those of one shape in one segment, group `segment * shapes + shape`.
 * All of a group are equally good.
 */
export interface Vacant {
  /** How many they are. */
  readonly counts: Int32Array;
  /** The first of them by name; -1 where there is none. */
  readonly firsts: Int32Array;
}

/** Knows the empty computes of each eligibility; what changes is worked in when it is asked for. */
export class Vacancies {
  readonly #fleet: Fleet;
  readonly #inUse: Int32Array;
  /** The computes that were put in use or became empty, in order: at most as many as there are. */
  readonly #changed: Int32Array;
  #changes = 0;
  /** What is known of each eligibility by id, and how many of the changes are in it. */
  #known: ({ readonly vacant: Vacant; changes: number } | undefined)[] = [];

  /** Takes the set of computes in use, and reads it whenever it is asked. */
  constructor(fleet: Fleet, inUse: Int32Array) {
    this.#fleet = fleet;
    this.#inUse = inUse;
    this.#changed = new Int32Array(fleet.size);
  }

  /** Takes note that a compute has just been put in use, or has become empty. */
  note(compute: number): void {
    if (this.#changes === this.#changed.length) this.forget();
    this.#changed[this.#changes++] = hasBit(this.#inUse, compute) ? ~compute : compute;
  }

  /** Forgets what is known, as it must be where eligibilities change. */
  forget(): void {
    this.#known = [];
    this.#changes = 0;
  }

  /** Finds the empty computes; undefined where they fall into too many groups to stand for each other. */
  of(eligibility: Eligibility): Vacant | undefined {
    const groups = (eligibility.topology?.values.length ?? 1) * this.#fleet.shapes.count;
    if (groups > MOST_SETS) return undefined;
    const known = this.#known[eligibility.id];
    if (known) {
      for (; known.changes < this.#changes; known.changes++) {
        const change = this.#changed[known.changes] as number;
        if (change < 0) this.#leave(eligibility, known.vacant, ~change);
        else this.#enter(eligibility, known.vacant, change);
      }
      return known.vacant;
    }
    const vacant = { counts: new Int32Array(groups), firsts: new Int32Array(groups).fill(NOWHERE) };
    for (let word = 0; word < this.#inUse.length; word++) {
      let left = (eligibility.bits[word] as number) & ~(this.#inUse[word] as number);
      for (; left !== 0; left &= left - 1) this.#enter(eligibility, vacant, word * 32 + lowestOf(left));
    }
    this.#known[eligibility.id] = { vacant, changes: this.#changes };
    return vacant;
  }

  /** Finds the next empty compute of a group, from one on; -1 when there is none. */
  next({ bits, topology }: Eligibility, group: number, from: number): number {
    const { shapes } = this.#fleet;
    const alike = shapes.bits[group % shapes.count] as Int32Array;
    const together = topology?.bits[Math.floor(group / shapes.count)];
    for (let word = from >> 5; word < alike.length; word++) {
      let left = (bits[word] as number) & (alike[word] as number) & ~(this.#inUse[word] as number);
      if (together) left &= together[word] as number;
      if (word === from >> 5) left &= -1 << (from & 31);
      if (left !== 0) return word * 32 + lowestOf(left);
    }
    return NOWHERE;
  }

  /** Tells the group of an eligible compute. */
  groupOf({ topology }: Eligibility, compute: number): number {
    const { count, of } = this.#fleet.shapes;
    return (topology?.valueOf[compute] ?? 0) * count + (of[compute] as number);
  }

  #enter(eligibility: Eligibility, { counts, firsts }: Vacant, compute: number): void {
    if (eligibility.mask[compute] !== 1) return;
    const group = this.groupOf(eligibility, compute);
    const first = firsts[group] as number;
    counts[group]!++;
    if (first === NOWHERE || compute < first) firsts[group] = compute;
  }

  #leave(eligibility: Eligibility, { counts, firsts }: Vacant, compute: number): void {
    if (eligibility.mask[compute] !== 1) return;
    const group = this.groupOf(eligibility, compute);
    counts[group]!--;
    if (firsts[group] === compute) firsts[group] = this.next(eligibility, group, compute + 1);
  }
}
