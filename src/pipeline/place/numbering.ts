/** Numbers tuples of whole or broken numbers, equal ones alike, in the order in which they are first met. */
export class Numbering {
  readonly #width: number;
  /** The tuples that have a number, one after the other. */
  readonly #tuples: number[] = [];
  /** One more than the number of a tuple at the slot that its figures lead to, or the next free one; 0 for none. */
  #slots = new Int32Array(64);
  #count = 0;

  /** Takes how many figures a tuple has. */
  constructor(width: number) {
    this.#width = width;
  }

  /** How many different ones there are. */
  get count(): number {
    return this.#count;
  }

  of(tuple: ArrayLike<number>): number {
    const mask = this.#slots.length - 1;
    let slot = hash(tuple, 0, this.#width) & mask;
    for (;;) {
      const number = (this.#slots[slot] as number) - 1;
      if (number < 0) return this.#add(tuple, slot);
      if (this.#isAt(number * this.#width, tuple)) return number;
      slot = (slot + 1) & mask;
    }
  }

  #isAt(offset: number, tuple: ArrayLike<number>): boolean {
    for (let nth = 0; nth < this.#width; nth++) {
      if (this.#tuples[offset + nth] !== tuple[nth]) return false;
    }
    return true;
  }

  #add(tuple: ArrayLike<number>, slot: number): number {
    for (let nth = 0; nth < this.#width; nth++) this.#tuples.push(tuple[nth] as number);
    this.#slots[slot] = ++this.#count;
    if (this.#count * 2 > this.#slots.length) this.#grow();
    return this.#count - 1;
  }

  #grow(): void {
    const mask = this.#slots.length * 2 - 1;
    this.#slots = new Int32Array(mask + 1);
    for (let number = 0; number < this.#count; number++) {
      let slot = hash(this.#tuples, number * this.#width, this.#width) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

function hash(figures: ArrayLike<number>, offset: number, width: number): number {
  let mixed = 0;
  for (let nth = 0; nth < width; nth++) {
    const figure = figures[offset + nth] as number;
    mixed = Math.imul(mixed ^ (figure | 0), 0x9e3779b1) ^ Math.floor(figure / 0x1_0000_0000);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}
