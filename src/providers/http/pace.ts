import { onAbort } from './on-abort.ts';
import { stopped } from './wait.ts';

/** What a provider tells of its rate limit, with an answer. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until all of it is there again. */
  readonly fullInMs: number;
}

interface Waiting {
  readonly go: () => void;
}

/** So many requests are under way at once, at most. */
const MOST_AT_ONCE = 20;
/** Of what the provider allows, this is kept: whoever else uses the account gets an answer too. */
const RESERVE = 0.1;
/** What has come back after a refusal before anything is sent again, of what the provider allows. */
const RESTART = 0.02;
const LONGEST_PAUSE_MS = 3_600_000;

/**
 * Lets requests go as fast as the provider allows: at once while there is plenty, one by one at the rate at which the
 * allowance comes back when it runs low, and none for a while after a refusal. First come, first served.
 */
export class Pace {
  readonly #queue: Waiting[] = [];
  #underWay = 0;
  #allowance: Allowance | null = null;
  #lastAt = 0;
  #shutUntil = 0;
  #refusals = 0;
  #lastRefusal = 0;
  #timer: NodeJS.Timeout | null = null;

  /** Waits for the turn of a request; it is given back by calling what this answers. */
  async turn(signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted) throw stopped();
    await new Promise<void>((resolve, reject) => {
      const waiting = {
        go: () => {
          forget();
          resolve();
        },
      };
      const forget = onAbort(signal, () => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        reject(stopped());
      });
      this.#queue.push(waiting);
      this.#serve();
    });
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#underWay--;
      this.#serve();
    };
  }

  /** An answer told of the limit; null where it did not. */
  heard(allowance: Allowance | null): void {
    if (!allowance) return;
    this.#allowance = allowance;
    if (allowance.remaining > 0) this.#refusals = 0;
  }

  /** A request that was sent at a time was one too many. Many at once are one refusal. */
  refused(sentAt: number, retryAfterMs: number | null): void {
    if (sentAt < this.#lastRefusal) return;
    this.#lastRefusal = Date.now();
    const share = this.#perRequestMs() * (this.#allowance?.limit ?? 0) * RESTART;
    const pause = retryAfterMs ?? Math.max(share, 1000) * 2 ** this.#refusals++;
    this.#shutUntil = Date.now() + Math.min(pause, LONGEST_PAUSE_MS);
  }

  #serve(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#queue.length > 0 && this.#underWay < MOST_AT_ONCE) {
      const now = Date.now();
      const notBefore = Math.max(this.#shutUntil, this.#lastAt + this.#spacingMs());
      if (now < notBefore) {
        this.#timer = setTimeout(() => this.#serve(), notBefore - now);
        return;
      }
      this.#lastAt = now;
      this.#underWay++;
      this.#queue.shift()?.go();
    }
  }

  /** How far apart requests are: not at all while there is plenty; the less is left, the farther. */
  #spacingMs(): number {
    if (!this.#allowance) return 0;
    const { limit, remaining } = this.#allowance;
    const reserve = limit * RESERVE;
    const left = remaining - this.#underWay;
    if (left > reserve) return 0;
    return this.#perRequestMs() * (2 - (1.5 * Math.max(left, 0)) / reserve);
  }

  /** How long the provider takes to give one request back. */
  #perRequestMs(): number {
    if (!this.#allowance) return 0;
    const { limit, remaining, fullInMs } = this.#allowance;
    return fullInMs / Math.max(limit - remaining, 1);
  }
}
