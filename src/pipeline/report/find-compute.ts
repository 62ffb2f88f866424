import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { StowageError } from '../../model/stowage-error.ts';

/** Finds a compute by its name; throws `report.unknown` with the nearest name. */
export function findCompute(name: string, graph: Graph): Manifest<'Compute'> {
  const compute = graph.get('Compute', name);
  if (compute) return compute;
  const near = nearestName(
    name,
    graph.all('Compute').map(({ metadata }) => metadata.name),
  );
  const hint = near ? `did you mean ${near}?` : 'without a name, stowage report covers the whole fleet';
  throw new StowageError('report.unknown', `there is no Compute ${name}`, hint);
}
