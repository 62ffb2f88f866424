import type { Graph } from '../model/graph.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import { reclaimedUids } from '../pipeline/reclaimed-uids.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import type { Context } from './context.ts';
import { discreetProviders } from './discreet-providers.ts';
import type { OpenFleet } from './open-fleet.ts';

/**
 * Finds which of the machines that a plan takes over are the fleet's own, from a state that is lost, and the uid that the
 * object of each keeps, by step. Only providers are asked at which something is taken over.
 */
export async function reclaimLost(
  context: Context,
  { workspace: { root }, project }: OpenFleet,
  { plan, graph, recorded }: { plan: Plan; graph: Graph; recorded: RecordedState },
): Promise<ReadonlyMap<string, string>> {
  const open = discreetProviders(context, root, project);
  const reclaimed = new Map<string, string>();
  const takers = plan.steps.filter(({ verb, order }) => verb === 'create' && order?.adopt !== undefined);
  for (const name of new Set(takers.map(({ provider }) => provider ?? ''))) {
    const declared = graph.get('ComputeProvider', name);
    if (!declared) continue;
    const provider = await open(name, declared.spec);
    const marked = await provider.list(project.name).catch(unasked);
    const steps = takers.filter((step) => step.provider === name);
    for (const [step, uid] of reclaimedUids(steps, marked, recorded)) reclaimed.set(step, uid);
  }
  return reclaimed;
}

/** What it says no to here it says no to when it is asked to hand a machine over, and whoever applies is told. */
function unasked(error: unknown): never[] {
  if (!(error instanceof ProviderFailure)) throw error;
  return [];
}
