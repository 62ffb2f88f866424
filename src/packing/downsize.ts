import type { Bin } from './bin.ts';
import type { Market } from './market.ts';
import type { Allowance } from './packing.ts';

/** Turns a host into the cheapest offer that holds what is on it. */
export function downsize(market: Market, bin: Bin, allowance: Allowance): void {
  const { price, offerCount } = market;
  let best = bin.offer;
  for (let offer = 0; offer < offerCount; offer++) {
    if ((price[offer] as number) >= (price[best] as number) || !bin.fitsIn(market, offer)) continue;
    allowance.take(bin.offer, -1);
    if (allowance.admits(offer)) best = offer;
    allowance.take(bin.offer);
  }
  if (best === bin.offer) return;
  allowance.take(bin.offer, -1);
  allowance.take(best);
  bin.offer = best;
}
