import type { Market } from './market.ts';
import { roundUp } from './price-step.ts';

/**
 * Bounds the cost of packing everything from below by one resource at a time, without a solver: no host sells a unit
 * of a resource for less than its price over all it has of it, so an instance costs at least what it needs where
 * that is cheapest among the offers it fits. What fits nowhere costs nothing. Buffers and limits only raise the cost.
 */
export function volumeBound(market: Market): number {
  const { width, classCount, offerCount, need, replicas, capacity, price, fits } = market;
  let most = 0;
  for (let r = 0; r < width; r++) {
    let cost = 0;
    for (let c = 0; c < classCount; c++) {
      const each = need[c * width + r] as number;
      if (each === 0) continue;
      let rate = Infinity;
      for (let p = 0; p < offerCount; p++) {
        if (fits[p * classCount + c] === 1)
          rate = Math.min(rate, (price[p] as number) / (capacity[p * width + r] as number));
      }
      if (Number.isFinite(rate)) cost += each * (replicas[c] as number) * rate;
    }
    most = Math.max(most, cost);
  }
  return roundUp(market, most);
}
