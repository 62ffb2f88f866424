/** How many words hold a bit for each of so many computes. */
export function wordsFor(size: number): number {
  return (size + 31) >> 5;
}

/** Sets the bit of every compute that a mask marks with 1. */
export function bitsOf(mask: Uint8Array): Int32Array {
  const bits = new Int32Array(wordsFor(mask.length));
  for (let compute = 0; compute < mask.length; compute++) if (mask[compute] === 1) setBit(bits, compute);
  return bits;
}

/** Sets the bits of computes in a fleet of a size. */
export function bitsAt(computes: Iterable<number>, size: number): Int32Array {
  const bits = new Int32Array(wordsFor(size));
  for (const compute of computes) setBit(bits, compute);
  return bits;
}

export function setBit(bits: Int32Array, compute: number): void {
  bits[compute >> 5]! |= 1 << (compute & 31);
}

export function clearBit(bits: Int32Array, compute: number): void {
  bits[compute >> 5]! &= ~(1 << (compute & 31));
}

/** Counts the bits of a word. */
export function countOf(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Finds the number of the lowest bit of a word that is not 0. */
export function lowestOf(word: number): number {
  return 31 - Math.clz32(word & -word);
}

export function hasBit(bits: Int32Array, compute: number): boolean {
  return ((bits[compute >> 5] as number) & (1 << (compute & 31))) !== 0;
}
