import type { Drift } from '../model/drift.ts';
import type { Graph } from '../model/graph.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { ComputeProviderSpec } from '../model/spec/compute-provider.ts';
import { driftFleet } from '../pipeline/drift-fleet.ts';
import { askCensus } from './ask-census.ts';
import type { Context } from './context.ts';
import { discreetProviders } from './discreet-providers.ts';
import type { OpenFleet } from './open-fleet.ts';
import { todayOf } from './session.ts';

/** Asks every recorded provider, which is declared still or has Hosts, and compares what it says with the records. */
export async function observeDrift(
  context: Context,
  { workspace: { root }, project }: OpenFleet,
  graph: Graph,
  recorded: RecordedState,
): Promise<Drift> {
  const open = discreetProviders(context, root, project);
  const answers = await Promise.all(
    asked(graph, recorded).map(async ({ name, spec }) => {
      if (spec) return await askCensus(open, name, spec, project.name);
      const hint = `declare ComputeProvider/${name} again, and apply`;
      return { provider: name, message: 'it is not recorded, and machines there are', hint };
    }),
  );
  return driftFleet({
    fleet: project.name,
    recorded,
    censuses: answers.flatMap((answer) => ('found' in answer ? [answer] : [])),
    silent: answers.flatMap((answer) => ('found' in answer ? [] : [answer])),
    today: todayOf(context),
  });
}

interface Asked {
  readonly name: string;
  /** As it is recorded; null where it is not. */
  readonly spec: ComputeProviderSpec | null;
}

function asked(graph: Graph, { objects }: RecordedState): Asked[] {
  const homes = new Set(
    objects.flatMap(({ kind, status }) =>
      kind === 'Host' && typeof status['provider'] === 'string' ? [status['provider']] : [],
    ),
  );
  const specs = new Map(
    objects.flatMap(({ kind, key, spec }) =>
      kind === 'ComputeProvider' && (homes.has(key) || graph.get('ComputeProvider', key))
        ? [[key, spec as unknown as ComputeProviderSpec]]
        : [],
    ),
  );
  return [...new Set([...specs.keys(), ...homes])].map((name) => ({ name, spec: specs.get(name) ?? null }));
}
