import { wordsFor } from './bits.ts';

/** A set of computes of which few are in it: the words of its bits that are not 0 are listed. */
export class SparseSet {
  readonly bits: Int32Array;
  /** The numbers of the words that are not 0, in the order in which they were added. */
  readonly words: Int32Array;
  /** How many they are. */
  length = 0;

  /** Makes an empty set for a fleet of a size. */
  constructor(size: number) {
    this.bits = new Int32Array(wordsFor(size));
    this.words = new Int32Array(this.bits.length);
  }

  clear(): void {
    for (let nth = 0; nth < this.length; nth++) this.bits[this.words[nth] as number] = 0;
    this.length = 0;
  }

  /** Adds the computes of one word. */
  add(word: number, bits: number): void {
    if (bits === 0) return;
    if (this.bits[word] === 0) this.words[this.length++] = word;
    this.bits[word]! |= bits;
  }
}
