import type { Knobs } from '../knobs.ts';

const PLACES = ['FSN1', 'HEL1', 'NBG1'];

/** Products as Robot has them, with made-up prices; net, per month and once. */
const PRODUCTS: readonly { id: string; places: readonly string[]; monthly: number; setup: number }[] = [
  { id: 'AX41-NVMe', places: ['FSN1', 'HEL1'], monthly: 39, setup: 0 },
  { id: 'EX44', places: PLACES, monthly: 37.5, setup: 39 },
  { id: 'AX162-S', places: ['FSN1'], monthly: 199, setup: 79 },
];

/** The monthly price of an IPv4 address, net. */
const IPV4_MONTHLY = 1.7;

/** A product as the API tells it; where there is none left of it, its place is not among those that are offered. */
export function productShape(id: string, { stock }: Knobs) {
  const product = PRODUCTS.find((one) => one.id === id);
  if (!product) return null;
  const { places, monthly, setup } = product;
  return {
    id,
    name: `Dedicated Server ${id}`,
    description: ['made up'],
    traffic: 'unlimited',
    dist: ['Rescue system', 'Debian 13 base'],
    lang: ['en'],
    location: places.filter((place) => (stock[`${id}@${place}`] ?? 1) > 0),
    prices: places.map((place, nth) => priceAt(place, monthly + nth, setup)),
    orderable_addons: [
      {
        id: 'primary_ipv4',
        name: 'Primary IPv4',
        min: 0,
        max: 1,
        prices: places.map((place) => priceAt(place, IPV4_MONTHLY, 0)),
      },
    ],
  };
}

export function productIds(): string[] {
  return PRODUCTS.map(({ id }) => id);
}

function priceAt(location: string, monthly: number, setup: number) {
  const amount = (net: number) => ({ net: net.toFixed(4), gross: (net * 1.19).toFixed(4) });
  return { location, price: amount(monthly), price_setup: amount(setup) };
}
