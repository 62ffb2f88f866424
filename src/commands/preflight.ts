import type { Diagnostic } from '../model/diagnostic.ts';
import type { Graph } from '../model/graph.ts';
import type { MachineOrder } from '../model/machine.ts';
import type { Plan } from '../model/plan.ts';
import type { Quote } from '../model/quote.ts';
import { checkQuotes } from '../pipeline/check-quotes.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
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
  plan: Plan,
  graph: Graph,
): Promise<Preflight> {
  const asked = new Map<string, Asked[]>();
  for (const { id, verb, provider, order } of plan.steps) {
    if (verb !== 'create' || provider === null || !order) continue;
    asked.set(provider, [...(asked.get(provider) ?? []), { step: id, order }]);
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
