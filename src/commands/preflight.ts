import type { Diagnostic } from '../model/diagnostic.ts';
import { FAILURE_CODES } from '../model/failure-class.ts';
import { diagnosticOf } from '../model/finding.ts';
import type { Graph } from '../model/graph.ts';
import type { MachineOrder } from '../model/machine.ts';
import type { Plan } from '../model/plan.ts';
import type { Price } from '../model/price.ts';
import type { Quote } from '../model/quote.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import { price } from '../render/price.ts';
import type { Context } from './context.ts';
import { discreetProviders } from './discreet-providers.ts';
import type { OpenFleet } from './open-fleet.ts';

/** What providers say of the orders of a plan. */
export interface Preflight {
  readonly quotes: readonly Quote[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Asked {
  readonly step: string;
  readonly order: MachineOrder;
}

/** Asks every provider what would come of the plan's orders now: whether there is room, and for how much. */
export async function preflight(
  context: Context,
  fleet: OpenFleet,
  { steps }: Plan,
  graph: Graph,
): Promise<Preflight> {
  const asked = new Map<string, Asked[]>();
  for (const { id, verb, provider, order } of steps) {
    if (verb !== 'create' || provider === null || !order) continue;
    asked.set(provider, [...(asked.get(provider) ?? []), { step: id, order }]);
  }
  const answers = await Promise.all(
    [...asked].map(async ([name, orders]) => ({
      orders,
      quotes: await ask(context, fleet, graph, name, orders),
    })),
  );
  return {
    quotes: answers.flatMap(({ quotes }) => quotes),
    diagnostics: answers.flatMap(({ orders, quotes }) =>
      quotes.flatMap((quote) => {
        const order = orders.find(({ step }) => step === quote.step)?.order;
        return order ? toldOf(quote, order, graph) : [];
      }),
    ),
  };
}

async function ask(
  context: Context,
  { workspace: { root }, project }: OpenFleet,
  graph: Graph,
  name: string,
  orders: readonly Asked[],
): Promise<readonly Quote[]> {
  const declared = graph.get('ComputeProvider', name);
  if (!declared) return [];
  try {
    const provider = await discreetProviders(context, root, project)(name, declared.spec);
    return await provider.preflight(orders, project.name);
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const { failure, message, hint } = error;
    return orders.map(({ step }) => ({
      step,
      region: null,
      price: null,
      objection: { failure, message, hint },
    }));
  }
}

/** That a provider is silent stops nothing: what it would say is not known then. */
const PASSING: readonly string[] = ['transient', 'ambiguous'];

function toldOf({ objection, price: now }: Quote, order: MachineOrder, graph: Graph): Diagnostic[] {
  const manifest = graph.get('Host', order.name);
  if (!manifest) return [];
  if (objection) {
    const { failure, message, hint } = objection;
    const severity = PASSING.includes(failure) ? 'warning' : 'error';
    const pointer = failure === 'capacity' ? regionPointer(manifest.spec) : '/spec/profile';
    return [diagnosticOf({ manifest, pointer, message, hint }, FAILURE_CODES[failure], severity)];
  }
  const profile = graph.get('ComputeProfile', manifest.spec.profile);
  if (!profile || !now || now.currency !== order.price.currency) return [];
  const listed: Price = profile.spec.price;
  if (Math.abs(now.monthly - listed.monthly) < 0.005 && Math.abs(now.setup - listed.setup) < 0.005) return [];
  const words = (one: Price): string =>
    price(one.monthly, one.currency) + (one.setup > 0 ? ` and ${price(one.setup, one.currency)} once` : '');
  const finding = {
    manifest: profile,
    pointer: '/spec/price/monthly',
    message: `the list price is ${words(now)} a month now, and here is ${words(listed)}`,
    hint: 'write the new price, so that the plan counts with it',
  };
  return [diagnosticOf(finding, 'price.changed', 'warning')];
}

function regionPointer({ region, regions }: { region?: string; regions?: readonly string[] }): string {
  return regions ? '/spec/regions' : region === undefined ? '/spec/profile' : '/spec/region';
}
