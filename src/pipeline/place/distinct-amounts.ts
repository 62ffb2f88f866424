import { WIDTH } from './amounts.ts';
import { Numbering } from './numbering.ts';

/** Amounts of which equal ones are one array: a fleet has far more services and grants than different ones of these. */
export class DistinctAmounts {
  readonly #numbers = new Numbering(WIDTH);
  readonly #amounts: Float64Array[] = [];

  /** Numbers an amount, equal ones alike; the caller may write over its array afterwards. */
  numberOf(amount: Float64Array): number {
    const number = this.#numbers.of(amount);
    if (number === this.#amounts.length) this.#amounts.push(amount.slice());
    return number;
  }

  /** The amount that has a number. */
  numbered(number: number): Float64Array {
    return this.#amounts[number] as Float64Array;
  }

  /** Finds the one array for an amount. */
  of(amount: Float64Array): Float64Array {
    return this.numbered(this.numberOf(amount));
  }
}
