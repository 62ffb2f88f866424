import type { Price } from '../../model/price.ts';
import type { ServerType } from './api-types.ts';

/** What a type costs in a place, net; null where it is not offered there. There is no set-up fee. */
export function priceAt({ prices }: ServerType, place: string, currency: string): Price | null {
  const price = prices.find(({ location }) => location === place);
  return price ? { monthly: Number(price.price_monthly.net), setup: 0, currency } : null;
}
