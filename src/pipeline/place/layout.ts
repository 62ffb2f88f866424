/** How many positions a block has at most. */
const BLOCK = 128;

/**
 * The order in which computes are rated: one segment for each value of a topology key, or one in all; by name
 * inside a segment; and every segment cut into blocks, so that the best is found by looking at few.
 */
export class Layout {
  /** The compute at each position. */
  readonly order: Int32Array;
  /** The position of each compute; -1 where it has none. */
  readonly positions: Int32Array;
  /** The block of each position. */
  readonly blockOf: Int32Array;
  /** The first position of each block, and the end of the last. */
  readonly blocks: Int32Array;
  /** The segment of each block. */
  readonly segmentOf: Int32Array;
  /** The first block of each segment, and the end of the last. */
  readonly segments: Int32Array;

  /** Takes the computes of each segment, by name, in a fleet of a size. */
  constructor(segments: readonly Int32Array[], size: number) {
    const blocks: number[] = [];
    const segmentOf: number[] = [];
    const firsts: number[] = [];
    const order: number[] = [];
    const blockOf: number[] = [];
    for (const [segment, computes] of segments.entries()) {
      firsts.push(blocks.length);
      for (const [nth, compute] of computes.entries()) {
        if (nth % BLOCK === 0) {
          blocks.push(order.length);
          segmentOf.push(segment);
        }
        blockOf.push(blocks.length - 1);
        order.push(compute);
      }
    }
    this.order = Int32Array.from(order);
    this.blockOf = Int32Array.from(blockOf);
    this.blocks = Int32Array.from([...blocks, order.length]);
    this.segmentOf = Int32Array.from(segmentOf);
    this.segments = Int32Array.from([...firsts, blocks.length]);
    this.positions = new Int32Array(size).fill(-1);
    for (const [position, compute] of order.entries()) this.positions[compute] = position;
  }
}
