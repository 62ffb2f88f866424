import type { Resources } from '../../model/spec/definitions.ts';
import { askedIn, needed, WIDTH } from './amounts.ts';
import { DistinctAmounts } from './distinct-amounts.ts';
import { Numbering } from './numbering.ts';
import type { Workload } from './workload.ts';

/** What all services of a class have in common; they also may run on the same computes. */
export interface Class extends Pick<Workload, 'min' | 'buffer' | 'asked' | 'buffered'> {
  readonly id: number;
}

/** Finds services that need the same; equal amounts are one array. */
export class Classes {
  readonly #amounts = new DistinctAmounts();
  readonly #keys = new Numbering(3);
  readonly #classes: Class[] = [];
  readonly #key = [0, 0, 0];
  readonly #figures = new Float64Array(WIDTH);

  /** Finds the class of those that may run on the computes of an eligibility and need so much. */
  of(eligibility: number, min: Resources | undefined, buffer: Resources | undefined): Class {
    const key = this.#key;
    key[0] = eligibility;
    key[1] = this.#numberOf(min);
    key[2] = this.#numberOf(buffer);
    const id = this.#keys.of(key);
    return (this.#classes[id] ??= this.#make(id, key[1], key[2]));
  }

  /** Reads an amount, and where it is not named or is below another, takes that. */
  atLeast(least: Float64Array, amount: Resources): Float64Array {
    const figures = this.#figures;
    needed(amount, figures);
    for (let r = 0; r < WIDTH; r++) figures[r] = Math.max(figures[r] as number, least[r] as number);
    return this.#amounts.of(figures);
  }

  #make(id: number, minNumber: number, bufferNumber: number): Class {
    const min = this.#amounts.numbered(minNumber);
    const buffer = this.#amounts.numbered(bufferNumber);
    const buffered = buffer.some((amount) => amount > 0);
    return { id, min, buffer, asked: askedIn(min, buffer), buffered };
  }

  #numberOf(amount: Resources | undefined): number {
    return this.#amounts.numberOf(needed(amount, this.#figures));
  }
}
