import type { Box } from './box.ts';
import { DIMENSIONS } from './box.ts';
import type { Place } from './place.ts';
import type { Scale } from './scale.ts';

const SIDES = DIMENSIONS.length;
/** How many numbers a box takes. */
const PLACES = SIDES * 2;

/** How one box lies to another. */
type Relation = 'apart' | 'within' | 'around' | 'across';

/** Boxes of one family on a scale, by their number. */
export class Grid {
  /** For each box the first and the last step in each dimension. */
  readonly steps: Int32Array;
  /** How many boxes were looked at, over all questions: what an answer costs, alike on every machine. */
  visits = 0;
  readonly #scale: Scale;
  readonly #edges: Int32Array[] = [];

  constructor(scale: Scale, boxes: readonly Box[]) {
    this.#scale = scale;
    this.steps = new Int32Array(boxes.length * PLACES);
    for (const [at, box] of boxes.entries()) this.steps.set(scale.stepsOf(box), at * PLACES);
  }

  /** The first step of a box in one dimension. */
  first(box: number, side: number): number {
    return this.steps[(box * SIDES + side) * 2] as number;
  }

  /** The last step of a box in one dimension. */
  last(box: number, side: number): number {
    return this.steps[(box * SIDES + side) * 2 + 1] as number;
  }

  /** How `a` lies to `b`: `within` where `b` contains it, which comes first where they are alike. */
  relation(a: number, b: number): Relation {
    this.visits++;
    const { steps } = this;
    let within = true;
    let around = true;
    // Ports are last and tell most boxes apart.
    for (let side = PLACES - 2; side >= 0; side -= 2) {
      const first = steps[a * PLACES + side] as number;
      const last = steps[a * PLACES + side + 1] as number;
      const low = steps[b * PLACES + side] as number;
      const high = steps[b * PLACES + side + 1] as number;
      if (first > high || last < low) return 'apart';
      within &&= first >= low && last <= high;
      around &&= first <= low && last >= high;
    }
    return within ? 'within' : around ? 'around' : 'across';
  }

  /** Tells whether a place is in a box. */
  holds(box: number, place: Place): boolean {
    const { steps } = this;
    for (let side = 0; side < SIDES; side++) {
      const step = place[side] as number;
      if ((steps[box * PLACES + side * 2] as number) > step) return false;
      if ((steps[box * PLACES + side * 2 + 1] as number) < step) return false;
    }
    return true;
  }

  /** Packets at a place. */
  packetsAt(place: Place): Box {
    return this.#scale.box(place.map((step) => [step, step + 1]));
  }

  /** All packets around a place that no edge of these boxes parts from it. */
  cellAt(place: Place): Box {
    return this.#scale.box(place.map((step, side) => this.#around(step, side)));
  }

  #around(step: number, side: number): [edge: number, next: number] {
    const edges = (this.#edges[side] ??= this.#edgesOf(side));
    let [low, high] = [0, edges.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((edges[middle] as number) <= step) low = middle + 1;
      else high = middle;
    }
    return [edges[low - 1] as number, edges[low] as number];
  }

  /** Ascending, each as often as boxes begin or end there. */
  #edgesOf(side: number): Int32Array {
    const edges = new Int32Array(this.steps.length / SIDES);
    for (let at = side * 2, nth = 0; at < this.steps.length; at += PLACES) {
      edges[nth++] = this.steps[at] as number;
      edges[nth++] = (this.steps[at + 1] as number) + 1;
    }
    return edges.sort();
  }
}
