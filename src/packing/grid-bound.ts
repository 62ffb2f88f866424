import { Bin } from './bin.ts';
import type { Market } from './market.ts';
import type { Relaxation } from './relaxation.ts';

/** The most that a host can hold, and a filling that comes near it. */
export interface GridAnswer {
  readonly bound: number;
  readonly bin: Bin | null;
}

/** A number of instances of one class that are taken together or not. */
interface Item {
  readonly c: number;
  readonly part: number;
  readonly down: number;
  readonly right: number;
  readonly worth: number;
  /** 1 for each cell whose best filling has it. */
  readonly taken: Uint8Array;
}

/** The most steps that a resource is counted in. */
const STEPS = 160;

/**
 * Bounds what one host can hold by dynamic programming over two resources at a time, whichever two tell the most;
 * the others are paid for at the rates of the linear relaxation. Tighter than that where few instances fill a host.
 */
export function gridBound(
  market: Market,
  offer: number,
  values: Float64Array,
  relaxed: Relaxation,
): GridAnswer {
  const { most, rates } = relaxed;
  const classes = [...most.keys()].filter((c) => (most[c] as number) > 0);
  const axes = [...rates.keys()]
    .filter((r) => (rates[r] as number) > 0)
    .map((r) => axisOf(market, offer, r, classes));
  let answer: GridAnswer = { bound: relaxed.bound, bin: null };
  for (const [nth, rows] of axes.entries()) {
    for (const columns of axes.slice(nth + 1)) {
      const other = overGrid(market, offer, values, relaxed, classes, rows, columns);
      const richer = (other.bin?.worth(values) ?? 0) > (answer.bin?.worth(values) ?? 0);
      answer = { bound: Math.min(answer.bound, other.bound), bin: richer ? other.bin : answer.bin };
    }
  }
  return answer;
}

/** One resource in steps: how many the host has, and how many an instance of each class takes. */
interface Axis {
  readonly resource: number;
  readonly size: number;
  readonly steps: readonly number[];
}

/** Counts in the common divisor of all needs; where that is too fine, in coarser steps rounded down. */
function axisOf(
  { width, need, capacity }: Market,
  offer: number,
  r: number,
  classes: readonly number[],
): Axis {
  const needs = classes.map((c) => need[c * width + r] as number);
  const has = capacity[offer * width + r] as number;
  const step = Math.max(needs.reduce(divisor, 0) || 1, has / STEPS);
  return {
    resource: r,
    size: Math.floor(has / step),
    steps: needs.map((amount) => Math.floor(amount / step)),
  };
}

function overGrid(
  { width, need, capacity, ...market }: Market,
  offer: number,
  values: Float64Array,
  { rates, most }: Relaxation,
  classes: readonly number[],
  rows: Axis,
  columns: Axis,
): GridAnswer {
  const across = columns.size + 1;
  const best = new Float64Array((rows.size + 1) * across);
  const others = [...rates.keys()].filter(
    (r) => r !== rows.resource && r !== columns.resource && (rates[r] as number) > 0,
  );
  const items: Item[] = [];
  for (const [nth, c] of classes.entries()) {
    let worth = values[c] as number;
    for (const r of others) {
      worth -=
        ((rates[r] as number) * (need[c * width + r] as number)) / (capacity[offer * width + r] as number);
    }
    if (worth <= 0) continue;
    const [down, right] = [rows.steps[nth] as number, columns.steps[nth] as number];
    // Binary parts: 1, 2, 4 … and the rest make every count up to the most.
    for (let left = most[c] as number, part = 1; left > 0; left -= part, part = Math.min(part * 2, left)) {
      const taken = new Uint8Array(best.length);
      items.push({ c, part, down: down * part, right: right * part, worth: worth * part, taken });
    }
  }
  for (const item of items) addItem(best, across, item);
  const paid = others.reduce((sum, r) => sum + (rates[r] as number), 0);
  const bin = binOf({ width, need, capacity, ...market }, offer, items, across, best.length);
  return { bound: (best.at(-1) as number) + paid, bin };
}

/** Lets every cell hold one more item; cells stand for what may be used, so that the last is the best. */
function addItem(best: Float64Array, across: number, { down, right, worth, taken }: Item): void {
  const shift = down * across + right;
  for (let cell = best.length - 1; cell >= shift; cell--) {
    if (cell % across < right) continue;
    const sum = (best[cell - shift] as number) + worth;
    if (sum <= (best[cell] as number)) continue;
    best[cell] = sum;
    taken[cell] = 1;
  }
}

/** Takes the best filling back out of the grid, as far as the other resources and rules admit it. */
function binOf(market: Market, offer: number, items: readonly Item[], across: number, cells: number): Bin {
  const bin = new Bin(market, offer);
  let cell = cells - 1;
  for (const { c, part, down, right, taken } of [...items].reverse()) {
    if (taken[cell] !== 1) continue;
    cell -= down * across + right;
    const count = bin.roomFor(market, c, part);
    if (count > 0) bin.add(market, c, count);
  }
  return bin;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
