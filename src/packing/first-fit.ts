import { Bin } from './bin.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { Allowance, packingOf } from './packing.ts';

/**
 * Buys as Karpenter provisions: instances from the largest to the smallest; each goes to the first host with room,
 * else the host is opened that holds the most of the queue, and of those the cheapest.
 */
export function firstFit(market: Market): Packing {
  const pending = market.replicas.slice();
  const order = [...pending.keys()].sort((a, b) => sizeOf(market, b) - sizeOf(market, a) || a - b);
  const allowance = new Allowance(market);
  const bins: Bin[] = [];
  for (const c of order) {
    for (const bin of bins) pour(market, bin, c, pending);
    while ((pending[c] as number) > 0) {
      const bin = opened(market, allowance, order, c, pending);
      if (!bin) break;
      allowance.take(bin.offer);
      bins.push(bin);
      pour(market, bin, c, pending);
    }
  }
  return packingOf(market, bins);
}

function pour(market: Market, bin: Bin, c: number, pending: Int32Array): number {
  const count = bin.roomFor(market, c, pending[c] as number);
  if (count > 0) bin.add(market, c, count);
  pending[c]! -= count;
  return count;
}

function opened(
  market: Market,
  allowance: Allowance,
  order: readonly number[],
  head: number,
  pending: Int32Array,
): Bin | undefined {
  let best: { offer: number; held: number; price: number } | undefined;
  for (let offer = 0; offer < market.offerCount; offer++) {
    if (market.fits[offer * market.classCount + head] !== 1 || !allowance.admits(offer)) continue;
    const trial = new Bin(market, offer);
    const left = pending.slice();
    let held = pour(market, trial, head, left);
    for (const c of order) if ((left[c] as number) > 0) held += pour(market, trial, c, left);
    const price = market.price[offer] as number;
    if (!best || held > best.held || (held === best.held && price < best.price))
      best = { offer, held, price };
  }
  return best && new Bin(market, best.offer);
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
