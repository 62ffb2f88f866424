import type { MachineOrder } from '../../model/machine.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Price } from '../../model/price.ts';
import { ProviderFailure } from '../provider-failure.ts';
import { locationOf, parametersOf, regionOf } from './order-form.ts';
import type { PlacePrice, Product } from './robot-types.ts';

/** Robot names no currency; Hetzner's prices are in euros. */
const CURRENCY = 'EUR';

/**
 * What an order costs in its region, with its addons, net. Fails with `profile` where the product has no such addon or
 * choice, and with `capacity` where it is not to be had there: where it is sold out, Robot says it no other way.
 */
export function priceOf(product: Product, order: MachineOrder): Price {
  const parameters = parametersOf(order);
  const place = order.region === null ? null : locationOf(order.region);
  const places = product.location ?? [];
  if (place !== null && places.length > 0 && !places.includes(place)) {
    const message = `Robot does not offer ${product.id} in ${regionOf(place)} now`;
    const hint = `it offers it in ${places.map(regionOf).join(', ')}`;
    throw new ProviderFailure('capacity', message, hint);
  }
  mustOffer(product, 'dist', parameters.dist);
  mustOffer(product, 'lang', parameters.lang);
  const addons = product.orderable_addons ?? [];
  const asked = parameters.addons;
  const names = addons.map(({ id }) => id);
  for (const name of asked) if (!names.includes(name)) throw notOffered(product, 'addon', name, names);
  const taken = addons.filter(({ id, min = 0 }) => min > 0 || asked.includes(id));
  const parts = [product.prices, ...taken.map(({ prices }) => prices)].map((prices) => at(prices, place));
  if (parts[0] === undefined) {
    const message = `Robot tells no price of ${product.id} ${place === null ? '' : `in ${regionOf(place)}`}`;
    throw new ProviderFailure('profile', message.trim(), 'name a region where it is offered');
  }
  const sum = (amount: (price: PlacePrice) => string) =>
    Math.round(parts.reduce((total, part) => total + (part ? Number(amount(part)) : 0), 0) * 1e4) / 1e4;
  return {
    monthly: sum(({ price }) => price.net),
    setup: sum(({ price_setup }) => price_setup.net),
    currency: CURRENCY,
  };
}

/** Fails where an order may not be placed at a price: without a cap, or above it. */
export function checkCap({ monthly, currency }: Price, cap: number | null, order: MachineOrder): void {
  if (cap === null) {
    const hint = 'set spec.priceCap of the ComputeProvider to the highest price per month of one machine';
    throw new ProviderFailure('permission', 'orders at Robot need a price cap, and none is set', hint);
  }
  if (order.price.currency !== currency) {
    const message = `the profile of ${order.name} has its price in ${order.price.currency}, and Robot in ${currency}`;
    throw new ProviderFailure('profile', message, 'write the price in the currency that is billed');
  }
  if (monthly <= cap) return;
  const message = `${order.name} would cost ${monthly} ${currency} a month, and the price cap is ${cap} ${currency}`;
  throw new ProviderFailure('profile', message, 'choose another profile, or raise spec.priceCap');
}

function at(prices: readonly PlacePrice[], place: string | null): PlacePrice | undefined {
  if (place !== null) return prices.find(({ location }) => location === null || location === place);
  // Robot chooses the place, so it may be the dearest.
  return [...prices].sort((a, b) => Number(b.price.net) - Number(a.price.net))[0];
}

function mustOffer(product: Product, what: 'dist' | 'lang', wanted: string | undefined): void {
  const known = product[what];
  if (wanted === undefined || !known || known.includes(wanted)) return;
  throw notOffered(product, what, wanted, known);
}

function notOffered({ id }: Product, what: string, name: string, known: readonly string[]): ProviderFailure {
  const near = nearestName(name, known);
  const hint = near ? `did you mean ${near}?` : `it has ${known.join(', ') || 'none'}`;
  return new ProviderFailure('profile', `Robot offers ${id} without ${what} ${name}`, hint);
}
