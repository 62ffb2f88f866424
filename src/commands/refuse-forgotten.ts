import { ExitCode } from '../model/exit-code.ts';
import { few } from '../model/few.ts';
import type { Graph } from '../model/graph.ts';
import type { MachineOrder } from '../model/machine.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import { StowageError } from '../model/stowage-error.ts';
import { forgottenMachines } from '../pipeline/forgotten-machines.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import type { Context } from './context.ts';
import { discreetProviders } from './discreet-providers.ts';
import type { OpenFleet } from './open-fleet.ts';

/**
 * Throws `state.forgotten` where a plan orders what stands there already with the mark of this very fleet: the state that
 * knows it is lost, or somewhere else. Only providers are asked at which no Host is recorded, as in a state that is behind.
 */
export async function refuseForgotten(
  context: Context,
  { workspace: { root }, project }: OpenFleet,
  { plan, graph, recorded }: { plan: Plan; graph: Graph; recorded: RecordedState },
): Promise<void> {
  const open = discreetProviders(context, root, project);
  for (const [name, orders] of firstOrders(plan, recorded)) {
    const declared = graph.get('ComputeProvider', name);
    if (!declared) continue;
    const provider = await open(name, declared.spec);
    const marked = await provider.list(project.name).catch(unasked);
    const forgotten = forgottenMachines(orders, marked, recorded);
    if (forgotten.length > 0) throw refusal(name, project.name, forgotten);
  }
}

/** The orders at providers at which nothing is recorded. */
function firstOrders({ steps }: Plan, { objects }: RecordedState): Map<string, MachineOrder[]> {
  const homes = new Set(objects.flatMap(({ kind, status }) => (kind === 'Host' ? [status['provider']] : [])));
  const orders = new Map<string, MachineOrder[]>();
  for (const { verb, provider, order } of steps) {
    if (verb !== 'create' || provider === null || !order || order.adopt !== undefined || homes.has(provider))
      continue;
    orders.set(provider, [...(orders.get(provider) ?? []), order]);
  }
  return orders;
}

/** What a provider says no to here it says no to there: whoever orders is told, and nothing is made. */
function unasked(error: unknown): never[] {
  if (!(error instanceof ProviderFailure)) throw error;
  if (error.failure !== 'transient' && error.failure !== 'ambiguous') return [];
  const message = `nobody can tell what stands there already: ${error.message}`;
  throw new StowageError('state.forgotten', message, error.hint);
}

function refusal(
  provider: string,
  fleet: string,
  forgotten: readonly { readonly id: string; readonly name: string }[],
): StowageError {
  const which = few(forgotten.map(({ id, name }) => `${name} (${id})`));
  return new StowageError(
    'state.forgotten',
    `at ${provider} stands with the mark of ${fleet} what is to be ordered, and no record knows it: ${which}`,
    'fetch the state that knows it (git fetch origin stowage/state:stowage/state); if there is none any more, ' +
      'stowage import says how to bring the machines back',
    ExitCode.Refused,
  );
}
