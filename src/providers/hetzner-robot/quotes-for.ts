import type { MachineOrder } from '../../model/machine.ts';
import type { Price } from '../../model/price.ts';
import type { Quote } from '../../model/quote.ts';
import type { AskedOrder } from '../provider.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Account } from './account.ts';
import { adoptsNothing, ALLOW } from './make-server.ts';
import { parametersOf } from './order-form.ts';
import { checkCap, priceOf } from './product-price.ts';
import type { Product } from './robot-types.ts';

const ORDERS_A_DAY = 20;
const DAY_MS = 24 * 3_600_000;

/** What would come of orders now. Products are looked up, each once; nothing is ordered, not even to test it. */
export async function quotesFor(account: Account, asked: readonly AskedOrder[]): Promise<Quote[]> {
  const products = new Map<string, Product | null>();
  let ordered = 0;
  const quotes: Quote[] = [];
  try {
    const before = (await account.api.transactions()).filter(
      ({ date }) => Date.now() - Date.parse(date) < DAY_MS,
    );
    ordered = before.length;
    for (const { step, order } of asked) {
      const quote = await quoteFor(account, step, order, products, ordered);
      if (quote.objection === null) ordered++;
      quotes.push(quote);
    }
    return quotes;
  } catch (error) {
    // Whoever may not even look will not be given anything.
    if (!(error instanceof ProviderFailure) || error.failure !== 'permission') throw error;
    return asked.map(({ step }) => ({ step, region: null, price: null, objection: objectionOf(error) }));
  }
}

async function quoteFor(
  account: Account,
  step: string,
  order: MachineOrder,
  products: Map<string, Product | null>,
  ordered: number,
): Promise<Quote> {
  let place: Place | null = null;
  try {
    if (order.adopt !== undefined) throw adoptsNothing();
    const { product_id: id } = parametersOf(order);
    if (!products.has(id)) products.set(id, await account.api.product(id));
    const product = products.get(id);
    if (!product) throw new ProviderFailure('profile', `Robot has no product ${id}`, 'correct the profile');
    place = placeFor(product, order);
    if (!account.allowOrders) {
      throw new ProviderFailure(
        'permission',
        `${order.name} would only be tested at Robot, not ordered`,
        ALLOW,
      );
    }
    checkCap(place.price, account.priceCap, order);
    if (ordered >= ORDERS_A_DAY) {
      const message = `Robot takes ${ORDERS_A_DAY} orders a day, and this would be one more`;
      throw new ProviderFailure('quota', message, 'order the rest tomorrow');
    }
    return { step, ...place, objection: null };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return { step, ...(place ?? { region: null, price: null }), objection: objectionOf(error) };
  }
}

interface Place {
  readonly region: string | null;
  readonly price: Price;
}

/** The first region of an order where its product is to be had. */
function placeFor(product: Product, order: MachineOrder): Place {
  const refusals: ProviderFailure[] = [];
  for (const region of [order.region, ...(order.fallback ?? [])]) {
    try {
      return { region, price: priceOf(product, { ...order, region }) };
    } catch (error) {
      if (!(error instanceof ProviderFailure) || error.failure !== 'capacity') throw error;
      refusals.push(error);
    }
  }
  const said = refusals.map(({ message }) => message).join('; ');
  throw new ProviderFailure('capacity', said, refusals[0]?.hint ?? 'choose another region');
}

function objectionOf({ failure, message, hint }: ProviderFailure) {
  return { failure, message, hint };
}
