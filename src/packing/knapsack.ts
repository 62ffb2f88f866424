import { Bin } from './bin.ts';
import { Branch } from './branch.ts';
import type { HostContents } from './host-contents.ts';
import { hostContents } from './host-contents.ts';
import type { Market } from './market.ts';
import type { Pattern } from './pattern.ts';
import { patternKey, patternOf } from './pattern.ts';
import { marginOf } from './contents.ts';

/** How far to search one offer. */
export interface KnapsackSearch {
  /** Only patterns worth more than this are wanted. */
  readonly above: number;
  /** The most branchings. */
  readonly nodes: number;
  /** A share of `above` by which the bound may be higher than it need be. */
  readonly tolerance: number;
}

/** The best ways to fill one offer. */
export interface KnapsackAnswer {
  /** Better and better ones. */
  readonly patterns: readonly Pattern[];
  /** No pattern of the offer is worth more, or more than `above` where that is higher. */
  readonly bound: number;
  /** What is worth as much as the bound, parts of instances allowed; null where that is a pattern, or not wanted. */
  readonly partial: readonly Pattern[];
}

/**
 * Fills one host with what is worth most: branch and bound, the most promising first, by the linear relaxation over
 * the handful of resources. The bound is the highest that was left open, so that it holds wherever the search ends.
 */
export function fillBest(
  market: Market,
  offer: number,
  values: Float64Array,
  { above, nodes, tolerance }: KnapsackSearch,
): KnapsackAnswer {
  const host = hostContents(market, offer, values);
  const patterns: Pattern[] = [];
  let floor = above;
  const seen = new Set<string>();
  const spare = Math.max(1e-7 * Math.max(1, Math.abs(above)), tolerance * Math.abs(above));
  const offerUp = (branch: Branch): void => {
    const bin = roundedOf(market, offer, host, branch.counts, inOrder);
    const worth = bin.worth(values);
    if (worth <= above + 1e-7 * Math.max(1, Math.abs(above))) return;
    const pattern = patternOf(bin);
    const key = patternKey(pattern);
    if (seen.has(key)) return;
    seen.add(key);
    if (worth > floor) floor = worth;
    patterns.push(pattern);
  };
  const root = Branch.root(market, host);
  let highest = root.bound;
  if (root.bound <= floor + spare) return { patterns, bound: Math.max(floor, root.bound), partial: [] };
  const inOrder = byMargin(host, root.rates);
  const open = [root];
  for (let left = nodes; open.length > 0; left--) {
    const branch = open.pop() as Branch;
    highest = branch.bound;
    if (highest <= floor + spare) return { patterns, bound: Math.max(floor, highest), partial: [] };
    if (left <= 0) {
      const widest = [...open.slice(-7), branch].filter((o) => o.bound > above + spare);
      return { patterns, bound: highest, partial: widest.map((each) => partialOf(offer, host, each)) };
    }
    offerUp(branch);
    branch.fixFor(floor);
    for (const child of branch.split()) {
      if (child.bound > floor) insert(open, child);
    }
  }
  return { patterns, bound: floor, partial: [] };
}

function partialOf(offer: number, { classes }: HostContents, { counts }: Branch): Pattern {
  const content = classes.map((c, j) => [c, counts[j] as number] as const);
  return { offer, content: content.filter(([, count]) => count > 1e-9) };
}

/** Keeps the branches in order, the most promising last. */
function insert(open: Branch[], branch: Branch): void {
  let [from, to] = [0, open.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((open[middle] as Branch).bound <= branch.bound) from = middle + 1;
    else to = middle;
  }
  open.splice(from, 0, branch);
}

/** Takes the whole part of a relaxation, and then whatever else has room. */
function roundedOf(
  market: Market,
  offer: number,
  { classes, most }: HostContents,
  counts: Float64Array,
  inOrder: readonly number[],
): Bin {
  const bin = new Bin(market, offer);
  const take = (j: number, wanted: number): void => {
    if (wanted === 0) return;
    const c = classes[j] as number;
    const count = bin.roomFor(market, c, wanted);
    if (count > 0) bin.add(market, c, count);
  };
  for (const j of inOrder) take(j, Math.floor((counts[j] as number) + 1e-9));
  for (const j of inOrder) take(j, (most[j] as number) - (bin.counts[classes[j] as number] as number));
  return bin;
}

/** Orders candidates by what they are worth beyond what they take. */
function byMargin(host: HostContents, rates: Float64Array): number[] {
  const margins = Float64Array.from(host.classes, (_, j) => marginOf(host, j, rates));
  return [...host.order].sort((a, b) => (margins[b] as number) - (margins[a] as number));
}
