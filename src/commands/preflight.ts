import type { Diagnostic } from '../model/diagnostic.ts';
import type { Graph } from '../model/graph.ts';
import type { Intent } from '../model/intent.ts';
import type { Plan } from '../model/plan.ts';
import type { Quote } from '../model/quote.ts';
import { checkQuotes } from '../pipeline/check-quotes.ts';
import type { AskedOrder } from '../providers/provider.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import type { Context } from './context.ts';
import { discreetProviders } from './discreet-providers.ts';
import type { OpenFleet } from './open-fleet.ts';

/** What providers say of the orders of a plan. */
export interface Preflight {
  readonly quotes: readonly Quote[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Asks every provider what would come of the plan's orders now: whether there is room, and for how much. `open` are the
 * intents that nobody has settled yet: what was made under one of them stands in nobody's way.
 */
export async function preflight(
  context: Context,
  fleet: OpenFleet,
  plan: Plan,
  graph: Graph,
  open: readonly Intent[],
): Promise<Preflight> {
  const asked = new Map<string, AskedOrder[]>();
  for (const { id, verb, provider, order } of plan.steps) {
    if (verb !== 'create' || provider === null || !order) continue;
    const intents = open.filter(({ step }) => step.id === id).map((intent) => intent.id);
    asked.set(provider, [...(asked.get(provider) ?? []), { step: id, order, intents }]);
  }
  const answers = await Promise.all(
    [...asked].map(async ([name, orders]) => await ask(context, fleet, graph, name, orders)),
  );
  const quotes = answers.flat();
  return { quotes, diagnostics: checkQuotes(plan, quotes, graph) };
}

async function ask(
  context: Context,
  { workspace: { root }, project }: OpenFleet,
  graph: Graph,
  name: string,
  orders: readonly AskedOrder[],
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
