import type { VirtualClock } from './clock.ts';
import type { Knobs } from './knobs.ts';

/** What a vendor tells of its rate limit. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** When the bucket is full again, in milliseconds of the clock. */
  readonly fullAt: number;
  readonly admitted: boolean;
}

/** Lets so many requests through at once, and so many per second after that. */
export class Bucket {
  readonly #clock: VirtualClock;
  readonly #knobs: Knobs;
  #spent = 0;
  #at: number;

  constructor(clock: VirtualClock, knobs: Knobs) {
    this.#clock = clock;
    this.#knobs = knobs;
    this.#at = clock.now();
  }

  /** Takes one request out; null where there is no limit. */
  take(): Allowance | null {
    if (!this.#knobs.bucket) return null;
    const { limit, perSecond } = this.#knobs.bucket;
    const now = this.#clock.now();
    this.#spent = Math.max(0, this.#spent - ((now - this.#at) / 1000) * perSecond);
    this.#at = now;
    const admitted = this.#spent + 1 <= limit;
    if (admitted) this.#spent += 1;
    const remaining = Math.max(0, Math.floor(limit - this.#spent));
    return { limit, remaining, fullAt: now + (this.#spent / perSecond) * 1000, admitted };
  }
}
