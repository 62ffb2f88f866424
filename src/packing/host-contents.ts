import type { Market } from './market.ts';
import type { Contents } from './contents.ts';

/** What one host of an offer may be filled with at some values; only the resources that somebody needs count. */
export interface HostContents extends Contents {
  /** The class of each candidate: all that fit. */
  readonly classes: readonly number[];
  /** What the host has, and what one instance takes of it, in the units of the market. */
  readonly has: Float64Array;
  readonly amounts: Float64Array;
  /** The resources of the market that count. */
  readonly resources: readonly number[];
  /** The most instances of each candidate on the host, each alone. */
  readonly most: Int32Array;
  /** What must stay free beside each candidate: `candidate * width + resource`. */
  readonly kept: Float64Array;
  /** What is left of the host beside the least buffer of all candidates. */
  readonly room: Float64Array;
}

/** Reads the candidates of an offer; needs and buffers become shares of what the host has. */
export function hostContents(market: Market, offer: number, values: Float64Array): HostContents {
  const { classCount, need, buffer, capacity, fits, replicas } = market;
  const classes: number[] = [];
  for (let c = 0; c < classCount; c++) if (fits[offer * classCount + c] === 1) classes.push(c);
  const resources = resourcesOf(market, classes);
  const width = resources.length;
  const share = new Float64Array(classes.length * width);
  const has = Float64Array.from(resources, (r) => capacity[offer * market.width + r] as number);
  const amounts = new Float64Array(share.length);
  const kept = new Float64Array(classes.length * width);
  const most = new Int32Array(classes.length);
  for (const [j, c] of classes.entries()) {
    let count = Math.min(market.most[c] as number, replicas[c] as number);
    for (const [nth, r] of resources.entries()) {
      const all = has[nth] as number;
      const each = need[c * market.width + r] as number;
      const free = all - (buffer[c * market.width + r] as number);
      amounts[j * width + nth] = each;
      share[j * width + nth] = all > 0 ? each / all : 0;
      kept[j * width + nth] = all > 0 ? 1 - free / all : 0;
      if (each > 0) count = Math.min(count, Math.floor(free / each));
    }
    most[j] = count;
  }
  const room = Float64Array.from(resources, (_, nth) =>
    classes.reduce((left, __, j) => Math.max(left, 1 - (kept[j * width + nth] as number)), 0),
  );
  const worth = Float64Array.from(classes, (c) => values[c] as number);
  return {
    width,
    worth,
    share,
    has,
    amounts,
    resources,
    kept,
    classes,
    most,
    room,
    order: byRate(width, worth, share),
  };
}

function resourcesOf({ width, need, buffer }: Market, classes: readonly number[]): number[] {
  return Array.from({ length: width }, (_, r) => r).filter((r) =>
    classes.some((c) => (need[c * width + r] as number) > 0 || (buffer[c * width + r] as number) > 0),
  );
}

/** Orders candidates by what they are worth for all that they take, the best first. */
function byRate(width: number, worth: Float64Array, share: Float64Array): number[] {
  const rate = Float64Array.from(worth, (value, j) => {
    let taken = 0;
    for (let r = 0; r < width; r++) taken += share[j * width + r] as number;
    return taken > 0 ? value / taken : Infinity;
  });
  return [...worth.keys()].sort((a, b) => (rate[b] as number) - (rate[a] as number) || a - b);
}
