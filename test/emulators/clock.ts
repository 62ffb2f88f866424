interface Due {
  readonly at: number;
  readonly what: () => void;
}

/**
 * The time of an emulator, in milliseconds since 1970. It runs as the real one does, times `speed`, and can be put
 * forward. Nothing happens by itself: what is due happens, in its order, when somebody next looks, so whatever is seen
 * follows from the time alone.
 */
export class VirtualClock {
  readonly #speed: number;
  readonly #start = Date.now();
  #ahead = 0;
  /** By their time. */
  readonly #due: Due[] = [];
  /** The moment that is being caught up with; null between looks. */
  #moment: number | null = null;

  /** With a speed of 0 it stands still until it is put forward. */
  constructor(speed = 1) {
    this.#speed = speed;
  }

  now(): number {
    return this.#moment ?? this.#start + this.#ahead + (Date.now() - this.#start) * this.#speed;
  }

  /** Puts it forward by so many milliseconds, and has everything happen that is due by then. */
  advance(ms: number): void {
    this.#ahead += ms;
    this.settle();
  }

  /** Has something happen after so many milliseconds. */
  after(ms: number, what: () => void): void {
    const at = this.now() + ms;
    this.#due.splice(this.#due.findLastIndex((due) => due.at <= at) + 1, 0, { at, what });
  }

  /** Has everything happen that is due, each thing at its own moment. */
  settle(): void {
    const now = this.now();
    for (let next = this.#due[0]; next && next.at <= now; next = this.#due[0]) {
      this.#due.shift();
      this.#moment = next.at;
      try {
        next.what();
      } finally {
        this.#moment = null;
      }
    }
  }
}
