import type { HostContents } from './host-contents.ts';
import type { Market } from './market.ts';
import { marginOf } from './contents.ts';
import { relax } from './relaxation.ts';

const EPSILON = 1e-9;

/** The fillings of one host that have between `lower` and `upper` of each candidate. */
export class Branch {
  readonly #avoids: Market['avoids'];
  readonly #host: HostContents;
  readonly #lower: Int32Array;
  readonly upper: Int32Array;
  /** No filling of the branch is worth more. */
  readonly bound: number;
  /** The best filling, parts of instances allowed. */
  readonly counts: Float64Array;
  readonly rates: Float64Array;

  private constructor(avoids: Market['avoids'], host: HostContents, lower: Int32Array, upper: Int32Array) {
    this.#avoids = avoids;
    this.#host = host;
    this.#lower = lower;
    this.upper = upper;
    const { bound, counts, rates } = relax(host, lower, upper, roomBeside(host, lower));
    this.bound = bound;
    this.counts = counts;
    this.rates = rates;
  }

  static root({ avoids }: Market, host: HostContents): Branch {
    return new Branch(avoids, host, new Int32Array(host.classes.length), host.most.slice());
  }

  /** Rules out what loses so much against the relaxation that nothing above the floor can have it. */
  fixFor(floor: number): void {
    const spare = this.bound - floor;
    for (const j of this.#host.classes.keys()) {
      const margin = marginOf(this.#host, j, this.rates);
      const [lower, upper] = [this.#lower[j] as number, this.upper[j] as number];
      const steps = Math.floor(spare / Math.abs(margin) + EPSILON);
      if (margin > EPSILON) this.#lower[j] = Math.max(lower, upper - steps);
      else if (margin < -EPSILON) this.upper[j] = Math.min(upper, lower + steps);
    }
  }

  /** Splits in two along a candidate of which there is a part, else one that the rules object to; or is done. */
  split(): Branch[] {
    const j = this.#partial() ?? this.#objected();
    if (j === undefined) return [];
    const count = this.counts[j] as number;
    const below = Math.abs(count - Math.round(count)) > EPSILON ? Math.floor(count) : 0;
    const fewer = this.upper.slice();
    fewer[j] = below;
    const more = this.#lower.slice();
    more[j] = below + 1;
    return [this.#with(this.#lower, fewer), this.#with(more, this.upper)].filter((branch) => branch !== null);
  }

  #with(lower: Int32Array, upper: Int32Array): Branch | null {
    const allowed = upper.slice();
    for (const [j, count] of lower.entries()) {
      if (count === 0) continue;
      const avoided = this.#avoids[this.#host.classes[j] as number] as readonly number[];
      for (const c of avoided) {
        const other = this.#host.classes.indexOf(c);
        if (other >= 0) allowed[other] = 0;
      }
    }
    if (allowed.some((count, j) => count < (lower[j] as number))) return null;
    this.#tighten(lower, allowed);
    return new Branch(this.#avoids, this.#host, lower, allowed);
  }

  /** Leaves out what has no room beside all that is surely there. */
  #tighten(lower: Int32Array, upper: Int32Array): void {
    const { width, share } = this.#host;
    const left = roomBeside(this.#host, lower);
    for (const [j, count] of lower.entries()) {
      if (count === 0) continue;
      for (let r = 0; r < width; r++) left[r]! -= count * (share[j * width + r] as number);
    }
    for (const [j, most] of upper.entries()) {
      let more = most - (lower[j] as number);
      for (let r = 0; r < width && more > 0; r++) {
        const each = share[j * width + r] as number;
        if (each * more > (left[r] as number) + EPSILON)
          more = Math.floor((left[r] as number) / each + EPSILON);
      }
      upper[j] = (lower[j] as number) + Math.max(0, more);
    }
  }

  #partial(): number | undefined {
    let best = 1e-7;
    let partial: number | undefined;
    for (const [j, count] of this.counts.entries()) {
      const part = Math.abs(count - Math.round(count));
      if (part <= best) continue;
      best = part;
      partial = j;
    }
    return partial;
  }

  /** A candidate that is there but not surely, and so may avoid another or want a buffer that is not kept. */
  #objected(): number | undefined {
    const { width, kept, classes } = this.#host;
    const strict = (c: number, j: number): boolean => {
      if ((this.#avoids[c] as readonly number[]).length > 0) return true;
      for (let r = 0; r < width; r++) if ((kept[j * width + r] as number) > 0) return true;
      return false;
    };
    const at = classes.findIndex(
      (c, j) => (this.counts[j] as number) > 0.5 && this.#lower[j] === 0 && strict(c, j),
    );
    return at < 0 ? undefined : at;
  }
}

/** What is left of a host beside the buffers of all that is surely there. */
function roomBeside({ width, kept, room }: HostContents, lower: Int32Array): Float64Array {
  const left = room.slice();
  for (let j = 0; j < lower.length; j++) {
    if (lower[j] === 0) continue;
    for (let r = 0; r < width; r++)
      left[r] = Math.min(left[r] as number, 1 - (kept[j * width + r] as number));
  }
  return left;
}
