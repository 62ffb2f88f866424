import type { Market } from './market.ts';

/**
 * The largest amount that every price is a multiple of, so that every cost is one too; 0 where prices have parts
 * smaller than a hundredth, or there are none.
 */
export function priceStep({ price }: Pick<Market, 'price'>): number {
  const hundredths = Array.from(price, (each) => Math.round(each * 100));
  if (hundredths.some((whole, offer) => Math.abs(whole / 100 - (price[offer] as number)) > 1e-9)) return 0;
  return hundredths.reduce(divisor, 0) / 100;
}

/** Raises a lower bound to the next cost that there can be. */
export function roundUp(market: Pick<Market, 'price'>, bound: number): number {
  const step = priceStep(market);
  return step > 0 ? Math.max(bound, Math.ceil(bound / step - 1e-6) * step) : bound;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
