/** Numbers that look random and are the same for the same seed: mulberry32. */
export class Random {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** At least 0 and below 1. */
  share() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @param {number} low @param {number} high */
  between(low, high) {
    return low + this.share() * (high - low);
  }

  /** A whole number, both ends included. @param {number} low @param {number} high */
  whole(low, high) {
    return low + Math.floor(this.share() * (high - low + 1));
  }

  /** @param {number} share how often the answer is yes */
  chance(share) {
    return this.share() < share;
  }

  /** @template T @param {readonly T[]} choices @returns {T} */
  pick(choices) {
    return /** @type {T} */ (choices[this.whole(0, choices.length - 1)]);
  }
}
