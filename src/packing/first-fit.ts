import { bareValues } from './bare-values.ts';
import { Bin } from './bin.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { Allowance, packingOf } from './packing.ts';

/** How little a new host with its first content is liked. */
type Dislike = (price: number, content: Bin, values: Float64Array) => number;

/** Which host to open: the one that takes most of the queue, as Karpenter does, or the one that costs least for it. */
const DISLIKES = {
  largest: (price, { counts, classes }) =>
    price * 1e-9 - classes.reduce((sum, c) => sum + (counts[c] as number), 0),
  thriftiest: (price, content, values) => price / content.worth(values),
} satisfies Record<string, Dislike>;

/**
 * Buys as Karpenter provisions: instances from the largest to the smallest; each goes to the first host with room,
 * else a host is opened.
 */
export function firstFit(market: Market, opens: keyof typeof DISLIKES = 'largest'): Packing {
  const pending = market.replicas.slice();
  const values = bareValues(market);
  const dislike = (offer: number, content: Bin): number =>
    DISLIKES[opens](market.price[offer] as number, content, values);
  const order = [...pending.keys()].sort((a, b) => sizeOf(market, b) - sizeOf(market, a) || a - b);
  const allowance = new Allowance(market);
  const bins: Bin[] = [];
  for (const [nth, c] of order.entries()) {
    for (const bin of bins) {
      if (pending[c] === 0) break;
      pour(market, bin, c, pending);
    }
    const queue = order.slice(nth);
    while ((pending[c] as number) > 0) {
      const offer = chosen(market, allowance, queue, pending, dislike);
      if (offer === undefined) break;
      open(market, offer, c, pending, allowance, bins);
    }
  }
  return packingOf(market, bins);
}

/** Opens as many equal hosts as one class fills, without choosing anew for each. */
function open(
  market: Market,
  offer: number,
  c: number,
  pending: Int32Array,
  allowance: Allowance,
  bins: Bin[],
): void {
  let count: number;
  do {
    const bin = new Bin(market, offer);
    count = pour(market, bin, c, pending);
    allowance.take(offer);
    bins.push(bin);
  } while (count > 0 && (pending[c] as number) >= count && allowance.admits(offer));
}

function pour(market: Market, bin: Bin, c: number, pending: Int32Array): number {
  const count = bin.roomFor(market, c, pending[c] as number);
  if (count > 0) bin.add(market, c, count);
  pending[c]! -= count;
  return count;
}

/** The offer that is disliked least with what it takes, the head of the queue first. */
function chosen(
  market: Market,
  allowance: Allowance,
  queue: readonly number[],
  pending: Int32Array,
  dislike: (offer: number, content: Bin) => number,
): number | undefined {
  let best: number | undefined;
  let least = Infinity;
  for (let offer = 0; offer < market.offerCount; offer++) {
    if (market.fits[offer * market.classCount + (queue[0] as number)] !== 1) continue;
    if (!allowance.admits(offer)) continue;
    const trial = new Bin(market, offer);
    for (const c of queue) {
      const count = trial.roomFor(market, c, pending[c] as number);
      if (count > 0) trial.add(market, c, count);
    }
    const rate = dislike(offer, trial);
    if (best !== undefined && rate >= least) continue;
    best = offer;
    least = rate;
  }
  return best;
}

/** The largest share of what any offer has. */
function sizeOf({ width, offerCount, need, capacity }: Market, c: number): number {
  let size = 0;
  for (let r = 0; r < width; r++) {
    let most = 0;
    for (let p = 0; p < offerCount; p++) most = Math.max(most, capacity[p * width + r] as number);
    if (most > 0) size = Math.max(size, (need[c * width + r] as number) / most);
  }
  return size;
}
