/**
 * The order in which computes are ranked: one segment for each value of a topology key, or one in all, and by name
 * inside a segment. Over every segment stands a tree whose nodes each have two others, or two positions, below them.
 */
export class Layout {
  /** The compute at each position. */
  readonly order: Int32Array;
  /** The position of each compute; -1 where it has none. */
  readonly positions: Int32Array;
  /** The segment of each position. */
  readonly segmentOf: Int32Array;
  /** The first position of each segment, and the end of the last. */
  readonly segments: Int32Array;
  /** How many positions the tree of each segment has room for: a power of two. */
  readonly widths: Int32Array;
  /** Where the nodes of each tree begin; node `n` has `2n` and `2n + 1` below it, and the first of all is 1. */
  readonly roots: Int32Array;
  /** How many nodes there are in all. */
  readonly nodes: number;

  /** Takes the computes of each segment, by name, in a fleet of a size. */
  constructor(segments: readonly Int32Array[], size: number) {
    const positions = segments.reduce((sum, { length }) => sum + length, 0);
    this.order = new Int32Array(positions);
    this.segmentOf = new Int32Array(positions);
    this.segments = new Int32Array(segments.length + 1);
    this.widths = new Int32Array(segments.length);
    this.roots = new Int32Array(segments.length);
    this.positions = new Int32Array(size).fill(-1);
    let position = 0;
    let nodes = 0;
    for (const [segment, computes] of segments.entries()) {
      const width = 2 ** Math.ceil(Math.log2(Math.max(1, computes.length)));
      this.segments[segment] = position;
      this.widths[segment] = width;
      this.roots[segment] = nodes;
      nodes += 2 * width;
      this.order.set(computes, position);
      for (let nth = 0; nth < computes.length; nth++, position++) {
        this.segmentOf[position] = segment;
        this.positions[computes[nth] as number] = position;
      }
    }
    this.segments[segments.length] = position;
    this.nodes = nodes;
  }
}
