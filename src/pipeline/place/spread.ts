/**
 * Counts the instances of one service per value of its topology key. Each value has an even share of the
 * replicas; where they do not divide evenly, as many values as there are left over may hold one more. When
 * every instance is placed, no two values differ by more than one.
 */
export class Spread {
  readonly #counts: Int32Array;
  readonly #evenShare: number;
  readonly #leftOver: number;
  /** How many values hold one more than the even share. */
  #above = 0;

  constructor(values: number, replicas: number) {
    this.#counts = new Int32Array(values);
    this.#evenShare = Math.floor(replicas / values);
    this.#leftOver = replicas % values;
  }

  countOf(value: number): number {
    return this.#counts[value] as number;
  }

  /** Tells whether a value may hold one more. */
  admits(value: number): boolean {
    const count = this.countOf(value);
    return count < this.#evenShare || (count === this.#evenShare && this.#above < this.#leftOver);
  }

  add(value: number): void {
    if (this.#counts[value]!++ === this.#evenShare) this.#above++;
  }

  remove(value: number): void {
    if (--this.#counts[value]! === this.#evenShare) this.#above--;
  }
}
