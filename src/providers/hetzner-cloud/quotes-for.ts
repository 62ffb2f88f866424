import type { Quote } from '../../model/quote.ts';
import type { AskedOrder } from '../provider.ts';
import { ProviderFailure } from '../provider-failure.ts';
import { readCatalogue } from './catalogue.ts';
import type { HetznerApi } from './hetzner-api.ts';
import { quoteFor } from './quote-for.ts';

/** What would come of orders now, with one look at the project for all of them. */
export async function quotesFor(
  api: HetznerApi,
  asked: readonly AskedOrder[],
  fleet: string,
): Promise<Quote[]> {
  try {
    const orders = asked.map(({ order }) => order);
    const catalogue = await readCatalogue(api, orders);
    return asked.map((one) => quoteFor(one, catalogue, fleet));
  } catch (error) {
    // Whoever may not even look will not be given anything.
    if (!(error instanceof ProviderFailure) || error.failure !== 'permission') throw error;
    const { failure, message, hint } = error;
    return asked.map(({ step }) => ({
      step,
      region: null,
      price: null,
      objection: { failure, message, hint },
    }));
  }
}
